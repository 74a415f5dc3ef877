import type { Ranked } from "../../model/ItemIndex.ts";
import { indicesIn, type Likes } from "../../model/neighbours/likes.ts";
import { topItems } from "../../model/scorer/topItems.ts";
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
  /** The neighbours and similarities of each item that has been asked for. */
  readonly #nearest: (Ranked | undefined)[];
  readonly #rootsOfLikes: Float64Array;
  /** Room for how many users like each item and the one that is looked at, and for the similarity. */
  readonly #shared: Int32Array;
  readonly #similarities: Float32Array;

  constructor(likes: Likes, { neighbours = 100, shrinkage = 10 } = {}) {
    this.#likes = likes;
    this.#neighbours = neighbours;
    this.#shrinkage = shrinkage;
    this.#nearest = new Array(likes.items);
    const { indptr } = likes.ofItem;
    this.#rootsOfLikes = Float64Array.from({ length: likes.items }, (_, item) =>
      Math.sqrt(indptr[item + 1] - indptr[item]),
    );
    this.#shared = new Int32Array(likes.items);
    this.#similarities = new Float32Array(likes.items);
  }

  score(itemIds: ArrayLike<number>): Float32Array {
    const scores = new Float32Array(this.#likes.items);
    for (let i = 0; i < itemIds.length; i++) {
      this.#nearest[itemIds[i]] ??= this.#nearestTo(itemIds[i]);
      const { items, scores: similarities } = this.#nearest[itemIds[i]] as Ranked;
      for (let place = 0; place < items.length; place++) scores[items[place]] += similarities[place];
    }
    return scores;
  }

  #nearestTo(item: number): Ranked {
    const { ofUser, ofItem } = this.#likes;
    const shared = this.#shared.fill(0);
    for (const user of indicesIn(ofItem, item)) {
      const end = ofUser.indptr[user + 1];
      for (let i = ofUser.indptr[user]; i < end; i++) shared[ofUser.indices[i]]++;
    }
    const roots = this.#rootsOfLikes;
    const shrinkage = this.#shrinkage;
    const root = roots[item];
    const similarities = this.#similarities;
    shared[item] = 0;
    let near = 0;
    for (let other = 0; other < shared.length; other++) {
      const both = shared[other];
      similarities[other] = both > 0 ? both / (root * roots[other] + shrinkage) : 0;
      if (both > 0) near++;
    }
    return topItems(similarities, Math.min(this.#neighbours, near), Int32Array.of(item));
  }
}
