import { knowingAll } from "../../../experiment/foldIn.ts";
import { likedBy, recommendTo } from "../../../experiment/newUsers.ts";
import type { GrowingFeatures, TimeSplit } from "../../../experiment/TimeSplit.ts";
import type { LightFM } from "../../../model/LightFM.ts";

/** Items are rows of the catalogue. */
export interface NewUserRows {
  rated: { item: number; rating: number }[];
  recommended: number[];
  before: number[];
}

/** A model before and after it was updated with the new interactions, and what each recommends to new users. */
export class UpdatedModel {
  readonly #split: TimeSplit;
  readonly #before: LightFM;
  readonly #after: LightFM;

  constructor(split: TimeSplit, features: GrowingFeatures, before: LightFM, after: LightFM) {
    this.#split = split;
    this.#before = knowingAll(before, features.whole);
    this.#after = after;
  }

  /** A new user's lists; null for anyone else. */
  async newUser(id: string, count: number): Promise<NewUserRows | null> {
    const user = this.#split.userOf(id);
    if (user < 0 || !this.#split.isNew(user)) return null;
    const [recommended, before] = await Promise.all([
      recommendTo(this.#split, this.#after, id, count),
      recommendTo(this.#split, this.#before, id, count),
    ]);
    return { rated: likedBy(this.#split, id), recommended, before };
  }
}
