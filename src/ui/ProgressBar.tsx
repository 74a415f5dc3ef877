import styles from "./ProgressBar.module.css";
import { ProgressLine } from "./ProgressLine.tsx";

interface Props {
  name: string;
  /** 0 to 1. */
  done: number;
  /** Progress in a few words each. */
  words: string[];
}

/** Progress, drawn and in words. It changes too often to be a live region. */
export function ProgressBar({ name, done, words }: Props) {
  return (
    <div className={styles.progress}>
      <ProgressLine name={name} done={done} />
      <p>
        {words.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
    </div>
  );
}
