import { UnsupportedError } from "../../../src/errors.ts";
import type { TrainingData } from "./trainingData.ts";

/** Each number of a vector, and of the bias beside it, has its sum of squared gradients with it. */
const BYTES_A_NUMBER = 8;
/** How often a model is in memory when it is trained and saved: 3.6 to 3.9 times at 64 to 512 components. */
const COPIES = 4;

/**
 * Asked before the training, which the system would end without a word.
 * @param free bytes
 * @throws UnsupportedError if they do not fit, saying how much is needed and how many components would.
 */
export function checkMemory({ features }: TrainingData, noComponents: number, free: number): void {
  const vectors = features.userFeatures.features + features.itemFeatures.features;
  const perNumber = vectors * BYTES_A_NUMBER * COPIES;
  const needed = perNumber * (noComponents + 1);
  if (needed <= free) return;
  const fitting = Math.floor(free / perNumber) - 1;
  const inGigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;
  throw new UnsupportedError(
    `Training a model of ${vectors} vectors with ${noComponents} components takes about ${inGigabytes(needed)} of memory, and about ${inGigabytes(free)} is free. ${fitting > 0 ? `${fitting} components would fit: --components ${fitting}. Or train on a share of the users with --sample.` : "Train on a share of the users with --sample."}`,
  );
}
