import { type Folds, meanOf, type TakenIn } from "./Folds.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { type Training, train } from "./train.ts";
import { partOf, type Work } from "./Work.ts";

/** Takes in the new part by training anew, fold by fold, on the current part and it together. */
export async function takeInByRetraining(
  split: TimeSplit,
  folds: Folds,
  training: Training,
  work: Work = {},
): Promise<TakenIn> {
  const { whole } = split.features(training.settings.featureWeights);
  const taken: TakenIn[] = [];
  for (const [i, fold] of folds.all.entries()) {
    const part = partOf(work, i / folds.all.length, (i + 1) / folds.all.length);
    const { model, seconds } = await train(fold.known, whole, training, part);
    const figures = folds.figures(await model.predictRank(fold.test, { train: fold.known }));
    taken.push({ ...figures, seconds });
  }
  return meanOf(taken);
}
