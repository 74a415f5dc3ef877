import type { LightFM } from "../model/LightFM.ts";
import type { FiguresPerUser } from "./heldOut.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { type Training, train } from "./train.ts";
import type { Validation } from "./Validation.ts";
import type { Work } from "./Work.ts";

/** What was chosen elsewhere, as it does on likes that had no say in the choice. */
export interface Examined {
  /** Knows the training part of the validation alone. */
  model: LightFM;
  perUser: FiguresPerUser;
}

/** Trains on the training part of a validation and examines the model on the rest. */
export async function examineOnce(
  split: TimeSplit,
  validation: Validation,
  training: Training,
  work: Work = {},
): Promise<Examined> {
  const { whole } = split.features(training.settings.featureWeights);
  const { model } = await train(validation.train, whole, training, work);
  return { model, perUser: await validation.perUser(model) };
}
