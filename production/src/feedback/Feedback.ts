import type { OwnRating } from "../trained/Recommender.ts";
import type { KeptRating } from "./FeedbackStore.ts";

/** The feedback of each user in memory, in order of time. */
export class Feedback {
  readonly #byUser = new Map<string, KeptRating[]>();
  #last = 0;

  /** The last rating's number; 0 if there is none. */
  get sequence(): number {
    return this.#last;
  }

  add(ratings: readonly KeptRating[]): void {
    for (const rating of ratings) {
      const own = this.#byUser.get(rating.user);
      if (own) own.push(rating);
      else this.#byUser.set(rating.user, [rating]);
      this.#last = rating.sequence;
    }
  }

  /** What a user said that a model which has learnt up to a sequence does not know. */
  of(user: string, learntTo: number): OwnRating[] {
    const own = this.#byUser.get(user) ?? [];
    return own
      .filter(({ sequence }) => sequence > learntTo)
      .map(({ item, rating }) => [item, rating] as const);
  }

  /** All that came after a sequence, in order. */
  after(sequence: number): KeptRating[] {
    const all = [...this.#byUser.values()].flatMap((own) =>
      own.filter((rating) => rating.sequence > sequence),
    );
    return all.sort((a, b) => a.sequence - b.sequence);
  }
}
