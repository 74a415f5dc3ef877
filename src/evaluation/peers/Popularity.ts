import type { Likes } from "../../model/neighbours/likes.ts";
import type { Peer } from "./Peer.ts";

/** Recommends to everybody what most people like. */
export class Popularity implements Peer {
  readonly #counts: Float32Array;

  constructor({ items, ofItem: { indptr } }: Likes) {
    this.#counts = Float32Array.from({ length: items }, (_, item) => indptr[item + 1] - indptr[item]);
  }

  score(): Float32Array {
    return this.#counts;
  }
}
