import styles from "./RunBar.module.css";

/** How a job stands, and how to stop it. */
export interface JobStanding {
  running: boolean;
  /** What it waits for, in a sentence; null while it does not wait. */
  waiting: string | null;
  /** Why it cannot be asked for, in a sentence; null if it can. */
  blocked: string | null;
  /** Stops it, or withdraws it while it waits. */
  stop: () => void;
}

interface Props {
  label: string;
  /** Whether this is the next thing to do here. */
  primary: boolean;
  job: JobStanding;
  /** Its status, shown while it neither runs nor waits and can be asked for. */
  status: string;
  onRun: () => void;
}

/** Starts and stops a job, and shows its status. */
export function RunBar({ label, primary, job, status, onRun }: Props) {
  const { running, waiting, blocked, stop } = job;
  return (
    <div className={styles.run}>
      <button
        type="button"
        className={primary ? "primary" : ""}
        disabled={running || waiting !== null || blocked !== null}
        onClick={onRun}
      >
        {label}
      </button>
      {(running || waiting !== null) && (
        <button type="button" onClick={stop}>
          {running ? "Stop" : "Cancel"}
        </button>
      )}
      <p className={styles.standing}>{running ? "" : (waiting ?? blocked ?? status)}</p>
    </div>
  );
}
