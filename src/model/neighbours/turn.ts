import { CancelledError } from "../../errors.ts";
import { nextTaskIfDue } from "../../nextTask.ts";

/** Gives others their turn if it is due. @throws CancelledError if the signal stops the work */
export async function turn(signal: AbortSignal | undefined): Promise<void> {
  await nextTaskIfDue();
  if (signal?.aborted) throw new CancelledError("Comparing likes was stopped.");
}
