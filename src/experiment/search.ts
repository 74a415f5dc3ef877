import type { Catalogue } from "../dataset/Catalogue.ts";
import { CancelledError, DivergedError } from "../errors.ts";
import { SeededRandom } from "../matrix/random.ts";
import type { ModelSettings } from "./defaults.ts";
import { type Climber, Ladder, type Trial } from "./Ladder.ts";
import { drawAkin, drawSettings, type Known } from "./searchSpace.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { createModel, trainOn } from "./train.ts";
import { Validation } from "./Validation.ts";
import type { Work } from "./Work.ts";

export interface SearchStep {
  trial: Trial;
  /** The best so far of those that have come farthest. */
  best: Trial;
}

/**
 * Looks for settings by successive halving (Jamieson and Talwalkar 2016), in the form that needs no plan (Li et
 * al. 2020, "A system for massively parallel hyperparameter tuning"): whenever one of the best third of a
 * rung has not gone on yet, it learns on to the next rung; otherwise new settings are drawn, every other
 * time akin to the best. The settings it begins with come to the top first, so what it finds has beaten them.
 * It can be stopped at any time with the best so far, and ends when the budget is spent.
 *
 * It looks at the training part of the validation alone, of which it holds out a part of its own.
 * @param options.seconds the budget
 * @param options.epochs of the topmost rung
 */
export async function* search(
  split: TimeSplit,
  validation: Validation,
  base: ModelSettings,
  { seed, seconds, epochs, signal, onProgress }: { seed: number; seconds: number; epochs: number } & Work,
): AsyncGenerator<SearchStep, void, undefined> {
  const began = performance.now();
  const budget = AbortSignal.timeout(seconds * 1000);
  const watched: Work = {
    signal: signal ? AbortSignal.any([signal, budget]) : budget,
    onProgress: () => onProgress?.(Math.min(1, (performance.now() - began) / 1000 / seconds)),
  };
  const random = new SeededRandom(seed);
  const known = knownOf(split.catalogue);
  const inner = new Validation(validation.train, seed);
  const ladder = new Ladder(epochs);
  let drawn = 1;
  let best = base;
  let climber = begin(drawn, base, seed);
  while (!budget.aborted) {
    const trial = await climb(split, inner, climber, ladder.epochsAbove(climber), watched).catch((error) => {
      if (error instanceof DivergedError || (error instanceof CancelledError && !signal?.aborted))
        return null;
      throw error;
    });
    if (trial) {
      climber = { ...climber, trial };
      const step = { trial, best: ladder.add(climber) };
      best = step.best.settings;
      yield step;
    }
    const isFirstOnItsWay = trial?.number === 1 && !ladder.isUp(climber);
    if (!isFirstOnItsWay) climber = ladder.next() ?? draw();
  }

  function draw(): Climber {
    const settings = ++drawn % 2 === 0 ? drawAkin(best, known, random) : drawSettings(base, known, random);
    return begin(drawn, settings, seed);
  }
}

function knownOf({ userFeatures, items }: Catalogue): Known {
  return { users: userFeatures !== null, items: items.some(({ genres }) => genres.length > 0) };
}

function begin(number: number, settings: ModelSettings, seed: number): Climber {
  const trial = { number, settings, epochs: 0, seconds: 0, auc: 0, precisionAt10: 0, ndcgAt10: 0 };
  return { trial, model: createModel(settings, seed) };
}

/** Learns on to so many epochs. */
async function climb(
  split: TimeSplit,
  validation: Validation,
  { trial, model }: Climber,
  epochs: number,
  work: Work,
): Promise<Trial> {
  const { whole } = split.features(trial.settings.featureWeights);
  const seconds = await trainOn(model, validation.train, whole, epochs - trial.epochs, work);
  return { ...trial, ...(await validation.figures(model)), epochs, seconds: trial.seconds + seconds };
}
