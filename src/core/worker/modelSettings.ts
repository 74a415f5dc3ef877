import { DEFAULT_SETTINGS, type ModelSettings } from "../../experiment/defaults.ts";
import type { TrainingSettings } from "../api/training.ts";

/** A model's settings: those the form does not ask for are the recommended ones, or those a search found. */
export function modelSettingsOf({
  noComponents,
  learningRate,
  found,
}: Pick<TrainingSettings, "noComponents" | "learningRate" | "found">): ModelSettings {
  const { featureWeights = DEFAULT_SETTINGS.featureWeights, ...hyperparameters } = found ?? {};
  return {
    hyperparameters: { ...DEFAULT_SETTINGS.hyperparameters, ...hyperparameters, noComponents, learningRate },
    featureWeights,
  };
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
