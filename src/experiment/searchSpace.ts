import type { SeededRandom } from "../matrix/random.ts";
import type { FeatureWeights, ModelSettings } from "./defaults.ts";

const COMPONENTS = [8, 16, 24, 32, 48, 64, 96];
const MAX_SAMPLED = [10, 20, 50, 100, 200];
const FEATURE_WEIGHTS = [0.25, 0.5, 1, 2];
const LEARNING_RATE = [0.01, 0.1] as const;
const ALPHA = [1e-6, 1e-3] as const;

/** Of which side anything is known: where nothing is, its weight makes no difference. */
export type Known = Record<keyof FeatureWeights, boolean>;

/** Settings drawn at random; what is not searched is as in `base`. */
export function drawSettings(base: ModelSettings, known: Known, random: SeededRandom): ModelSettings {
  const weight = (side: keyof Known) =>
    known[side] ? oneOf(FEATURE_WEIGHTS, random) : base.featureWeights[side];
  return {
    hyperparameters: {
      ...base.hyperparameters,
      noComponents: oneOf(COMPONENTS, random),
      learningRate: logUniform(LEARNING_RATE, random),
      itemAlpha: logUniform(ALPHA, random),
      userAlpha: logUniform(ALPHA, random),
      maxSampled: oneOf(MAX_SAMPLED, random),
    },
    featureWeights: { users: weight("users"), items: weight("items") },
  };
}

/** Settings that share about half of their values with others, and are drawn at random for the rest. */
export function drawAkin(other: ModelSettings, known: Known, random: SeededRandom): ModelSettings {
  const drawn = drawSettings(other, known, random);
  return {
    hyperparameters: mixed(other.hyperparameters, drawn.hyperparameters, random),
    featureWeights: mixed(other.featureWeights, drawn.featureWeights, random),
  };
}

function mixed<Values extends object>(a: Values, b: Values, random: SeededRandom): Values {
  const kept = Object.entries(a).filter(() => random.float() < 0.5);
  return { ...b, ...Object.fromEntries(kept) };
}

function oneOf(choices: readonly number[], random: SeededRandom): number {
  return choices[random.below(choices.length)];
}

/** Of two significant digits, so that it can be read and typed. */
function logUniform([least, most]: readonly [number, number], random: SeededRandom): number {
  return Number((least * (most / least) ** random.float()).toPrecision(2));
}
