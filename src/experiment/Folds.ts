import { kFolds } from "../dataset/splits.ts";
import { NotReadyError } from "../errors.ts";
import type { Interval } from "../evaluation/intervals.ts";
import { pooledShare, type UserCases } from "../evaluation/pooledShare.ts";
import { popularityRanks } from "../evaluation/popularity.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import type { TestRanks } from "../model/rankTestItems.ts";
import {
  type Accuracy,
  accuracy,
  differencesOf,
  type FigureIntervals,
  type FiguresPerUser,
  figuresPerUser,
  intervalsOf,
  meanFigures,
  merit,
  pooled,
  type Who,
} from "./heldOut.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { together } from "./together.ts";

/** One fold of the new part held out, the others to take in; all of all users and items. */
export class Fold {
  readonly #current: Interactions;

  constructor(
    current: Interactions,
    readonly train: Interactions,
    readonly test: Interactions,
  ) {
    this.#current = current;
  }

  /**
   * The current part and `train` together: what is left out of rankings, and what retraining learns from.
   * Put together when it is asked for, so that not every fold holds all interactions.
   */
  get known(): Interactions {
    return together(this.#current, this.train);
  }

  /** What is taken in here, with a share of it held out in turn, so that choices are made without seeing `test`. */
  inner(seed: number): Fold {
    const [{ train, test }] = kFolds(this.train, { k: FOLDS, seed });
    return new Fold(this.#current, train, test);
  }
}

/** Figures of those who have come since the boundary, and of those who were there before, apart. */
export interface ByArrival<Figures = Accuracy> {
  newUsers: Figures;
  oldUsers: Figures;
}

/** What a way of taking in the new part achieves: each user counts once, with their mean over the folds. */
export interface TakenIn extends ByArrival {
  /** Training time of one fold. */
  seconds: number;
  intervals: ByArrival<FigureIntervals>;
  /** The figures of each fold alone. */
  folds: ByArrival[];
  perUser: FiguresPerUser;
  /** Where the precision of old users comes from, over all folds. */
  oldUsersHits: Hits;
}

/** One fold of one way, examined. */
export interface FoldRun {
  perUser: FiguresPerUser;
  seconds: number;
  hits: Hits;
}

/**
 * What users who were there before liked in the new part, and how much of it was among their ten best just
 * before; in each case also what of it are items that first appeared in the new part.
 */
export interface Hits {
  likes: number;
  likesOfNewItems: number;
  hits: number;
  hitsOfNewItems: number;
  /** Likes and hits of new items, by user, for an interval over users. */
  newItemsByUser: readonly UserCases[];
}

const FOLDS = 5;
const TOP = 10;

/** The new part in folds at random: each is held out once, while the others are taken in. */
export class Folds {
  readonly all: readonly Fold[];
  readonly #split: TimeSplit;

  /** @throws NotReadyError if there are too few new interactions for folds within folds. */
  constructor(split: TimeSplit, { seed }: { seed: number }) {
    const { added } = split;
    if (added.length < 2 * FOLDS) {
      throw new NotReadyError(`Too few new ratings (${added.length}). Move the line to an earlier time.`);
    }
    const current = split.whole(split.current);
    this.#split = split;
    this.all = Array.from(
      kFolds(added, { k: FOLDS, seed }),
      ({ train, test }) => new Fold(current, train, test),
    );
  }

  /** @param seconds of training */
  examine(ranks: TestRanks, seconds: number): FoldRun {
    return { perUser: figuresPerUser(ranks), seconds, hits: this.#hitsOfOldUsers(ranks) };
  }

  /** What is chosen by: the merit for new users, or for old ones if nobody is new. */
  merit(ranks: TestRanks): number {
    const { newUsers, oldUsers } = byArrival(this.#split, figuresPerUser(ranks));
    return Number.isNaN(merit(newUsers)) ? merit(oldUsers) : merit(newUsers);
  }

  /** The figures of recommending what is liked most, new likes included. */
  async popularity(): Promise<TakenIn> {
    const runs: FoldRun[] = [];
    for (const { test, known } of this.all) runs.push(this.examine(await popularityRanks(test, known), 0));
    return takenIn(this.#split, runs);
  }

  #hitsOfOldUsers({ test, ranks }: TestRanks): Hits {
    const { currentUsers, currentItems } = this.#split;
    const newItemsByUser = Array.from({ length: currentUsers }, () => ({ cases: 0, hits: 0 }));
    const hits = { likes: 0, likesOfNewItems: 0, hits: 0, hitsOfNewItems: 0, newItemsByUser };
    for (const [user, own] of newItemsByUser.entries()) {
      for (let i = test.indptr[user]; i < test.indptr[user + 1]; i++) {
        const isHit = ranks[i] < TOP;
        hits.likes++;
        if (isHit) hits.hits++;
        if (test.indices[i] < currentItems) continue;
        own.cases++;
        if (isHit) own.hits++;
      }
      hits.likesOfNewItems += own.cases;
      hits.hitsOfNewItems += own.hits;
    }
    return hits;
  }
}

/** The share of old users' likes among new items that was among their ten best. */
export function shareOfNewItems({ newItemsByUser }: Hits): Interval {
  return pooledShare(newItemsByUser.filter(({ cases }) => cases > 0));
}

/** Puts runs of one way together: its folds, or the same folds with several seeds. */
export function takenIn(split: TimeSplit, runs: readonly FoldRun[]): TakenIn {
  const perUser = pooled(runs.map((run) => run.perUser));
  return {
    ...byArrival(split, perUser),
    seconds: runs.reduce((sum, { seconds }) => sum + seconds, 0) / runs.length,
    intervals: apart(split, (who) => intervalsOf(perUser, who)),
    folds: runs.map((run) => byArrival(split, run.perUser)),
    perUser,
    oldUsersHits: sumOf(runs.map(({ hits }) => hits)),
  };
}

/** One way less another, on the same users. */
export function differenceOfWays(split: TimeSplit, a: TakenIn, b: TakenIn): ByArrival<FigureIntervals> {
  return apart(split, (who) => differencesOf(a.perUser, b.perUser, who));
}

function byArrival(split: TimeSplit, perUser: FiguresPerUser): ByArrival {
  return apart(split, (who) => accuracy(meanFigures(perUser, who)));
}

function apart<Figures>(split: TimeSplit, figures: (who: Who) => Figures): ByArrival<Figures> {
  return { newUsers: figures((user) => split.isNew(user)), oldUsers: figures((user) => !split.isNew(user)) };
}

function sumOf(all: readonly Hits[]): Hits {
  const total = (name: Exclude<keyof Hits, "newItemsByUser">) =>
    all.reduce((sum, hits) => sum + hits[name], 0);
  return {
    likes: total("likes"),
    likesOfNewItems: total("likesOfNewItems"),
    hits: total("hits"),
    hitsOfNewItems: total("hitsOfNewItems"),
    newItemsByUser: all[0].newItemsByUser.map((_, user) => {
      const own = all.map(({ newItemsByUser }) => newItemsByUser[user]);
      return {
        cases: own.reduce((sum, { cases }) => sum + cases, 0),
        hits: own.reduce((sum, { hits }) => sum + hits, 0),
      };
    }),
  };
}
