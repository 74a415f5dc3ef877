import type { TrainingSettings } from "../../../core/api.ts";
import { DEFAULT_SETTINGS, type ModelSettings } from "../../../experiment/defaults.ts";

/** How a model of these settings is made: what the form does not ask for is as recommended, or as a search found it. */
export function modelSettingsOf({ noComponents, learningRate, found }: TrainingSettings): ModelSettings {
  const { featureWeights = DEFAULT_SETTINGS.featureWeights, ...hyperparameters } = found ?? {};
  return {
    hyperparameters: { ...DEFAULT_SETTINGS.hyperparameters, ...hyperparameters, noComponents, learningRate },
    featureWeights,
  };
}

/** The same as settings of a training. */
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
