import type { Recommendation } from "../trained/Recommender.ts";

interface Kept {
  model: string;
  items: ReadonlySet<string>;
}

/** Users whose last list is remembered. */
const MOST_USERS = 50_000;

/** What each user was recommended last, by which model: what the hit rate is counted by. */
export class LastLists {
  /** Least recently asked first. */
  readonly #byUser = new Map<string, Kept>();

  keep(user: string, model: string, list: readonly Recommendation[]): void {
    this.#byUser.delete(user);
    this.#byUser.set(user, { model, items: new Set(list.map(({ item }) => item)) });
    if (this.#byUser.size <= MOST_USERS) return;
    const [oldest] = this.#byUser.keys();
    this.#byUser.delete(oldest);
  }

  /** The model whose last list for this user held the item; null if it did not. */
  whoRecommended(user: string, item: string): string | null {
    const kept = this.#byUser.get(user);
    return kept?.items.has(item) ? kept.model : null;
  }
}
