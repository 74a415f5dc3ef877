import type { LightFM } from "../model/LightFM.ts";
import { MOST_PARTIAL_EPOCHS, PARTIAL_EPOCHS } from "./defaults.ts";
import { type Drift, driftOfFitPartial, driftOfRetraining } from "./drift.ts";
import { type ByArrival, differenceOfWays, Folds, type TakenIn } from "./Folds.ts";
import { type PartialPoint, takeInByFitPartial } from "./fitPartial.ts";
import { takeInByFoldIn } from "./foldIn.ts";
import type { FigureIntervals } from "./heldOut.ts";
import { takeInByRetraining } from "./retrain.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import type { Training } from "./train.ts";
import type { Validation } from "./Validation.ts";
import type { Work } from "./Work.ts";

/** The pieces of work of a comparison, in their order. */
export type ComparisonTask = "fitPartial" | "Drift" | "Folding in" | "Retraining";

/** Three ways of taking in the new part, side by side, and popularity beside them. */
export interface TakingIn {
  /** `fitPartial` by its number of epochs. */
  partial: DriftingPoint[];
  /** With the number of epochs that each fold chose for itself. */
  best: DriftingPoint & { chosenEpochs: number[] };
  /** It changes nothing for anybody else, so it has no drift. */
  foldIn: TakenIn;
  retrained: TakenIn & { drift: Drift };
  /** Retrained, then updated with the new part once more. */
  thenUpdated: TakenIn;
  popularity: TakenIn;
  /** Each pair on the same users, the first less the second. */
  differences: {
    fitPartialLessRetrain: ByArrival<FigureIntervals>;
    fitPartialLessFoldIn: ByArrival<FigureIntervals>;
    retrainLessFoldIn: ByArrival<FigureIntervals>;
    fitPartialLessPopularity: ByArrival<FigureIntervals>;
    thenUpdatedLessRetrain: ByArrival<FigureIntervals>;
  };
}

export type DriftingPoint = PartialPoint & { drift: Drift };

/**
 * Takes the new part in by each of the three ways. Each is examined on folds in whose test likes it had no
 * say: the epochs of `fitPartial` are chosen on inner hold-outs, those of retraining on the current part
 * (`how`), and folding in has nothing to choose.
 * @param models.tuned has learnt the training part of the validation, `model` the current part
 * @param models.widen whether the grid of `fitPartial` is widened while its last is best; so if left out
 */
export async function compareWays(
  split: TimeSplit,
  validation: Validation,
  models: {
    tuned: LightFM;
    model: LightFM;
    how: Training;
    work: (task: ComparisonTask) => Work;
    widen?: boolean;
  },
): Promise<TakingIn> {
  const { tuned, model, how, work, widen = true } = models;
  const folds = new Folds(split, how);
  const { featureWeights } = how.settings;
  const { chosen, points } = await takeInByFitPartial(split, folds, model, {
    featureWeights,
    seed: how.seed,
    epochs: PARTIAL_EPOCHS,
    widenTo: widen ? MOST_PARTIAL_EPOCHS : 0,
    ...work("fitPartial"),
  });
  const epochs = [...new Set([...points.map((point) => point.epochs), chosen.epochs])].sort((a, b) => a - b);
  const drifts = await driftOfFitPartial(split, validation, tuned, {
    featureWeights,
    epochs,
    ...work("Drift"),
  });
  const drifting = <Point extends PartialPoint>(point: Point) => ({
    ...point,
    drift: drifts[epochs.indexOf(point.epochs)],
  });
  const best = drifting(chosen);
  const foldIn = await takeInByFoldIn(split, folds, model, { featureWeights, ...work("Folding in") });
  const taken = await takeInByRetraining(split, folds, how, chosen.chosenEpochs, work("Retraining"));
  const drift = await driftOfRetraining(split, validation, tuned, how, work("Drift"));
  const retrained = { ...taken.retrained, drift };
  const { thenUpdated } = taken;
  const popularity = await folds.popularity();
  return {
    partial: points.map(drifting),
    best,
    foldIn,
    retrained,
    thenUpdated,
    popularity,
    differences: differencesOfWays(split, { best, foldIn, retrained, thenUpdated, popularity }),
  };
}

export function differencesOfWays(
  split: TimeSplit,
  {
    best,
    foldIn,
    retrained,
    thenUpdated,
    popularity,
  }: Record<"best" | "foldIn" | "retrained" | "thenUpdated" | "popularity", TakenIn>,
): TakingIn["differences"] {
  return {
    fitPartialLessRetrain: differenceOfWays(split, best, retrained),
    fitPartialLessFoldIn: differenceOfWays(split, best, foldIn),
    retrainLessFoldIn: differenceOfWays(split, retrained, foldIn),
    fitPartialLessPopularity: differenceOfWays(split, best, popularity),
    thenUpdatedLessRetrain: differenceOfWays(split, thenUpdated, retrained),
  };
}
