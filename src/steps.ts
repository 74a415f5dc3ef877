import { nextTaskIfDue } from "./nextTask.ts";

/** Long work, which pauses between its steps. */
export type Steps<Result> = Generator<void, Result, void>;

/** What the steps come to, one straight after the other. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * What the steps come to, while others have their turns between them.
 * @param onStep is called after each
 */
export async function inTurns<Result>(steps: Steps<Result>, onStep = () => {}): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onStep();
    await nextTaskIfDue();
  }
}

/** To be called after each of about so many steps: tells the share that is done, between two others. */
export function counted(
  expected: number,
  from: number,
  to: number,
  tell: (share: number) => void,
): () => void {
  let done = 0;
  return () => tell(from + (to - from) * Math.min(1, ++done / expected));
}
