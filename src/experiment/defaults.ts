import { checkKeys, numberInRange } from "../arguments.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import { checkHyperparameters, type Hyperparameters } from "../model/hyperparameters.ts";
import { RECOMMENDED, RECOMMENDED_FEATURE_WEIGHTS } from "../model/recommended.ts";
import { recommendedForLikes } from "../model/recommendedForLikes.ts";

/** The weights of features in the sums that represent users and items; their own feature has weight 1. */
export interface FeatureWeights {
  /** The weight of what is known about users, such as their age. */
  users: number;
  /** The weight of what is known about items, such as their genres. */
  items: number;
}

/** How a model is made, apart from the seed and the number of epochs. */
export interface ModelSettings {
  hyperparameters: Readonly<Partial<Omit<Hyperparameters, "seed">>>;
  featureWeights: Readonly<FeatureWeights>;
}

/** @throws ArgumentError if a setting is unknown, missing or out of its range. */
export function checkSettings(settings: ModelSettings): void {
  checkKeys(settings, ["hyperparameters", "featureWeights"], "settings");
  checkHyperparameters(settings.hyperparameters);
  checkKeys(settings.featureWeights, ["users", "items"], "settings.featureWeights");
  for (const side of ["users", "items"] as const) {
    numberInRange(`settings.featureWeights.${side}`, settings.featureWeights[side], () => true, "finite");
  }
}

/** For films, and for data too small or too large for more; `defaultSettingsFor` follows the data. */
export const DEFAULT_SETTINGS: ModelSettings = {
  hyperparameters: RECOMMENDED,
  featureWeights: RECOMMENDED_FEATURE_WEIGHTS,
};

/** The settings that the experiment starts from. Finding them takes up to a second. */
export async function defaultSettingsFor(interactions: Interactions): Promise<ModelSettings> {
  const { hyperparameters } = await recommendedForLikes(interactions);
  return { ...DEFAULT_SETTINGS, hyperparameters };
}

/** Numbers of epochs that tuning tries on the current part, and how far it goes on while the last is best. */
export const TUNING_EPOCHS: readonly number[] = [5, 10, 20, 30, 40];
export const MOST_TUNING_EPOCHS = 160;

/** Numbers of epochs of `fitPartial` that are tried on the new part, and how far that goes on. */
export const PARTIAL_EPOCHS: readonly number[] = [1, 2, 5, 10, 20];
export const MOST_PARTIAL_EPOCHS = 80;
