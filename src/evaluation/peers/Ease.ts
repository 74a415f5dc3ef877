import type { Likes } from "../../model/neighbours/likes.ts";
import { RidgeNeighbours } from "../../model/neighbours/RidgeNeighbours.ts";
import type { Peer } from "./Peer.ts";

/** It inverts a matrix of the smaller side: minutes beyond this. */
export const LARGEST_FOR_EASE = 2500;

/**
 * EASE (Steck 2019, arXiv:1905.03375): the ridge regression of items on each other where no item may speak
 * for itself. With P = (XᵀX + λI)⁻¹ likes x score x − x·P / diag P; the plain ridge gives x − λ·x·P.
 */
export class Ease implements Peer {
  readonly #ridge: RidgeNeighbours;
  readonly #ownShares: Float64Array;

  constructor(ridge: RidgeNeighbours) {
    this.#ridge = ridge;
    this.#ownShares = ridge.ownShares();
  }

  /** Whether it is made and asked soon enough on data of this size. */
  static fits(likes: Likes): boolean {
    return Math.min(likes.users, likes.items) <= LARGEST_FOR_EASE && RidgeNeighbours.fits(likes);
  }

  score(itemIds: ArrayLike<number>): Float32Array {
    const liked = new Set(Array.from(itemIds));
    return this.#ridge.score(itemIds).map((score, item) => {
      const like = liked.has(item) ? 1 : 0;
      return like - (like - score) / (1 - this.#ownShares[item]);
    });
  }
}
