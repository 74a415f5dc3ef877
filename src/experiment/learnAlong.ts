import { ArgumentError } from "../errors.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import type { Features } from "../model/fitting.ts";
import type { LightFM } from "../model/LightFM.ts";
import type { Work } from "./Work.ts";

/** Where one training run stands at one of the numbers of epochs that were asked for. */
export interface Milestone {
  /** Epochs of this run. */
  epochs: number;
  /** The mean loss of the last epoch. */
  meanLoss: number;
  /** Time spent learning so far, without what is done at milestones. */
  seconds: number;
}

/**
 * Trains on and pauses at each of these numbers of epochs, so that one run serves them all.
 * @param epochs whole numbers above 0, ascending
 * @throws ArgumentError if they are not.
 */
export async function* learnAlong(
  model: LightFM,
  interactions: Interactions,
  { epochs, signal, onProgress, userFeatures, itemFeatures }: Features & Work & { epochs: readonly number[] },
): AsyncGenerator<Milestone, void, undefined> {
  checkEpochs(epochs);
  const last = epochs[epochs.length - 1];
  let done = 0;
  let seconds = 0;
  const run = model.fitEpochs(interactions, {
    ...(userFeatures && { userFeatures }),
    ...(itemFeatures && { itemFeatures }),
    epochs: last,
    ...(signal ? { signal } : {}),
    onSlice: (share) => onProgress?.((done + share) / last),
  });
  for await (const end of run) {
    done++;
    seconds += end.seconds;
    if (epochs.includes(done)) yield { epochs: done, meanLoss: end.meanLoss, seconds };
  }
}

function checkEpochs(epochs: readonly number[]): void {
  const ascending = epochs.every(
    (count, i) => Number.isInteger(count) && count > (i === 0 ? 0 : epochs[i - 1]),
  );
  if (epochs.length === 0 || !ascending) {
    throw new ArgumentError(
      `epochs must be whole numbers above 0, ascending, not ${epochs.join(", ") || "none"}.`,
    );
  }
}
