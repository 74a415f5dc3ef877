import type { LightFM } from "../model/LightFM.ts";
import type { ModelSettings } from "./defaults.ts";
import { type HeldOutFigures, merit } from "./heldOut.ts";
import { learnAlong, type Milestone } from "./learnAlong.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { createModel } from "./train.ts";
import type { Validation } from "./Validation.ts";
import type { Work } from "./Work.ts";

/** Held-out figures after so many epochs. */
export interface TuningPoint extends HeldOutFigures, Milestone {}

export interface Tuned {
  best: TuningPoint;
  /** As it was after the best number of epochs: it knows the training part of the validation alone. */
  model: LightFM;
}

/**
 * One training run, examined at each of these numbers of epochs: a point for each, beside the best so far,
 * which the asker keeps where they stop it.
 * @param epochs ascending
 */
export async function* tune(
  split: TimeSplit,
  validation: Validation,
  settings: ModelSettings,
  { seed, epochs, ...work }: { seed: number; epochs: readonly number[] } & Work,
): AsyncGenerator<{ point: TuningPoint; tuned: Tuned }, void, undefined> {
  const { whole } = split.features(settings.featureWeights);
  const model = createModel(settings, seed);
  let tuned: Tuned | null = null;
  for await (const milestone of learnAlong(model, validation.train, { ...whole, epochs, ...work })) {
    const point = { ...milestone, ...(await validation.figures(model)) };
    if (!tuned || merit(point) > merit(tuned.best)) tuned = { best: point, model: model.clone() };
    yield { point, tuned };
  }
}
