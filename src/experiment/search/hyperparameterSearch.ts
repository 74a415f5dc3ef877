import {
  checkOptions,
  checkSeed,
  instanceOf,
  optionalFunction,
  optionalSignal,
  show,
  wholeNumber,
} from "../../arguments.ts";
import { ArgumentError, CancelledError, DivergedError } from "../../errors.ts";
import { ndcgAtK } from "../../evaluation/evaluation.ts";
import { mean } from "../../evaluation/rankMetrics.ts";
import { Interactions } from "../../matrix/Interactions.ts";
import { SeededRandom } from "../../matrix/random.ts";
import { toRows } from "../../matrix/rows.ts";
import type { Features } from "../../model/fitting.ts";
import { checkHyperparameters, DEFAULTS, type Hyperparameters } from "../../model/hyperparameters.ts";
import { type FitOptions, LightFM } from "../../model/LightFM.ts";
import { checkApart } from "../../model/rankTestItems.ts";
import { checkSpace, drawFrom, type SearchSpace } from "./SearchSpace.ts";
import { successiveHalving, type Trial } from "./successiveHalving.ts";

/** Every hyperparameter that can be searched; the search sets the seed itself. */
export type SearchedHyperparameters = Omit<Hyperparameters, "seed">;

/** The space that a search tries by default. */
export const SEARCH_SPACE = {
  noComponents: [8, 16, 24, 32, 48, 64, 96],
  learningRate: { from: 0.01, to: 0.1, log: true },
  itemAlpha: { from: 1e-6, to: 1e-3, log: true },
  userAlpha: { from: 1e-6, to: 1e-3, log: true },
  maxSampled: [10, 20, 50, 100, 200],
} as const satisfies SearchSpace<SearchedHyperparameters>;

/** A set of hyperparameters that was tried. */
export interface SearchTrial {
  /** From 1, in the order in which they were drawn. */
  number: number;
  hyperparameters: Partial<Hyperparameters>;
  /** Epochs learnt when it was evaluated; compare only trials with the same number. */
  epochs: number;
  /** The metric's value; higher is better. */
  score: number;
}

export interface SearchOptions extends Features {
  /** The interactions to train on. */
  train: Interactions;
  /** The interactions to choose by. Do not report the winner's score on them, which flatters it. */
  validation: Interactions;
  /** How many sets of hyperparameters to try, 1 or more. */
  trials: number;
  /** Epochs of a full training, 1 or more. */
  epochs: number;
  /** `SEARCH_SPACE` if left out. */
  space?: SearchSpace<SearchedHyperparameters>;
  /** The hyperparameters that are not searched; WARP with LightFM's defaults if left out. */
  base?: Partial<SearchedHyperparameters>;
  /** Scores a model, higher is better; mean nDCG at 10 on `validation` if left out. */
  metric?: (model: LightFM) => number | Promise<number>;
  /** Any whole number: the same seed tries the same hyperparameters. 0 if left out. */
  seed?: number;
  /** Stops the search: its promise rejects with CancelledError. */
  signal?: AbortSignal;
  /** Called with every trial as soon as it is evaluated, and with the best so far. */
  onTrial?: (trial: SearchTrial, best: SearchTrial) => void;
}

/** What a search found. */
export interface SearchResult {
  best: SearchTrial;
  /** Every evaluation, in the order in which they were made. */
  trials: SearchTrial[];
}

/**
 * Tries hyperparameters drawn at random, each for all epochs (Bergstra and Bengio 2012).
 * @throws ArgumentError if an option is unknown or out of range, before anything is trained, DivergedError if no trial could be trained,
 * CancelledError if the signal stops it.
 */
export function randomSearch(options: SearchOptions): Promise<SearchResult> {
  return search(options, "one");
}

/**
 * Tries hyperparameters drawn at random by successive halving (Jamieson and Talwalkar 2016): all are trained for a
 * few epochs, the best third of them for three times as many, and so on up to `epochs`. In the same time it tries
 * several times as many as `randomSearch`.
 * @throws ArgumentError if an option is unknown or out of range, before anything is trained, DivergedError if no trial could be trained,
 * CancelledError if the signal stops it.
 */
export function halvingSearch(options: SearchOptions): Promise<SearchResult> {
  return search(options, "halving");
}

