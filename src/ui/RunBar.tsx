import styles from "./RunBar.module.css";

interface Props {
  label: string;
  /** Whether this is the next thing to do here. */
  primary: boolean;
  running: boolean;
  /** Why it cannot start now, in a sentence; null if it can. */
  blocked: string | null;
  /** Its status, shown while it neither runs nor is blocked. */
  status: string;
  onRun: () => void;
  onStop: () => void;
}

/** Starts and stops a job, and shows its status. */
export function RunBar({ label, primary, running, blocked, status, onRun, onStop }: Props) {
  return (
    <div className={styles.run}>
      <button
        type="button"
        className={primary ? "primary" : ""}
        disabled={running || blocked !== null}
        onClick={onRun}
      >
        {label}
      </button>
      {running && (
        <button type="button" onClick={onStop}>
          Stop
        </button>
      )}
      <p className={styles.standing}>{running ? "" : (blocked ?? status)}</p>
    </div>
  );
}
