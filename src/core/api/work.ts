/** How far a job is, from 0 to 1, and how long the rest takes at the pace so far. */
export interface Progress {
  done: number;
  secondsLeft: number | null;
}

/** How a job ended. */
export interface Outcome<Result> {
  stopped: boolean;
  /** Null if it was stopped before there was a result. */
  result: Result | null;
}
