/** How a step of a story stands. */
export type Standing = "not run" | "waiting" | "running" | "stopped" | "out of date" | "done";

/** What is known of the job that a step runs. */
interface Facts {
  running: boolean;
  /** What it waits for, in a sentence; null while it does not wait. */
  waiting: string | null;
  /** Whether it found anything, the last time or so far. */
  isFound: boolean;
  stopped: boolean;
  /** Why what it found is out of date; empty if it is current. */
  outdated: string;
}

export function standingOf({ running, waiting, isFound, stopped, outdated }: Facts): Standing {
  if (running) return "running";
  if (waiting !== null) return "waiting";
  if (stopped) return "stopped";
  if (!isFound) return "not run";
  return outdated === "" ? "done" : "out of date";
}