const SEARCH_OPTIONS: readonly string[] = [
  "train",
  "validation",
  "trials",
  "epochs",
  "space",
  "base",
  "metric",
  "seed",
  "signal",
  "onTrial",
  "userFeatures",
  "itemFeatures",
] satisfies (keyof SearchOptions)[];

/** The seed is the search's own. */
const SEARCHED = Object.keys(DEFAULTS).filter((name) => name !== "seed");
const WHOLE = ["noComponents", "maxSampled", "k", "n"] as const satisfies (keyof Hyperparameters)[];

function checkSearch(options: SearchOptions): void {
  checkOptions(options, SEARCH_OPTIONS);
  const { train, validation, trials, epochs, space = SEARCH_SPACE, base = {}, metric, seed = 0 } = options;
  instanceOf("train", train, Interactions);
  instanceOf("validation", validation, Interactions);
  train.check();
  validation.check();
  if (validation.users !== train.users || validation.items !== train.items) {
    throw new ArgumentError(
      `validation is of ${validation.users} users and ${validation.items} items, but train of ${train.users} and ${train.items}.`,
    );
  }
  wholeNumber("trials", trials, 1, 1_000_000);
  wholeNumber("epochs", epochs, 1, 1_000_000);
  checkSeed(seed);
  optionalFunction("metric", metric);
  optionalFunction("onTrial", options.onTrial);
  optionalSignal(options.signal);
  checkOptions(base, SEARCHED, "base");
  checkHyperparameters(base);
  checkSpace(space, SEARCHED, (name, value) => checkHyperparameters({ [name]: value }));
  if (metric === undefined && !validation.values.some((value) => value > 0)) {
    throw new ArgumentError(
      "validation must hold at least one like: without any there is nothing to choose by.",
    );
  }
  if (metric === undefined) {
    checkApart("validation", toRows(validation, "likes"), toRows(train), "give a metric of your own");
  }
}

async function search(options: SearchOptions, rungs: "one" | "halving"): Promise<SearchResult> {
  checkSearch(options);
  const { train, validation, trials: count, epochs, onTrial, signal } = options;
  const { space = SEARCH_SPACE, base = { loss: "warp" }, seed = 0 } = options;
  const features: Features = {
    ...(options.userFeatures !== undefined && { userFeatures: options.userFeatures }),
    ...(options.itemFeatures !== undefined && { itemFeatures: options.itemFeatures }),
  };
  const metric =
    options.metric ??
    (async (model: LightFM) => mean(await ndcgAtK(model, validation, { ...features, train })));
  const random = new SeededRandom(seed);
  const steps = successiveHalving<Partial<Hyperparameters>, number>({
    draw: () => ({ ...base, ...drawFrom(space, random, WHOLE), seed }),
    begin: (hyperparameters) => {
      const model = new LightFM(hyperparameters);
      const trainTo = async (total: number) => {
        const more = { ...features, epochs: total - model.epochs, ...(signal && { signal }) };
        return (await trainIfStable(model, train, more)) ? scoreBy(metric, model) : null;
      };
      return { trainTo };
    },
    score: (score) => score,
    epochs,
    candidates: rungs === "one" ? 1 : count,
    brackets: rungs === "one" ? count : 1,
    keepFirst: false,
  });
  const trials: SearchTrial[] = [];
  let best: SearchTrial | undefined;
  for await (const step of steps) {
    const trial = trialOf(step.trial);
    best = trialOf(step.best);
    trials.push(trial);
    onTrial?.(trial, best);
    if (signal?.aborted) throw new CancelledError("The search was stopped.");
  }
  if (!best) throw new DivergedError("No trial could be trained. Search lower learning rates.");
  return { best, trials };
}

/** Trains; false if the model diverged. */
async function trainIfStable(model: LightFM, train: Interactions, options: FitOptions): Promise<boolean> {
  try {
    await model.fitPartial(train, options);
    return true;
  } catch (error) {
    if (error instanceof DivergedError) return false;
    throw error;
  }
}

/** @throws ArgumentError if the metric gives no number. */
async function scoreBy(metric: NonNullable<SearchOptions["metric"]>, model: LightFM): Promise<number> {
  const score = await metric(model);
  if (typeof score === "number" && !Number.isNaN(score)) return score;
  throw new ArgumentError(`metric must give a number, not ${show(score)}.`);
}

function trialOf({ number, settings, epochs, result }: Trial<Partial<Hyperparameters>, number>): SearchTrial {
  return { number, hyperparameters: settings, epochs, score: result };
}
