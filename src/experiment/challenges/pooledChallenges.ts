import type { UserGroup } from "./accuracy.ts";
import { activityBounds, activityName } from "./activityName.ts";
import type { RobustnessFindings } from "./attacks.ts";
import { byPlace, meanOf, meanOverSeeds } from "./meanOverSeeds.ts";
import type { ChallengeFindings } from "./runChallenges.ts";

/**
 * The findings of several seeds as one of the same shape: every number is the mean over the seeds. So are the
 * bounds of intervals: all seeds examine the same users, so more seeds hardly narrow what other users would have
 * changed, and such an interval holds the truth at least as often as each seed's own. Rows are matched by name;
 * those that a seed lacks are left out. Names that differ stand side by side, ROC curves are the first seed's, and
 * guards those of the seeds that tried them on the same attack.
 */
export function pooledChallenges(seeds: readonly ChallengeFindings[]): ChallengeFindings {
  const [first] = seeds;
  if (seeds.length === 1) return first;
  const pooled = meanOverSeeds(seeds);
  const byActivity = activityOf(seeds.map(({ accuracy }) => accuracy.byActivity));
  const guarded = ofTheSameAttack(seeds.map(({ robustness }) => robustness));
  const { against, guards } = meanOverSeeds(guarded);
  return {
    ...pooled,
    accuracy: { ...pooled.accuracy, byActivity },
    robustness: { ...pooled.robustness, against, guards },
  };
}

/** Quarters of the users, whose names say how many likes they have: those differ a little from seed to seed. */
function activityOf(seeds: readonly (readonly UserGroup[])[]): UserGroup[] {
  return byPlace(seeds).map((group, place) => {
    const bounds = seeds.flatMap((groups) => activityBounds(groups[place].name));
    return { ...group, name: activityName(Math.min(...bounds), Math.max(...bounds)) };
  });
}

/** The seeds whose strongest attack was that of most of them: guards against other attacks have no common mean. */
function ofTheSameAttack(seeds: readonly RobustnessFindings[]): readonly RobustnessFindings[] {
  const nameOf = ({ against: { kind, goal } }: RobustnessFindings) => `${kind} ${goal}`;
  const alike = seeds.map((seed) => seeds.filter((other) => nameOf(other) === nameOf(seed)));
  return alike.reduce((most, some) => (some.length > most.length ? some : most));
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
  ["precision at 10, minus popularity", ({ accuracy }) => accuracy.modelLessPopularity.precisionAt10.mean],
  ["coverage of lists", ({ beyondAccuracy }) => beyondAccuracy.model.coverage.mean],
  ["Gini of exposure", ({ beyondAccuracy }) => beyondAccuracy.model.gini.mean],
  ["precision of niche users", ({ popularityBias }) => popularityBias.groups[0].precision.mean],
  [
    "loop: coverage at the end, as is",
    ({ closedLoop }) => closedLoop.policies[0].rounds.at(-1)?.coverage.mean ?? NaN,
  ],
  [
    "loop: likes found by exploration, minus as is",
    ({ closedLoop }) => closedLoop.policies[1].foundLessAsIs.mean,
  ],
  ["fraud: rise of the first target", ({ robustness }) => robustness.attacks[0].risen.mean],
  ["fraud: detector’s AUC", ({ robustness }) => robustness.attacks[0].detection.auc.mean],
];
