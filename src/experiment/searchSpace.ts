import type { SeededRandom } from "../matrix/random.ts";
import type { ModelSettings } from "./defaults.ts";

const COMPONENTS = [8, 16, 24, 32, 48, 64, 96];
const MAX_SAMPLED = [10, 20, 50, 100, 200];
const FEATURE_WEIGHTS = [0.25, 0.5, 1, 2];

/** Settings drawn at random; what is not searched is as in `base`. */
export function drawSettings(base: ModelSettings, random: SeededRandom): ModelSettings {
  return {
    hyperparameters: {
      ...base.hyperparameters,
      noComponents: oneOf(COMPONENTS, random),
      learningRate: logUniform(0.01, 0.1, random),
      itemAlpha: logUniform(1e-6, 1e-3, random),
      userAlpha: logUniform(1e-6, 1e-3, random),
      maxSampled: oneOf(MAX_SAMPLED, random),
    },
    featureWeights: { users: oneOf(FEATURE_WEIGHTS, random), items: oneOf(FEATURE_WEIGHTS, random) },
  };
}

function oneOf(choices: readonly number[], random: SeededRandom): number {
  return choices[random.below(choices.length)];
}

/** Of two significant digits, so that it can be read and typed. */
function logUniform(least: number, most: number, random: SeededRandom): number {
  return Number((least * (most / least) ** random.float()).toPrecision(2));
}
