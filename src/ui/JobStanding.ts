/** How a job stands, and how to stop it. */
export interface JobStanding {
  running: boolean;
  /** Whether it has been stopped and is about to end. */
  stopping: boolean;
  /** What it waits for, in a sentence; null while it does not wait. */
  waiting: string | null;
  /** Why it cannot be asked for, in a sentence; null if it can. */
  blocked: string | null;
  /** Stops it, or withdraws it while it waits. */
  stop: () => void;
}
