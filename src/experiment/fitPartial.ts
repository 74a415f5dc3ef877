import type { LightFM } from "../model/LightFM.ts";
import type { FeatureWeights } from "./defaults.ts";
import { type Folds, meanOf, type TakenIn } from "./Folds.ts";
import { merit } from "./heldOut.ts";
import { learnAlong } from "./learnAlong.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { partOf, type Work } from "./Work.ts";

export interface PartialPoint extends TakenIn {
  /** Of `fitPartial` over the new interactions. */
  epochs: number;
}

/**
 * Takes in the new part by training on with it alone, fold by fold, each time from a clone of the model.
 * What a clone has learnt after so many epochs is what it would have learnt in a run of so many, so one
 * run serves all candidates.
 * @param model has learnt the current part
 * @param options.epochs ascending
 */
export async function takeInByFitPartial(
  split: TimeSplit,
  folds: Folds,
  model: LightFM,
  { featureWeights, epochs, ...work }: { featureWeights: FeatureWeights; epochs: readonly number[] } & Work,
): Promise<PartialPoint[]> {
  const { whole } = split.features(featureWeights);
  const runs = epochs.map((count) => ({ epochs: count, folds: [] as TakenIn[] }));
  for (const [i, fold] of folds.all.entries()) {
    const part = partOf(work, i / folds.all.length, (i + 1) / folds.all.length);
    const clone = model.clone();
    let candidate = 0;
    for await (const { seconds } of learnAlong(clone, fold.train, { ...whole, epochs, ...part })) {
      const figures = folds.figures(await clone.predictRank(fold.test, { train: fold.known }));
      runs[candidate++].folds.push({ ...figures, seconds });
    }
  }
  return runs.map((run) => ({ epochs: run.epochs, ...meanOf(run.folds) }));
}

/** The candidate that does best for new users, or for old ones where nobody is new. */
export function bestPartial<Point extends PartialPoint>(points: readonly Point[]): Point {
  const figure = ({ newUsers, oldUsers }: Point) => {
    const reached = merit(newUsers);
    return Number.isNaN(reached) ? merit(oldUsers) : reached;
  };
  return points.reduce((best, point) => (figure(point) > figure(best) ? point : best));
}
