import { useJob } from "../../../../core/page/useWorkspace.ts";
import styles from "./TuningStep.module.css";

interface Props {
  sentence: string;
  label: string;
  onUse: () => void;
}

/** What was found to be best, and a button that trains the model with it. */
export function Verdict({ sentence, label, onUse }: Props) {
  const { running, waiting } = useJob("training");
  return (
    <div className={styles.verdict}>
      <p>{sentence}</p>
      <button type="button" disabled={running || waiting !== null} onClick={onUse}>
        {label}
      </button>
    </div>
  );
}
