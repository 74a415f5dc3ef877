import { DEFAULT_SETTINGS, type ModelSettings } from "../../experiment/defaults.ts";
import { penaltiesFor } from "../../model/recommended.ts";
import type { TrainingSettings } from "../api/training.ts";

type Learning = Pick<TrainingSettings, "noComponents" | "learningRate" | "found">;

/**
 * A model's settings: those the form does not ask for are the ones recommended for this many likes, or those a search found.
 */
export function modelSettingsOf(settings: Learning, likes: number): ModelSettings {
  const { noComponents, learningRate, found } = settings;
  const { featureWeights: _, ...hyperparameters } = found ?? {};
  return {
    hyperparameters: {
      ...DEFAULT_SETTINGS.hyperparameters,
      ...penaltiesFor(likes),
      ...hyperparameters,
      noComponents,
      learningRate,
    },
    featureWeights: featureWeightsOf(settings),
  };
}

export function featureWeightsOf({ found }: Pick<Learning, "found">): ModelSettings["featureWeights"] {
  return found?.featureWeights ?? DEFAULT_SETTINGS.featureWeights;
}

/** The reverse: a model's settings as the page's training settings. */
export function trainingSettingsOf(
  { hyperparameters, featureWeights }: ModelSettings,
  epochs: number,
  threads: number,
): TrainingSettings {
  const { noComponents, learningRate, itemAlpha, userAlpha, maxSampled } = {
    ...DEFAULT_SETTINGS.hyperparameters,
    ...hyperparameters,
  } as Required<ModelSettings["hyperparameters"]>;
  return {
    noComponents,
    learningRate,
    epochs,
    threads,
    found: { itemAlpha, userAlpha, maxSampled, featureWeights },
  };
}
