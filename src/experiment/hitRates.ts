import { bootstrapInterval, type Interval, pairedDifference } from "../evaluation/intervals.ts";
import type { PerUser } from "../evaluation/rankMetrics.ts";
import type { LightFM } from "../model/LightFM.ts";
import type { FeatureWeights } from "./defaults.ts";
import { RecentHits } from "./RecentHits.ts";
import { type Hits, type ReplayStep, replay } from "./replay.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import type { Work } from "./Work.ts";

/** How often the item that a user liked next was among their ten best. */
export interface HitShares {
  /** Users with a like that was predicted. */
  users: number;
  rates: Record<keyof Hits, Interval>;
  /** What keeping on learning adds to each of the others, for the same users. */
  learningLess: Record<Exclude<keyof Hits, "learning">, Interval>;
}

/** Where a replay is, and how it did lately. */
export interface ReplayPoint {
  /** New interactions replayed. */
  replayed: number;
  /** Unix seconds of the last of them. */
  time: number;
  /** Likes that were predicted, and those of them by users who came after the boundary. */
  predicted: number;
  byNewUsers: number;
  /** Over the last thousand of them, each like counting once; null while there is none. */
  recent: HitShares | null;
}

/** Over a whole replay, each user's share counting once. */
export interface HitRates extends HitShares {
  /** Likes that were predicted, and those of them by users who came after the boundary, whom frozen cannot know. */
  predicted: number;
  byNewUsers: number;
  /** After each tenth of the new part. */
  course: ReplayPoint[];
  perUser: Record<keyof Hits, PerUser>;
  /** Wall time of the whole replay. */
  seconds: number;
  /** Interactions replayed in a second. */
  perSecond: number;
}

const WHO = ["learning", "frozen", "foldIn", "popularity"] as const satisfies (keyof Hits)[];

const TENTHS = 10;

/** How many users there are, and who came after the boundary. */
type Arrivals = Pick<TimeSplit, "users" | "isNew">;

/** Counts the hits of a replay. */
export class HitCounter {
  readonly #recent = new RecentHits();
  #predicted = 0;
  #byNewUsers = 0;
  readonly #split: Arrivals;
  readonly #likes: Float32Array;
  readonly #hits: Record<keyof Hits, Float32Array>;

  constructor(split: Arrivals) {
    this.#split = split;
    const none = () => new Float32Array(split.users);
    this.#likes = none();
    this.#hits = { learning: none(), frozen: none(), foldIn: none(), popularity: none() };
  }

  add({ user, hits }: ReplayStep): void {
    if (!hits) return;
    this.#predicted++;
    if (this.#split.isNew(user)) this.#byNewUsers++;
    this.#likes[user]++;
    this.#recent.add(user, hits);
    for (const who of WHO) if (hits[who]) this.#hits[who][user]++;
  }

  /** Where the replay is after a step. */
  pointAt({ replayed, time }: ReplayStep): ReplayPoint {
    const [predicted, byNewUsers] = [this.#predicted, this.#byNewUsers];
    return { replayed, time, predicted, byNewUsers, recent: this.#recent.shares };
  }

  /** The share of each user's likes that were hits; NaN for users without any. */
  get perUser(): Record<keyof Hits, PerUser> {
    const shares = (who: keyof Hits) => this.#hits[who].map((count, user) => count / this.#likes[user]);
    return {
      learning: shares("learning"),
      frozen: shares("frozen"),
      foldIn: shares("foldIn"),
      popularity: shares("popularity"),
    };
  }
}

/**
 * Replays the new part from beginning to end.
 * @param model has learnt the current part; it stays as it is
 */
export async function hitRates(
  split: TimeSplit,
  model: LightFM,
  { featureWeights, signal, onProgress }: { featureWeights: FeatureWeights } & Work,
): Promise<HitRates> {
  const began = performance.now();
  const counter = new HitCounter(split);
  const total = split.added.length;
  const course: ReplayPoint[] = [];
  for await (const step of replay(split, model, { featureWeights, ...(signal ? { signal } : {}) })) {
    onProgress?.(step.replayed / total);
    counter.add(step);
    if (step.replayed >= ((course.length + 1) * total) / TENTHS) course.push(counter.pointAt(step));
  }
  const seconds = (performance.now() - began) / 1000;
  const { perUser } = counter;
  const { predicted, byNewUsers } = course[course.length - 1];
  return {
    predicted,
    byNewUsers,
    course,
    perUser,
    ...hitShares(perUser),
    seconds,
    perSecond: total / seconds,
  };
}

/** @param perUser of each user the share of likes that were hits; NaN for users without any */
export function hitShares(perUser: HitRates["perUser"]): HitShares {
  const less = (who: keyof Hits) => pairedDifference(perUser.learning, perUser[who]);
  const rate = (who: keyof Hits) => bootstrapInterval(perUser[who]);
  const learning = rate("learning");
  return {
    users: learning.users,
    rates: { learning, frozen: rate("frozen"), foldIn: rate("foldIn"), popularity: rate("popularity") },
    learningLess: { frozen: less("frozen"), foldIn: less("foldIn"), popularity: less("popularity") },
  };
}
