import { InverseNeighbours } from "../../model/neighbours/InverseNeighbours.ts";
import type { Ridge } from "../../model/neighbours/neighboursOf.ts";
import type { Peer } from "./Peer.ts";

/** It inverts a matrix of the smaller side, outside the kernel where items are many: minutes beyond this. */
const LARGEST_SIDE = 2500;

/**
 * EASE (Steck 2019, arXiv:1905.03375): the ridge regression of items on each other in which no item may speak
 * for itself. With P = (XᵀX + λI)⁻¹ likes x score x − x·P / diag P; the plain ridge gives x − λ·x·P.
 */
export class Ease implements Peer {
  readonly #ridge: Ridge;
  readonly #ownShares: Float64Array;

  constructor(ridge: Ridge) {
    this.#ridge = ridge;
    this.#ownShares = ridge.ownShares();
  }

  /** Whether it is made and asked soon enough on data of this size. */
  static fits(size: { users: number; items: number }): boolean {
    return Math.min(size.users, size.items) <= LARGEST_SIDE || InverseNeighbours.takesAll(size);
  }

  score(itemIds: ArrayLike<number>): Float32Array {
    const liked = new Set(Array.from(itemIds));
    return this.#ridge.score(itemIds).map((score, item) => {
      const like = liked.has(item) ? 1 : 0;
      return like - (like - score) / (1 - this.#ownShares[item]);
    });
  }
}
