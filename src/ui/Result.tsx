import type { ReactNode } from "react";
import type { JobStanding } from "./JobStanding.ts";
import styles from "./Result.module.css";

interface Props {
  /** A sentence that says it was computed for something else; empty if it is current. */
  outdated: string;
  job: JobStanding;
  onRunAgain: () => void;
  children: ReactNode;
}

/** What a job found; once it is out of date it says so, is dimmed and can be run again. */
export function Result({ outdated, job, onRunAgain, children }: Props) {
  const isOutdated = outdated !== "";
  return (
    <div className={isOutdated ? `${styles.result} ${styles.outdated}` : styles.result}>
      {isOutdated && (
        <div className={styles.notice} role="status">
          <p>{outdated}</p>
          {!job.running && job.waiting === null && (
            <button type="button" onClick={onRunAgain}>
              Run again
            </button>
          )}
        </div>
      )}
      {children}
    </div>
  );
}
