import type { Catalogue } from "../dataset/Catalogue.ts";
import { CancelledError, DivergedError } from "../errors.ts";
import { SeededRandom } from "../matrix/random.ts";
import type { FeatureWeights, ModelSettings } from "./defaults.ts";
import { type FigureIntervals, type HeldOutFigures, intervalsOf, meanFigures, merit } from "./heldOut.ts";
import { SEARCH_SPACE, type SearchedHyperparameters } from "./search/hyperparameterSearch.ts";
import { crossed, drawFrom, type SearchSpace } from "./search/SearchSpace.ts";
import { type Candidate, successiveHalving } from "./search/successiveHalving.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { createModel, trainOn } from "./train.ts";
import type { Validation } from "./Validation.ts";
import type { Work } from "./Work.ts";

/** Settings that were tried. Compare trials of equal epochs only. */
export interface Trial extends HeldOutFigures {
  /** From 1, in the order in which they were drawn; the first are the settings the search began with. */
  number: number;
  settings: ModelSettings;
  epochs: number;
  /** Training time, all epochs together. */
  seconds: number;
  intervals: FigureIntervals;
}

export interface SearchStep {
  trial: Trial;
  /** The best so far among trials of the same number of epochs. */
  best: Trial;
}

/** Settings that start in each bracket: three rungs, the first at a ninth of the epochs. */
const CANDIDATES = 9;
const FEATURE_WEIGHTS = [0.25, 0.5, 1, 2];

/**
 * Looks for settings by successive halving, bracket after bracket until the budget is spent. The settings it
 * begins with go through every rung of the first bracket, so whatever beats them did so at equal epochs;
 * from then on every other candidate shares about half of its values with the best.
 *
 * It sees the training part of the validation alone, of which it holds out a part of its own, as tuning does:
 * examine what it found with `examineOnce`.
 * @param options.seconds the budget
 * @param options.epochs of a full training
 * @throws CancelledError if the signal stops it.
 */
export async function* search(
  split: TimeSplit,
  validation: Validation,
  base: ModelSettings,
  { seed, seconds, epochs, signal, onProgress }: { seed: number; seconds: number; epochs: number } & Work,
): AsyncGenerator<SearchStep, void, undefined> {
  const began = performance.now();
  const budget = AbortSignal.timeout(seconds * 1000);
  const work: Work = {
    signal: signal ? AbortSignal.any([signal, budget]) : budget,
    onProgress: () => onProgress?.(Math.min(1, (performance.now() - began) / 1000 / seconds)),
  };
  const random = new SeededRandom(seed);
  const inner = validation.inner(seed);
  const weights = weightSpace(split.catalogue);
  const steps = successiveHalving<ModelSettings, Examined>({
    draw: (number, best) => {
      if (number === 1) return base;
      const drawn = drawSettings(base, weights, random);
      return best && number % 2 === 0 ? crossedSettings(best, drawn, random) : drawn;
    },
    begin: (settings) => new Examinee(split, inner, settings, seed, work),
    score: merit,
    epochs,
    candidates: CANDIDATES,
    brackets: Number.POSITIVE_INFINITY,
    keepFirst: true,
  });
  try {
    for await (const { trial, best } of steps) {
      yield { trial: flat(trial), best: flat(best) };
      if (budget.aborted) return;
    }
  } catch (error) {
    if (!(error instanceof CancelledError && budget.aborted && !signal?.aborted)) throw error;
  }
}

type Examined = HeldOutFigures & Pick<Trial, "seconds" | "intervals">;

/** A model of some settings, examined as it learns. */
class Examinee implements Candidate<Examined> {
  readonly #split: TimeSplit;
  readonly #validation: Validation;
  readonly #settings: ModelSettings;
  readonly #work: Work;
  readonly #model: ReturnType<typeof createModel>;
  #seconds = 0;

  constructor(split: TimeSplit, validation: Validation, settings: ModelSettings, seed: number, work: Work) {
    this.#split = split;
    this.#validation = validation;
    this.#settings = settings;
    this.#work = work;
    this.#model = createModel(settings, seed);
  }

  async trainTo(epochs: number): Promise<Examined | null> {
    const { whole } = this.#split.features(this.#settings.featureWeights);
    const more = epochs - this.#model.epochs;
    try {
      this.#seconds += await trainOn(this.#model, this.#validation.train, whole, more, this.#work);
    } catch (error) {
      if (error instanceof DivergedError) return null;
      throw error;
    }
    const perUser = await this.#validation.perUser(this.#model);
    return { ...meanFigures(perUser), intervals: intervalsOf(perUser), seconds: this.#seconds };
  }
}

function flat({
  result,
  ...trial
}: {
  number: number;
  settings: ModelSettings;
  epochs: number;
  result: Examined;
}) {
  return { ...trial, ...result };
}

/** Where nothing is known of a side, the weight of what is known makes no difference. */
function weightSpace({ userFeatures, items }: Catalogue): SearchSpace<FeatureWeights> {
  return {
    ...(userFeatures ? { users: FEATURE_WEIGHTS } : {}),
    ...(items.some(({ genres }) => genres.length > 0) ? { items: FEATURE_WEIGHTS } : {}),
  };
}

function drawSettings(
  base: ModelSettings,
  weights: SearchSpace<FeatureWeights>,
  random: SeededRandom,
): ModelSettings {
  return {
    hyperparameters: { ...base.hyperparameters, ...drawFrom<SearchedHyperparameters>(SEARCH_SPACE, random) },
    featureWeights: { ...base.featureWeights, ...drawFrom(weights, random) },
  };
}

function crossedSettings(a: ModelSettings, b: ModelSettings, random: SeededRandom): ModelSettings {
  return {
    hyperparameters: crossed(a.hyperparameters, b.hyperparameters, random),
    featureWeights: crossed(a.featureWeights, b.featureWeights, random),
  };
}
