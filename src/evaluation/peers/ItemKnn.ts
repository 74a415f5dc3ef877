import { type Likes, rowOf } from "../../model/neighbours/likes.ts";
import type { Peer } from "./Peer.ts";

/**
 * Item-based nearest neighbours (Sarwar et al. 2001): an item scores the sum of its similarities to what
 * somebody likes, each liked item speaking for its nearest `neighbours` alone. The similarity is the cosine
 * of who likes them, shrunk where few do (Bell and Koren 2007).
 */
export class ItemKnn implements Peer {
  readonly #items: number;
  readonly #neighbours: Int32Array[] = [];
  readonly #similarities: Float32Array[] = [];

  constructor({ items, ofUser, ofItem }: Likes, { neighbours = 100, shrinkage = 10 } = {}) {
    this.#items = items;
    const count = (item: number) => ofItem.indptr[item + 1] - ofItem.indptr[item];
    const shared = new Float64Array(items);
    for (let item = 0; item < items; item++) {
      const near: number[] = [];
      for (const user of rowOf(ofItem, item)) {
        for (const other of rowOf(ofUser, user)) {
          if (shared[other]++ === 0) near.push(other);
        }
      }
      const similarity = (other: number) =>
        shared[other] / (Math.sqrt(count(item) * count(other)) + shrinkage);
      // Sorting numbers is cheap: the threshold is found first, then few items are left to be sorted by it.
      const similarities = Float64Array.from(near, (other) => (other === item ? 0 : similarity(other)));
      const least = similarities.toSorted().at(-neighbours) ?? 0;
      const nearest = near
        .filter((other, i) => other !== item && similarities[i] >= least)
        .sort((a, b) => similarity(b) - similarity(a) || a - b)
        .slice(0, neighbours);
      this.#neighbours.push(Int32Array.from(nearest));
      this.#similarities.push(Float32Array.from(nearest, similarity));
      for (const other of near) shared[other] = 0;
    }
  }

  score(itemIds: ArrayLike<number>): Float32Array {
    const scores = new Float32Array(this.#items);
    for (let i = 0; i < itemIds.length; i++) {
      const similarities = this.#similarities[itemIds[i]];
      this.#neighbours[itemIds[i]].forEach((other, place) => {
        scores[other] += similarities[place];
      });
    }
    return scores;
  }
}
