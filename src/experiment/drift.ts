import type { LightFM } from "../model/LightFM.ts";
import type { FeatureWeights } from "./defaults.ts";
import type { Accuracy } from "./heldOut.ts";
import { learnAlong } from "./learnAlong.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { together } from "./together.ts";
import { type Training, train } from "./train.ts";
import type { Validation } from "./Validation.ts";
import type { Work } from "./Work.ts";

/**
 * What taking in the new part does to users who did nothing in it: their held-out figures after, less those
 * before. It is measured on a model that has learnt the training part of a validation alone.
 */
export type Drift = Accuracy;

/** The drift after each of these numbers of epochs of `fitPartial`. */
export async function driftOfFitPartial(
  split: TimeSplit,
  validation: Validation,
  model: LightFM,
  { featureWeights, epochs, ...work }: { featureWeights: FeatureWeights; epochs: readonly number[] } & Work,
): Promise<Drift[]> {
  const { whole } = split.features(featureWeights);
  const bystanders = bystandersOf(split);
  const before = await validation.figures(model, bystanders);
  const clone = model.clone();
  const drifts: Drift[] = [];
  for await (const _ of learnAlong(clone, split.added, { ...whole, epochs, ...work })) {
    drifts.push(difference(await validation.figures(clone, bystanders), before));
  }
  return drifts;
}

/** The drift of training anew on what the model has learnt and the new part together. */
export async function driftOfRetraining(
  split: TimeSplit,
  validation: Validation,
  model: LightFM,
  training: Training,
  work: Work = {},
): Promise<Drift> {
  const { whole } = split.features(training.settings.featureWeights);
  const bystanders = bystandersOf(split);
  const before = await validation.figures(model, bystanders);
  const interactions = together(validation.train, split.added);
  const retrained = await train(interactions, whole, training, work);
  return difference(await validation.figures(retrained.model, bystanders), before);
}

/** Users who did nothing in the new part. */
export function bystandersOf({ added }: TimeSplit): (user: number) => boolean {
  const active = new Set(added.userIds);
  return (user) => !active.has(user);
}

export function difference(after: Accuracy, before: Accuracy): Drift {
  return {
    auc: after.auc - before.auc,
    precisionAt10: after.precisionAt10 - before.precisionAt10,
  };
}
