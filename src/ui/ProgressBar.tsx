import styles from "./ProgressBar.module.css";
import { ProgressLine } from "./ProgressLine.tsx";
import { useStill } from "./useStill.ts";

interface Props {
  name: string;
  /** 0 to 1. */
  done: number;
  /** Progress in a few words each. */
  words: string[];
  /** Whether it stands still because somebody wants it to. */
  isPaused?: boolean;
}

/** Progress, drawn and in words; where it does not move for a second, the words say for how long. It changes too often to be a live region. */
export function ProgressBar({ name, done, words, isPaused = false }: Props) {
  const still = useStill(done);
  return (
    <div className={styles.progress}>
      <ProgressLine name={name} done={done} />
      <p>
        {words.map((part) => (
          <span key={part}>{part}</span>
        ))}
        {still > 0 && !isPaused && <span>{still} s on this step</span>}
      </p>
    </div>
  );
}
