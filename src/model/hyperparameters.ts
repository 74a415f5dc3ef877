import { checkOptions, numberInRange, oneOf, wholeNumber } from "../arguments.ts";
import { LOSSES, type Loss } from "./losses.ts";

/**
 * How the pairwise losses treat a stored dislike: "known" never draws it, as in LightFM; "negatives" draws it as a
 * negative.
 */
export type Dislikes = "known" | "negatives";
/** Adagrad (Duchi, Hazan, Singer 2011) or adadelta (Zeiler 2012): each parameter has its own rate. */
export type LearningSchedule = "adagrad" | "adadelta";

/** LightFM's hyperparameters, under LightFM's names in camelCase and with its defaults. */
export interface Hyperparameters {
  /** Length of the embeddings, 1 to 1024; 10 if left out. */
  noComponents: number;
  /** "logistic" if left out, as in LightFM; "warp" suits most lists better. */
  loss: Loss;
  /** "adagrad" if left out. */
  learningSchedule: LearningSchedule;
  /** Adagrad's initial rate, above 0; 0.05 if left out. */
  learningRate: number;
  /** Adadelta's memory, 0 to 1 exclusive; 0.95 if left out. */
  rho: number;
  /** Adadelta's conditioning, 0 or more; 1e-6 if left out. */
  epsilon: number;
  /** L2 penalty on item features, 0 or more; 0 if left out. */
  itemAlpha: number;
  /** L2 penalty on user features, 0 or more; 0 if left out. */
  userAlpha: number;
  /** The most draws WARP makes in search of a negative, 1 to 100,000; 10 if left out. */
  maxSampled: number;
  /** WARP-kos takes the k-th best of `n` drawn positives, 1 to 100,000; 5 if left out. */
  k: number;
  /** How many positives WARP-kos draws for that, 1 to 100,000; 10 if left out. */
  n: number;
  /**
   * What a stored dislike does apart from not being sampled: nothing ("known", as in LightFM and if left out), or it serves as the
   * negative of one of the user's likes ("negatives"; WARP tries one first, BPR every other time). Measured on
   * MovieLens latest-small, WARP, 30 epochs: likes rank above dislikes more often (0.672 of held-out pairs instead of
   * 0.657), but the ranking as a whole gets worse, because people dislike items similar to those they like (AUC 0.905
   * instead of 0.932, precision at 10 0.258 instead of 0.284).
   */
  dislikes: Dislikes;
  /** Any whole number, 0 if left out: the same seed, data and calls give the same model, to the bit, with one thread. */
  seed: number;
}

/** The defaults of LightFM 1.17; its seed is random where ours is fixed. */
export const DEFAULTS: Readonly<Hyperparameters> = {
  noComponents: 10,
  loss: "logistic",
  learningSchedule: "adagrad",
  learningRate: 0.05,
  rho: 0.95,
  epsilon: 1e-6,
  itemAlpha: 0,
  userAlpha: 0,
  maxSampled: 10,
  k: 5,
  n: 10,
  dislikes: "known",
  seed: 0,
};

export const DISLIKES: readonly Dislikes[] = ["known", "negatives"];
const SCHEDULES: readonly LearningSchedule[] = ["adagrad", "adadelta"];

/**
 * Fills in the defaults. The result is frozen: a model's tables are of these hyperparameters.
 * @throws ArgumentError if an option is unknown or out of range.
 */
export function checkHyperparameters(options: Partial<Hyperparameters>): Readonly<Hyperparameters> {
  checkOptions(options, Object.keys(DEFAULTS), "hyperparameters");
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const all: Hyperparameters = Object.freeze({ ...DEFAULTS, ...Object.fromEntries(given) });
  oneOf("loss", all.loss, Object.keys(LOSSES));
  oneOf("learningSchedule", all.learningSchedule, SCHEDULES);
  oneOf("dislikes", all.dislikes, DISLIKES);
  wholeNumber("noComponents", all.noComponents, 1, 1024);
  wholeNumber("maxSampled", all.maxSampled, 1, 100_000);
  wholeNumber("k", all.k, 1, 100_000);
  wholeNumber("n", all.n, 1, 100_000);
  wholeNumber("seed", all.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  numberInRange("learningRate", all.learningRate, (x) => x > 0, "above 0");
  numberInRange("rho", all.rho, (x) => x > 0 && x < 1, "between 0 and 1");
  numberInRange("epsilon", all.epsilon, (x) => x >= 0, "0 or more");
  numberInRange("itemAlpha", all.itemAlpha, (x) => x >= 0, "0 or more");
  numberInRange("userAlpha", all.userAlpha, (x) => x >= 0, "0 or more");
  return all;
}
