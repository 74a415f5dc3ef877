import type { LightFM } from "../model/LightFM.ts";
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

/** Held-out figures after so many epochs. */
export interface TuningPoint extends HeldOutFigures, Milestone {
  perUser: FiguresPerUser;
  intervals: FigureIntervals;
}

export interface Tuned {
  best: TuningPoint;
  /** As it was after the best number of epochs: it knows the training part of the validation alone. */
  model: LightFM;
}

/**
 * One training run, examined at each of these numbers of epochs: a point for each, beside the best so far,
 * which the asker keeps where they stop it.
 * @param options.epochs ascending
 * @param options.widenTo up to so many epochs the run goes on while the last point is the best
 */
export async function* tune(
  split: TimeSplit,
  validation: Validation,
  settings: ModelSettings,
  { seed, ...options }: { seed: number; epochs: readonly number[]; widenTo?: number } & Work,
): AsyncGenerator<{ point: TuningPoint; tuned: Tuned }, void, undefined> {
  const { whole } = split.features(settings.featureWeights);
  const model = createModel(settings, seed);
  const examine = async () => {
    const perUser = await validation.perUser(model);
    return { ...meanFigures(perUser), perUser, intervals: intervalsOf(perUser) };
  };
  let tuned: Tuned | null = null;
  for await (const point of learnToBest(model, validation.train, {
    ...whole,
    ...options,
    examine,
    score: merit,
  })) {
    if (!tuned || merit(point) > merit(tuned.best)) tuned = { best: point, model: model.clone() };
    yield { point, tuned };
  }
}

/**
 * What the tuned number of epochs achieves, free of the flattery of having been chosen on the same likes:
 * for each half of the users the number is chosen by the other half.
 */
export function crossFitted(points: readonly TuningPoint[]): FiguresPerUser {
  const chosenBy = (half: number) =>
    bestBy(points, ({ perUser }) => merit(meanFigures(perUser, (user) => user % 2 === half))) as TuningPoint;
  const chosen = [chosenBy(1), chosenBy(0)];
  const pick = (name: keyof FiguresPerUser) =>
    points[0].perUser[name].map((_, user) => chosen[user % 2].perUser[name][user]);
  return { auc: pick("auc"), precisionAt10: pick("precisionAt10"), ndcgAt10: pick("ndcgAt10") };
}

/** Whether the best is better than a point by AUC or precision at 10, beyond noise. */
export function isBeaten(point: TuningPoint, best: TuningPoint): boolean {
  const { auc, precisionAt10 } = differencesOf(best.perUser, point.perUser);
  return auc.low > 0 || precisionAt10.low > 0;
}
