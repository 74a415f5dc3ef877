import type { Taste } from "../../../core/api/Film.ts";
import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import { isLiked, type OwnStars, ownStars } from "../../../core/worker/ownStars.ts";
import type { Recommender } from "../../../core/worker/Recommender.ts";
import { MOST_FAMILIAR } from "../../../ranking/steering.ts";

/** Of a person's answers as a whole, without those that carry the list, and for the lists on the way of a slider. */
const KEPT = 40;

/** What a person's answers make of every item. Steering changes none of it, so it is kept for the next list. */
export class OwnScores {
  readonly recommender: Recommender;
  /** The latest first. */
  readonly own: readonly OwnStars[];
  readonly #kept = new Map<string, Promise<Float32Array>>();
  #nearness: Promise<Float32Array> | null = null;

  constructor(data: LoadedData, recommender: Recommender, taste: Taste) {
    this.recommender = recommender;
    this.own = ownStars(data, taste);
  }

  /** Every item's score if some of the answers had not been given. It belongs to all who ask, so change nothing in it. */
  without(left: readonly OwnStars[]): Promise<Float32Array> {
    const key = left.map(({ item }) => item).join();
    const kept =
      this.#kept.get(key) ?? this.recommender.scores(this.own.filter((one) => !left.includes(one)));
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT) this.#kept.delete(oldest);
    return kept;
  }

  /** How similar each item is to the nearest of the person's likes, from 0 to 1. */
  nearness(): Promise<Float32Array> {
    const liked = this.own.filter(isLiked).slice(0, MOST_FAMILIAR);
    this.#nearness ??= this.recommender.nearnessTo(liked.map(({ item }) => item));
    return this.#nearness;
  }
}
