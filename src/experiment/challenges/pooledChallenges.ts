import type { ChallengeFindings } from "./runChallenges.ts";

/**
 * The findings of several seeds as one of the same shape: every number is the mean over the seeds. So are the
 * bounds of intervals: all seeds examine the same users, so more seeds hardly narrow what other users would have
 * changed, and such an interval holds the truth at least as often as each seed's own. Rows are matched by name;
 * those that a seed lacks are left out. Names that differ stand side by side, and ROC curves are the first seed's.
 */
export function pooledChallenges(seeds: readonly ChallengeFindings[]): ChallengeFindings {
  const [first] = seeds;
  if (seeds.length === 1) return first;
  const pooled = pool(seeds) as ChallengeFindings;
  // Quarters of the users, whose names say how many likes they have: those differ a little from seed to seed.
  const byActivity = byPlace(
    seeds.map(({ accuracy }) => accuracy.byActivity),
  ) as typeof first.accuracy.byActivity;
  return { ...pooled, accuracy: { ...pooled.accuracy, byActivity } };
}

function pool(values: readonly unknown[]): unknown {
  const [first] = values;
  if (typeof first === "number") return meanOf(values as number[]);
  if (Array.isArray(first)) return rows(values as unknown[][]);
  if (typeof first !== "object" || first === null) return [...new Set(values)].join(" / ") || first;
  return Object.fromEntries(
    Object.keys(first).map((key) => {
      const own = values.map((value) => (value as Record<string, unknown>)[key]);
      return [key, OF_THE_FIRST.includes(key) || own.includes(null) ? own[0] : pool(own)];
    }),
  );
}

/** Of these a mean makes no sense. */
const OF_THE_FIRST = ["roc", "target"];

function rows(lists: readonly unknown[][]): unknown[] {
  const [first] = lists;
  if (first.some((row) => nameOf(row) === "")) return byPlace(lists);
  return first.flatMap((row) => {
    const same = lists.flatMap((list) => list.filter((other) => nameOf(other) === nameOf(row)));
    return same.length === lists.length ? [pool(same)] : [];
  });
}

/** As many rows as all lists have. */
function byPlace(lists: readonly unknown[][]): unknown[] {
  const length = Math.min(...lists.map((list) => list.length));
  return lists[0].slice(0, length).map((_, place) => pool(lists.map((list) => list[place])));
}

/** What tells a row from others of its list; empty if nothing does. */
function nameOf(row: unknown): string {
  const { name, guard, kind, goal, value } = row as Record<string, unknown>;
  return [name, guard, kind, goal, value].filter((part) => part !== undefined).join(" ");
}

/** A figure over several seeds. */
export interface Spread {
  name: string;
  mean: number;
  /** Standard deviation. */
  deviation: number;
}

/** How far the main figures differ from seed to seed. @param seeds two or more */
export function spreadOf(seeds: readonly ChallengeFindings[]): Spread[] {
  return FIGURES.map(([name, figure]) => {
    const figures = seeds.map(figure);
    const mean = meanOf(figures);
    const squares = figures.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    return { name, mean, deviation: Math.sqrt(squares / (figures.length - 1)) };
  });
}

const FIGURES: readonly [name: string, figure: (found: ChallengeFindings) => number][] = [
  ["AUC", ({ accuracy }) => accuracy.model.auc.mean],
  ["precision at 10", ({ accuracy }) => accuracy.model.precisionAt10.mean],
  ["precision at 10, less popularity", ({ accuracy }) => accuracy.modelLessPopularity.precisionAt10.mean],
  ["coverage of lists", ({ beyondAccuracy }) => beyondAccuracy.model.coverage],
  ["Gini of exposure", ({ beyondAccuracy }) => beyondAccuracy.model.gini],
  ["precision of niche users", ({ popularityBias }) => popularityBias.groups[0].precision.mean],
  [
    "loop: coverage at the end, as is",
    ({ closedLoop }) => closedLoop.policies[0].rounds.at(-1)?.coverage ?? NaN,
  ],
  [
    "loop: likes found by exploration, less as is",
    ({ closedLoop }) => closedLoop.policies[1].foundLessAsIs.mean,
  ],
  ["fraud: rise of the first target", ({ robustness }) => robustness.attacks[0].risen.mean],
  ["fraud: detector’s AUC", ({ robustness }) => robustness.attacks[0].detection.auc],
];

function meanOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}
