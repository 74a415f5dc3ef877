import styles from "./ProgressLine.module.css";

/** Progress from 0 to 1. */
export function ProgressLine({ name, done }: { name: string; done: number }) {
  return (
    <div
      className={styles.line}
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(done * 100)}
    >
      <div className={styles.done} style={{ transform: `scaleX(${done})` }} />
    </div>
  );
}
