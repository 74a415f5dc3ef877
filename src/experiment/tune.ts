import type { ModelSettings } from "./defaults.ts";
import {
  differencesOf,
  type FigureIntervals,
  type FiguresPerUser,
  type HeldOutFigures,
  intervalsOf,
  meanFigures,
  merit,
} from "./heldOut.ts";
import type { Milestone } from "./learnAlong.ts";
import { learnToBest } from "./learnToBest.ts";
import { bestBy } from "./search/successiveHalving.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { createModel } from "./train.ts";
import type { Validation } from "./Validation.ts";
import type { Work } from "./Work.ts";

/** Figures on the inner hold-out after a number of epochs. */
export interface TuningPoint extends HeldOutFigures, Milestone {
  perUser: FiguresPerUser;
  intervals: FigureIntervals;
}

/**
 * One training run, evaluated at each of these numbers of epochs. The figures are there to choose by: give it
 * an inner validation, and examine what was chosen on the outer one (`examineOnce`).
 * @param options.epochs ascending
 * @param options.widenTo the most epochs that the run goes on to while the last point is the best
 */
export async function* tune(
  split: TimeSplit,
  inner: Validation,
  settings: ModelSettings,
  { seed, ...options }: { seed: number; epochs: readonly number[]; widenTo?: number } & Work,
): AsyncGenerator<TuningPoint, void, undefined> {
  const { whole } = split.features(settings.featureWeights);
  const model = createModel(settings, seed);
  const examine = async () => {
    const perUser = await inner.perUser(model);
    return { ...meanFigures(perUser), perUser, intervals: intervalsOf(perUser) };
  };
  yield* learnToBest(model, inner.train, { ...whole, ...options, examine, score: merit });
}

/** The point that is chosen; undefined if there is none. */
export function chosenOf(points: readonly TuningPoint[]): TuningPoint | undefined {
  return bestBy(points, merit);
}

/** Whether the best is better than a point by AUC or precision at 10, beyond noise. */
export function isBeaten(point: TuningPoint, best: TuningPoint): boolean {
  const { auc, precisionAt10 } = differencesOf(best.perUser, point.perUser);
  return auc.low > 0 || precisionAt10.low > 0;
}
