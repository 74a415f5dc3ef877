import type { JobStanding } from "./JobStanding.ts";

/** Stops a job or withdraws one that waits, and says that it heard: what is left to do may take seconds. */
export function StopButton({ job: { running, stopping, waiting, stop } }: { job: JobStanding }) {
  return (
    <button type="button" disabled={stopping || (!running && waiting === null)} onClick={stop}>
      {stopping ? "Stopping…" : waiting === null ? "Stop" : "Cancel"}
    </button>
  );
}
