/** Settings under trial, and their result after a number of epochs. */
export interface Trial<Settings, Result> {
  /** From 1, in the order in which settings were drawn. */
  number: number;
  settings: Settings;
  epochs: number;
  result: Result;
}

/** A model of some settings that can be trained further and examined. */
export interface Candidate<Result> {
  /** Trains up to this many epochs in all. @returns null if these settings cannot be trained */
  trainTo(epochs: number): Promise<Result | null>;
}

export interface HalvingRules<Settings, Result> {
  /** The next settings to try. @param best of those tried so far, null before the first result */
  draw: (number: number, best: Settings | null) => Settings;
  begin: (settings: Settings) => Candidate<Result>;
  /** More is better. */
  score: (result: Result) => number;
  /** Epochs of the last rung. */
  epochs: number;
  /** Settings that start in each bracket. */
  candidates: number;
  /** Brackets, one after the other; Infinity to go on until the asker stops. */
  brackets: number;
  /** Whether the first settings take part in every rung of the first bracket, as a yardstick. */
  keepFirst: boolean;
}

export interface HalvingStep<Settings, Result> {
  trial: Trial<Settings, Result>;
  /** The best so far among trials of the same number of epochs, the highest that a bracket has finished. */
  best: Trial<Settings, Result>;
}

/** One in three goes on to the next rung, which has three times the epochs. */
const REDUCTION = 3;

/**
 * Successive halving (Jamieson and Talwalkar 2016): many settings are trained briefly, the best third for
 * three times as long, and so on. Settings are only ever compared at equal numbers of epochs.
 */
export async function* successiveHalving<Settings, Result>(
  rules: HalvingRules<Settings, Result>,
): AsyncGenerator<HalvingStep<Settings, Result>, void, undefined> {
  type Entrant = { number: number; settings: Settings; candidate: Candidate<Result> };
  const rungs = rungsOf(rules.epochs, rules.candidates);
  const trials = new Map(rungs.map((epochs) => [epochs, [] as Trial<Settings, Result>[]]));
  const scoreOf = ({ result }: Trial<Settings, Result>) => rules.score(result);
  let finished = rungs[0];
  let best: Trial<Settings, Result> | null = null;
  let drawn = 0;
  for (let bracket = 0; bracket < rules.brackets; bracket++) {
    let entrants: Entrant[] = [];
    for (const epochs of rungs) {
      const came: { entrant: Entrant; score: number }[] = [];
      const count = epochs === rungs[0] ? rules.candidates : entrants.length;
      for (let i = 0; i < count; i++) {
        const entrant = entrants[i] ?? draw();
        const result = await entrant.candidate.trainTo(epochs);
        if (result === null) continue;
        const trial = { number: entrant.number, settings: entrant.settings, epochs, result };
        trials.get(epochs)?.push(trial);
        came.push({ entrant, score: rules.score(result) });
        if (i === count - 1) finished = Math.max(finished, epochs);
        best = bestBy(trials.get(finished) ?? [], scoreOf) ?? trial;
        yield { trial, best };
      }
      const ranked = came.toSorted((a, b) => b.score - a.score).map(({ entrant }) => entrant);
      entrants = ranked.slice(0, Math.max(1, Math.floor(ranked.length / REDUCTION)));
      const first = ranked.find(({ number }) => number === 1);
      if (rules.keepFirst && first && !entrants.includes(first)) entrants.push(first);
    }
  }

  function draw(): Entrant {
    const settings = rules.draw(++drawn, best?.settings ?? null);
    return { number: drawn, settings, candidate: rules.begin(settings) };
  }
}

/** Numbers of epochs, ascending: as many rungs as it takes to come down to one candidate. */
function rungsOf(epochs: number, candidates: number): number[] {
  const count = 1 + Math.floor(Math.log(candidates) / Math.log(REDUCTION) + 1e-9);
  const heights = Array.from({ length: count }, (_, i) =>
    Math.max(1, Math.round(epochs / REDUCTION ** (count - 1 - i))),
  );
  return [...new Set(heights)];
}

/** The first of equals; undefined if there is none. */
export function bestBy<Item>(items: readonly Item[], score: (item: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>(
    (best, item) => (best === undefined || score(item) > score(best) ? item : best),
    undefined,
  );
}
