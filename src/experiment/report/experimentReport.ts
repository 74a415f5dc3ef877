import type { Interval } from "../../evaluation/intervals.ts";
import type { BeyondAccuracy } from "../beyondAccuracy.ts";
import type { TakingIn } from "../compareWays.ts";
import type { Drift } from "../drift.ts";
import type { Findings } from "../experiment.ts";
import { type ByArrival, type Hits, shareOfNewItems, type TakenIn } from "../Folds.ts";
import {
  type Accuracy,
  accuracy,
  differencesOf,
  type FigureIntervals,
  type HeldOutFigures,
  intervalsOf,
  meanFigures,
} from "../heldOut.ts";
import type { HitRates } from "../hitRates.ts";
import { nameOfItem } from "../newUsers.ts";
import { deviationsOf, pooledFindings, type SeedDeviations } from "../seeds.ts";

/** What one way of taking in the new part comes to. Intervals are 95% bootstrap intervals over users. */
export interface WayReport {
  newUsers: Accuracy;
  oldUsers: Accuracy;
  /** Training time of one fold. */
  seconds: number;
  intervals: ByArrival<FigureIntervals>;
  /** Means over the users of each fold; of each fold of each seed. */
  folds: ByArrival[];
  /** `shareOfNewItems` is of the likes of new items that were hits, over users. */
  oldUsersHits: Omit<Hits, "newItemsByUser"> & { shareOfNewItems: Interval };
}

export interface DriftReport extends Accuracy {
  intervals: FigureIntervals;
}

/** What the experiment found, as `npm run experiment -- --json` writes it. */
export interface ExperimentReport {
  data: {
    users: number;
    items: number;
    interactions: number;
    /** Interactions of either part. */
    current: number;
    new: number;
    /** Users whose first interaction is a new one. */
    newUsers: number;
  };
  seeds: { count: number /** Null for one seed. */; deviations: SeedDeviations | null };
  /** On the hold-out, by which nothing was chosen: `epochs` were on an inner one, whose figures are `tuning`. */
  validation: HeldOutFigures & {
    /** Best by the means of all seeds. */
    epochs: number;
    /** What each seed chose for itself, and was examined with. */
    chosenEpochs: number[];
    intervals: FigureIntervals;
  };
  popularity: Accuracy & { intervals: FigureIntervals };
  /** The model less popularity, on the same users. */
  validationLessPopularity: FigureIntervals;
  tuning: (Accuracy & { epochs: number; intervals: FigureIntervals })[];
  fitPartial: WayReport & {
    /** The middle one of those that the folds chose on their inner hold-outs. */
    epochs: number;
    chosenEpochs: number[];
    /** What it does to the held-out AUC of users who did nothing. */
    drift: number;
    drifts: DriftReport;
  };
  foldIn: WayReport;
  retrain: WayReport & { drifts: DriftReport };
  retrainThenFitPartial: WayReport;
  /** Recommending what is liked most, new likes included. */
  newPartPopularity: WayReport;
  differences: TakingIn["differences"];
  replay: Omit<HitRates, "perUser"> | null;
  /** Titles, best first. */
  newUser: { id: string; rated: string[]; recommended: string[] };
  beyondAccuracy: { model: BeyondAccuracy; popularity: BeyondAccuracy };
}

/** @param runs one for each seed */
export function reportOf(runs: readonly Findings[]): ExperimentReport {
  const { data, tuning, takingIn, replay, oneUser, beyondAccuracy } = pooledFindings(runs);
  const { items } = data.catalogue;
  const { best, foldIn, retrained, thenUpdated, popularity, differences } = takingIn;
  return {
    data: {
      users: data.users,
      items: data.items,
      interactions: data.earlier.length + data.later.length,
      current: data.earlier.length,
      new: data.later.length,
      newUsers: data.users - data.currentUsers,
    },
    seeds: { count: runs.length, deviations: runs.length > 1 ? deviationsOf(runs) : null },
    validation: {
      ...meanFigures(tuning.perUser),
      epochs: tuning.best.epochs,
      chosenEpochs: tuning.chosenEpochs,
      intervals: intervalsOf(tuning.perUser),
    },
    popularity: {
      ...accuracy(meanFigures(tuning.popularityPerUser)),
      intervals: intervalsOf(tuning.popularityPerUser),
    },
    validationLessPopularity: differencesOf(tuning.perUser, tuning.popularityPerUser),
    tuning: tuning.points.map((point) => ({
      epochs: point.epochs,
      ...accuracy(point),
      intervals: point.intervals,
    })),
    fitPartial: {
      ...way(best),
      epochs: best.epochs,
      chosenEpochs: best.chosenEpochs,
      drift: best.drift.auc,
      drifts: driftReport(best.drift),
    },
    foldIn: way(foldIn),
    retrain: { ...way(retrained), drifts: driftReport(retrained.drift) },
    retrainThenFitPartial: way(thenUpdated),
    newPartPopularity: way(popularity),
    differences,
    replay: replay && withoutUsers(replay),
    newUser: {
      id: oneUser.id,
      rated: oneUser.rated.map(({ item }) => nameOfItem(items[item])),
      recommended: oneUser.recommended.map((item) => nameOfItem(items[item])),
    },
    beyondAccuracy,
  };
}

function way({ newUsers, oldUsers, seconds, intervals, folds, oldUsersHits }: TakenIn): WayReport {
  const { newItemsByUser: _, ...hits } = oldUsersHits;
  const shared = { ...hits, shareOfNewItems: shareOfNewItems(oldUsersHits) };
  return { newUsers, oldUsers, seconds, intervals, folds, oldUsersHits: shared };
}

function driftReport({ auc, precisionAt10, intervals }: Drift): DriftReport {
  return { auc, precisionAt10, intervals };
}

function withoutUsers({ perUser: _, ...rates }: HitRates): Omit<HitRates, "perUser"> {
  return rates;
}
