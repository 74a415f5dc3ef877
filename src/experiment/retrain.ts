import { type FoldRun, type Folds, type TakenIn, takenIn } from "./Folds.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { type Training, train, trainOn } from "./train.ts";
import { partOf, type Work } from "./Work.ts";

export interface TakenInByRetraining {
  retrained: TakenIn;
  /** The same models, trained on with the new part alone: what is newest counts more than its share. */
  thenUpdated: TakenIn;
}

/** The share of a fold's time that goes into retraining; the rest goes into updating. */
const RETRAINING = 0.95;

/**
 * Takes in the new part by retraining from scratch, fold by fold, on the current part and it together.
 * @param updateEpochs for each fold the epochs of `fitPartial` that follow
 */
export async function takeInByRetraining(
  split: TimeSplit,
  folds: Folds,
  training: Training,
  updateEpochs: readonly number[],
  work: Work = {},
): Promise<TakenInByRetraining> {
  const { whole } = split.features(training.settings.featureWeights);
  const retrained: FoldRun[] = [];
  const thenUpdated: FoldRun[] = [];
  for (const [i, fold] of folds.all.entries()) {
    const { train: added, test, known } = fold;
    const of = (from: number, to: number) =>
      partOf(work, (i + from) / folds.all.length, (i + to) / folds.all.length);
    const { model, seconds } = await train(known, whole, training, of(0, RETRAINING));
    retrained.push(folds.examine(await model.predictRank(test, { train: known }), seconds));
    const more = await trainOn(model, added, whole, updateEpochs[i], of(RETRAINING, 1));
    thenUpdated.push(folds.examine(await model.predictRank(test, { train: known }), seconds + more));
  }
  return { retrained: takenIn(split, retrained), thenUpdated: takenIn(split, thenUpdated) };
}
