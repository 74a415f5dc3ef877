import type { RidgeNeighbours } from "../../model/neighbours/RidgeNeighbours.ts";
import type { Peer } from "./Peer.ts";

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

  score(itemIds: ArrayLike<number>): Float32Array {
    const liked = new Set(Array.from(itemIds));
    return this.#ridge.score(itemIds).map((score, item) => {
      const like = liked.has(item) ? 1 : 0;
      return like - (like - score) / (1 - this.#ownShares[item]);
    });
  }
}
