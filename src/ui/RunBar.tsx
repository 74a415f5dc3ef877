import type { JobStanding } from "./JobStanding.ts";
import styles from "./RunBar.module.css";
import { StopButton } from "./StopButton.tsx";

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
  const { running, waiting, blocked } = job;
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
      {(running || waiting !== null) && <StopButton job={job} />}
      <p className={styles.standing}>{running ? "" : (waiting ?? blocked ?? status)}</p>
    </div>
  );
}
