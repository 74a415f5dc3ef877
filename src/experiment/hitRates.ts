import { bootstrapInterval, type Interval, pairedDifference } from "../evaluation/intervals.ts";
import type { PerUser } from "../evaluation/rankMetrics.ts";
import type { LightFM } from "../model/LightFM.ts";
import type { FeatureWeights } from "./defaults.ts";
import { type Hits, replay } from "./replay.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import type { Work } from "./Work.ts";

/** How often the item that a user liked next was among their ten best, each user's share counting once. */
export interface HitRates {
  /** Likes that were predicted, and by how many users. */
  predicted: number;
  users: number;
  rates: Record<keyof Hits, Interval>;
  /** Of the same users: what keeping on learning adds to each of the others. */
  learningLess: Record<Exclude<keyof Hits, "learning">, Interval>;
  perUser: Record<keyof Hits, PerUser>;
  /** Wall time of the whole replay. */
  seconds: number;
  /** Interactions replayed in a second. */
  perSecond: number;
}

const WHO = ["learning", "frozen", "foldIn", "popularity"] as const satisfies (keyof Hits)[];

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
  const likes = new Float32Array(split.users);
  const hits = Object.fromEntries(WHO.map((who) => [who, new Float32Array(split.users)])) as Record<
    keyof Hits,
    Float32Array
  >;
  for await (const step of replay(split, model, { featureWeights, ...(signal ? { signal } : {}) })) {
    onProgress?.(step.replayed / split.added.length);
    if (!step.hits) continue;
    likes[step.user]++;
    for (const who of WHO) if (step.hits[who]) hits[who][step.user]++;
  }
  const seconds = (performance.now() - began) / 1000;
  const shares = (who: keyof Hits) => hits[who].map((count, user) => count / likes[user]);
  const perUser = {
    learning: shares("learning"),
    frozen: shares("frozen"),
    foldIn: shares("foldIn"),
    popularity: shares("popularity"),
  };
  return {
    predicted: likes.reduce((sum, count) => sum + count, 0),
    ...ratesOf(perUser),
    seconds,
    perSecond: split.added.length / seconds,
  };
}

/** @param perUser of each user the share of likes that were hits; NaN for users without any */
export function ratesOf(
  perUser: HitRates["perUser"],
): Pick<HitRates, "users" | "rates" | "learningLess" | "perUser"> {
  const less = (who: keyof Hits) => pairedDifference(perUser.learning, perUser[who]);
  const rate = (who: keyof Hits) => bootstrapInterval(perUser[who]);
  const learning = rate("learning");
  return {
    users: learning.users,
    rates: { learning, frozen: rate("frozen"), foldIn: rate("foldIn"), popularity: rate("popularity") },
    learningLess: { frozen: less("frozen"), foldIn: less("foldIn"), popularity: less("popularity") },
    perUser,
  };
}
