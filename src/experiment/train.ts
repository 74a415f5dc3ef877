import type { Interactions } from "../matrix/Interactions.ts";
import type { Features } from "../model/fitting.ts";
import { LightFM } from "../model/LightFM.ts";
import type { ModelSettings } from "./defaults.ts";
import { learnAlong } from "./learnAlong.ts";
import type { Work } from "./Work.ts";

/** How a model is trained from scratch. */
export interface Training {
  settings: ModelSettings;
  seed: number;
  epochs: number;
}

export function createModel({ hyperparameters }: ModelSettings, seed: number): LightFM {
  return new LightFM({ ...hyperparameters, seed });
}

/** Learns from nothing. */
export async function train(
  interactions: Interactions,
  features: Features,
  { settings, seed, epochs }: Training,
  work: Work = {},
): Promise<{ model: LightFM; seconds: number }> {
  const model = createModel(settings, seed);
  return { model, seconds: await trainOn(model, interactions, features, epochs, work) };
}

/** Learns on from what is learnt. @returns seconds of learning */
export async function trainOn(
  model: LightFM,
  interactions: Interactions,
  features: Features,
  epochs: number,
  work: Work = {},
): Promise<number> {
  let seconds = 0;
  for await (const end of learnAlong(model, interactions, { ...features, epochs: [epochs], ...work })) {
    seconds = end.seconds;
  }
  return seconds;
}
