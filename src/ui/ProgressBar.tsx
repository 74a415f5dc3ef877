import styles from "./ProgressBar.module.css";
import { ProgressLine } from "./ProgressLine.tsx";

interface Props {
  name: string;
  /** 0 to 1. */
  done: number;
  /** How far it has come, in a few words each. */
  words: string[];
}

/** How far something is, drawn and in words. It changes many times a second, so it is no live region. */
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
