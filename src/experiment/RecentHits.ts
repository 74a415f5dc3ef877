import { pooledDifference, pooledShare } from "../evaluation/pooledShare.ts";
import type { HitShares } from "./hitRates.ts";
import type { Hits } from "./replay.ts";

/** Predictions in the moving mean: fewer are often of one or two users, who say nothing about the next. */
export const RECENT = 1000;

type Tally = Record<keyof Hits | "cases", number>;

/** The hits among the last predictions of a replay: a moving mean of likes, with its intervals over users. */
export class RecentHits {
  /** A ring: each takes the place of the oldest. */
  readonly #predictions: { user: number; hits: Hits }[] = [];
  #next = 0;

  add(user: number, hits: Hits): void {
    this.#predictions[this.#next] = { user, hits };
    this.#next = (this.#next + 1) % RECENT;
  }

  /** Each like counts once; null while none was predicted. */
  get shares(): HitShares | null {
    if (this.#predictions.length === 0) return null;
    const users = this.#byUser();
    const of = (who: keyof Hits) => users.map((own) => ({ cases: own.cases, hits: own[who] }));
    const rate = (who: keyof Hits) => pooledShare(of(who));
    const less = (who: keyof Hits) =>
      pooledDifference(
        of("learning"),
        users.map((own) => own[who]),
      );
    return {
      users: users.length,
      rates: {
        learning: rate("learning"),
        frozen: rate("frozen"),
        foldIn: rate("foldIn"),
        popularity: rate("popularity"),
      },
      learningLess: { frozen: less("frozen"), foldIn: less("foldIn"), popularity: less("popularity") },
    };
  }

  #byUser(): Tally[] {
    const tallies = new Map<number, Tally>();
    for (const { user, hits } of this.#predictions) {
      const own = tallies.get(user) ?? { cases: 0, learning: 0, frozen: 0, foldIn: 0, popularity: 0 };
      tallies.set(user, own);
      own.cases++;
      for (const who of Object.keys(hits) as (keyof Hits)[]) own[who] += Number(hits[who]);
    }
    return [...tallies.values()];
  }
}
