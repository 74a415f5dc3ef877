import { checkOptions, optionalFunction, optionalSignal } from "../arguments.ts";

/** How to follow and stop a long task, which runs in slices and lets other work run in between. */
export interface Work {
  /** Stops it within a slice; its promise then rejects with CancelledError. */
  signal?: AbortSignal | undefined;
  /** Called with the share that is done, 0 to 1. */
  onProgress?: ((done: number) => void) | undefined;
}

/** A part of some work, which tells of its share of the whole. */
export function partOf({ signal, onProgress }: Work, from: number, to: number): Work {
  return { signal, onProgress: (done) => onProgress?.(from + (to - from) * done) };
}

/** @throws ArgumentError if an option is unknown, or is not a signal or function. */
export function checkWork(work: Work): void {
  checkOptions(work, ["signal", "onProgress"], "work");
  optionalSignal(work.signal);
  optionalFunction("onProgress", work.onProgress);
}
