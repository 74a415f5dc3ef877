import type { LightFM } from "../model/LightFM.ts";
import type { FeatureWeights } from "./defaults.ts";
import {
  type Accuracy,
  type FigureIntervals,
  type FiguresPerUser,
  intervalsOf,
  type Who,
} from "./heldOut.ts";
import { learnAlong } from "./learnAlong.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { together } from "./together.ts";
import { type Training, train } from "./train.ts";
import type { Validation } from "./Validation.ts";
import type { Work } from "./Work.ts";

/**
 * What taking in the new part does to users who did nothing in it: their held-out figures after, less those
 * before, so that losses are negative. It is measured on a model that has learnt the training part of a
 * validation alone.
 */
export interface Drift extends Accuracy {
  /** Paired over users: where an interval holds 0, the drift is within noise. */
  intervals: FigureIntervals;
  /** NaN for users who are not bystanders. */
  perUser: FiguresPerUser;
}

/** The drift after each of these numbers of epochs of `fitPartial`. */
export async function driftOfFitPartial(
  split: TimeSplit,
  validation: Validation,
  model: LightFM,
  { featureWeights, epochs, ...work }: { featureWeights: FeatureWeights; epochs: readonly number[] } & Work,
): Promise<Drift[]> {
  const { whole } = split.features(featureWeights);
  const bystanders = bystandersOf(split);
  const before = await validation.perUser(model);
  const clone = model.clone();
  const drifts: Drift[] = [];
  for await (const _ of learnAlong(clone, split.added, { ...whole, epochs, ...work })) {
    drifts.push(driftBetween(await validation.perUser(clone), before, bystanders));
  }
  return drifts;
}

/** The drift of retraining from scratch on what the model has learnt and the new part together. */
export async function driftOfRetraining(
  split: TimeSplit,
  validation: Validation,
  model: LightFM,
  training: Training,
  work: Work = {},
): Promise<Drift> {
  const { whole } = split.features(training.settings.featureWeights);
  const before = await validation.perUser(model);
  const interactions = together(validation.train, split.added);
  const retrained = await train(interactions, whole, training, work);
  return driftBetween(await validation.perUser(retrained.model), before, bystandersOf(split));
}

/** Users who did nothing in the new part. */
export function bystandersOf({ added }: TimeSplit): Who {
  const active = new Set(added.userIds);
  return (user) => !active.has(user);
}

export function driftBetween(after: FiguresPerUser, before: FiguresPerUser, who: Who): Drift {
  const change = (name: keyof FiguresPerUser) =>
    after[name].map((figure, user) => (who(user) ? figure - before[name][user] : Number.NaN));
  return driftOf({
    auc: change("auc"),
    precisionAt10: change("precisionAt10"),
    ndcgAt10: change("ndcgAt10"),
  });
}

/** @param perUser changes of bystanders' figures */
export function driftOf(perUser: FiguresPerUser): Drift {
  const intervals = intervalsOf(perUser);
  return { auc: intervals.auc.mean, precisionAt10: intervals.precisionAt10.mean, intervals, perUser };
}
