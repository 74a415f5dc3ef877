import { type Likes, rowOf } from "../../model/neighbours/likes.ts";
import type { Peer } from "./Peer.ts";

/**
 * Item-based nearest neighbours (Sarwar et al. 2001): an item scores the sum of its similarities to what
 * somebody likes, each liked item speaking for its nearest `neighbours` alone. The similarity is the cosine
 * of who likes them, shrunk where few do (Bell and Koren 2007).
 */
export class ItemKnn implements Peer {
  readonly #likes: Likes;
  readonly #neighbours: number;
  readonly #shrinkage: number;
  /** Of each item, once somebody has liked it. */
  readonly #nearest: (Nearest | undefined)[];
  /** How many users like an item and the one that is looked at; 0 between calls. */
  readonly #shared: Float64Array;

  constructor(likes: Likes, { neighbours = 100, shrinkage = 10 } = {}) {
    this.#likes = likes;
    this.#neighbours = neighbours;
    this.#shrinkage = shrinkage;
    this.#nearest = new Array(likes.items);
    this.#shared = new Float64Array(likes.items);
  }

  score(itemIds: ArrayLike<number>): Float32Array {
    const scores = new Float32Array(this.#likes.items);
    for (let i = 0; i < itemIds.length; i++) {
      this.#nearest[itemIds[i]] ??= this.#nearestTo(itemIds[i]);
      const { items, similarities } = this.#nearest[itemIds[i]] as Nearest;
      items.forEach((other, place) => {
        scores[other] += similarities[place];
      });
    }
    return scores;
  }

  #nearestTo(item: number): Nearest {
    const { ofUser, ofItem } = this.#likes;
    const shared = this.#shared;
    const count = (other: number) => ofItem.indptr[other + 1] - ofItem.indptr[other];
    const near: number[] = [];
    for (const user of rowOf(ofItem, item)) {
      for (const other of rowOf(ofUser, user)) {
        if (shared[other]++ === 0) near.push(other);
      }
    }
    const similarity = (other: number) =>
      shared[other] / (Math.sqrt(count(item) * count(other)) + this.#shrinkage);
    // Sorting numbers is cheap: the threshold is found first, then few items are left to be sorted by it.
    const all = Float64Array.from(near, (other) => (other === item ? 0 : similarity(other)));
    const least = all.toSorted().at(-this.#neighbours) ?? 0;
    const items = near
      .filter((other, i) => other !== item && all[i] >= least)
      .sort((a, b) => similarity(b) - similarity(a) || a - b)
      .slice(0, this.#neighbours);
    const similarities = Float32Array.from(items, similarity);
    for (const other of near) shared[other] = 0;
    return { items: Int32Array.from(items), similarities };
  }
}

interface Nearest {
  items: Int32Array;
  similarities: Float32Array;
}
