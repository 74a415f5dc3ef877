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

/** What the steps come to, while others have their turns between them. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTaskIfDue();
  }
}
