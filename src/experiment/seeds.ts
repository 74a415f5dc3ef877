import { meanOverSeeds } from "./challenges/meanOverSeeds.ts";
import { type DriftingPoint, differencesOfWays, type TakingIn } from "./compareWays.ts";
import { type Drift, driftOf } from "./drift.ts";
import type { Findings, Tuning } from "./experiment.ts";
import { type ByArrival, type TakenIn, takenIn } from "./Folds.ts";
import { middleOf } from "./fitPartial.ts";
import { type Accuracy, type HeldOutFigures, intervalsOf, meanFigures, merit, pooled } from "./heldOut.ts";
import { type HitRates, hitShares } from "./hitRates.ts";
import { bestBy } from "./search/successiveHalving.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import type { TuningPoint } from "./tune.ts";

/** How far figures differ from seed to seed: standard deviations of the seeds' means. */
export interface SeedDeviations {
  validation: HeldOutFigures;
  fitPartial: ByArrival;
  foldIn: ByArrival;
  retrain: ByArrival;
}

/**
 * The findings of several seeds as one: each user's figures are their means over the seeds, and intervals are
 * over users as ever. What is not a figure (the one user's list, beyond accuracy) is the first seed's.
 */
export function pooledFindings(runs: readonly Findings[]): Findings {
  const [first] = runs;
  if (runs.length === 1) return first;
  return {
    ...first,
    tuning: pooledTuning(runs.map(({ tuning }) => tuning)),
    takingIn: pooledTakingIn(
      first.data,
      runs.map(({ takingIn }) => takingIn),
    ),
    replay: pooledReplay(runs.flatMap(({ replay }) => replay ?? [])),
  };
}

export function deviationsOf(runs: readonly Findings[]): SeedDeviations {
  const way = (pick: (takingIn: TakingIn) => TakenIn): ByArrival => {
    const side = (users: keyof ByArrival): Accuracy => ({
      auc: deviation(runs.map(({ takingIn }) => pick(takingIn)[users].auc)),
      precisionAt10: deviation(runs.map(({ takingIn }) => pick(takingIn)[users].precisionAt10)),
    });
    return { newUsers: side("newUsers"), oldUsers: side("oldUsers") };
  };
  const validations = runs.map(({ tuning }) => meanFigures(tuning.perUser));
  return {
    validation: {
      auc: deviation(validations.map(({ auc }) => auc)),
      precisionAt10: deviation(validations.map(({ precisionAt10 }) => precisionAt10)),
      ndcgAt10: deviation(validations.map(({ ndcgAt10 }) => ndcgAt10)),
    },
    fitPartial: way(({ best }) => best),
    foldIn: way(({ foldIn }) => foldIn),
    retrain: way(({ retrained }) => retrained),
  };
}

function pooledTuning(runs: readonly Tuning[]): Tuning {
  const points = inAll(runs.map(({ points }) => points)).map((same): TuningPoint => {
    const perUser = pooled(same.map((point) => point.perUser));
    return { ...same[0], ...meanFigures(perUser), perUser, intervals: intervalsOf(perUser) };
  });
  return {
    points,
    best: bestBy(points, merit) as TuningPoint,
    mostEpochs: Math.max(...runs.map(({ mostEpochs }) => mostEpochs)),
    chosenEpochs: runs.flatMap(({ chosenEpochs }) => chosenEpochs),
    perUser: pooled(runs.map(({ perUser }) => perUser)),
    popularityPerUser: pooled(runs.map(({ popularityPerUser }) => popularityPerUser)),
  };
}

function pooledTakingIn(split: TimeSplit, runs: readonly TakingIn[]): TakingIn {
  const pool = (ways: readonly TakenIn[]): TakenIn => ({
    ...takenIn(
      split,
      ways.map((way) => ({ ...way, hits: way.oldUsersHits })),
    ),
    folds: ways.flatMap(({ folds }) => folds),
  });
  const poolDrift = (drifts: readonly Drift[]) => driftOf(pooled(drifts.map(({ perUser }) => perUser)));
  const drifting = (points: readonly DriftingPoint[]): DriftingPoint => ({
    ...pool(points),
    epochs: points[0].epochs,
    drift: poolDrift(points.map(({ drift }) => drift)),
  });
  const chosenEpochs = runs.flatMap((run) => run.best.chosenEpochs);
  const best = {
    ...drifting(runs.map((run) => run.best)),
    epochs: middleOf(chosenEpochs),
    chosenEpochs,
  };
  const foldIn = pool(runs.map((run) => run.foldIn));
  const thenUpdated = pool(runs.map((run) => run.thenUpdated));
  const popularity = pool(runs.map((run) => run.popularity));
  const retrained = {
    ...pool(runs.map((run) => run.retrained)),
    drift: poolDrift(runs.map((run) => run.retrained.drift)),
  };
  return {
    partial: inAll(runs.map(({ partial }) => partial)).map(drifting),
    best,
    foldIn,
    retrained,
    thenUpdated,
    popularity,
    differences: differencesOfWays(split, { best, foldIn, retrained, thenUpdated, popularity }),
  };
}

function pooledReplay(runs: readonly HitRates[]): HitRates | null {
  const [first] = runs;
  if (!first) return null;
  const perUser = { ...first.perUser };
  for (const who of Object.keys(perUser) as (keyof typeof perUser)[]) {
    const own = runs.map((run) => run.perUser[who]);
    perUser[who] = first.perUser[who].map(
      (_, user) => own.reduce((sum, shares) => sum + shares[user], 0) / runs.length,
    );
  }
  const course = meanOverSeeds(runs.map((run) => run.course));
  return { ...first, course, perUser, ...hitShares(perUser) };
}

/** The points at each number of epochs that all runs came to. */
function inAll<Point extends { epochs: number }>(runs: readonly (readonly Point[])[]): Point[][] {
  return runs[0].flatMap(({ epochs }) => {
    const same = runs.flatMap((run) => run.filter((point) => point.epochs === epochs));
    return same.length === runs.length ? [same] : [];
  });
}

function deviation(figures: readonly number[]): number {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const squares = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0);
  return Math.sqrt(squares / (figures.length - 1));
}
