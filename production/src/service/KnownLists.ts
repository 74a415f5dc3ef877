import type { Recommendation, RecommendOptions } from "../trained/Recommender.ts";
import type { ModelPool } from "./ModelPool.ts";

/** Places of all lists that are kept of one model: some 40 MB. */
const MOST_PLACES = 250_000;

interface Kept {
  /** Least recently asked first. */
  lists: Map<string, Recommendation[]>;
  places: number;
}

/**
 * Lists of users of whom a model knows all there is: they stay the same for as long as it answers, so whoever asks
 * again need not wait for a thread.
 */
export class KnownLists {
  readonly #byPool = new WeakMap<ModelPool, Kept>();

  /** The list that was made before, or the one that `make` makes. */
  async get(
    pool: ModelPool,
    user: string,
    options: RecommendOptions,
    make: () => Promise<Recommendation[]>,
  ): Promise<Recommendation[]> {
    const kept = this.#byPool.get(pool) ?? { lists: new Map(), places: 0 };
    this.#byPool.set(pool, kept);
    const key = JSON.stringify([user, options]);
    const list = kept.lists.get(key) ?? (await make());
    forget(kept, key);
    kept.lists.set(key, list);
    kept.places += list.length;
    while (kept.places > MOST_PLACES) forget(kept, kept.lists.keys().next().value as string);
    return list;
  }
}

function forget(kept: Kept, key: string): void {
  kept.places -= kept.lists.get(key)?.length ?? 0;
  kept.lists.delete(key);
}
