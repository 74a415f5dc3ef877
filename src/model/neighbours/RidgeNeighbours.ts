import { invert } from "../../matrix/cholesky.ts";
import { FactorSolver } from "./FactorSolver.ts";
import {
  indicesIn,
  type Likes,
  meanAudience,
  penaltyFor,
  SCATTERED_AUDIENCE,
  sharedCounts,
} from "./likes.ts";
import type { Neighbours } from "./Neighbours.ts";
import type { Solver } from "./Solver.ts";
import { StepSolver } from "./StepSolver.ts";

/** Up to this side the matrix is factored once, in well under a second; a question then takes a millisecond. */
export const LARGEST_FACTOR = 1200;
/** A question reads all likes once with a factor, and some dozen times without. */
const MOST_LIKES = 2_000_000;
const MOST_LIKES_BY_STEPS = 400_000;
/** The strongest directions of scattered likes hold little, which is worth waiting for (`docs/quality.md`). */
const MOST_SCATTERED_BY_STEPS = 1_000_000;

/**
 * What those who like the same things like besides: e(x) = x·(XᵀX + λI)⁻¹·XᵀX for somebody's likes x and
 * everybody's likes X, a linear autoencoder (EASE without its zero diagonal; Steck 2019, arXiv:1905.03375).
 * Whichever side is smaller is solved for: items, or users through the equal x·Xᵀ·(XXᵀ + λI)⁻¹·X.
 */
export class RidgeNeighbours implements Neighbours {
  readonly likes: Likes;
  readonly penalty: number;
  readonly #byUsers: boolean;
  readonly #solver: Solver;

  private constructor(likes: Likes, penalty: number, byUsers: boolean, solver: Solver) {
    this.likes = likes;
    this.penalty = penalty;
    this.#byUsers = byUsers;
    this.#solver = solver;
  }

  /**
   * @param penalty λ, above 0; `penaltyFor(likes)` if left out
   * @throws UnsupportedError if the memory for it is not to be had.
   */
  static async create(likes: Likes, penalty = penaltyFor(likes)): Promise<RidgeNeighbours> {
    const byUsers = likes.users <= likes.items;
    const side = Math.min(likes.users, likes.items);
    const solver =
      side > LARGEST_FACTOR
        ? await StepSolver.create(likes, penalty, byUsers)
        : await FactorSolver.create(matrixOf(likes, penalty), byUsers ? likes : null);
    return new RidgeNeighbours(likes, penalty, byUsers, solver);
  }

  /** Whether a question about data of this size is answered soon enough. */
  static fits(likes: Likes): boolean {
    const { length } = likes.ofUser.indices;
    if (Math.min(likes.users, likes.items) <= LARGEST_FACTOR) return length <= MOST_LIKES;
    if (length <= MOST_LIKES_BY_STEPS) return true;
    return length <= MOST_SCATTERED_BY_STEPS && meanAudience(likes) < SCATTERED_AUDIENCE;
  }

  /** What it holds beside the likes, in bytes. */
  get bytes(): number {
    return this.#solver.bytes;
  }

  /** One score for each item, about 0 to 1, for somebody who likes these items and no others. */
  score(itemIds: ArrayLike<number>): Float32Array {
    const { users, items, ofItem } = this.likes;
    if (!this.#byUsers) {
      const liked = new Float64Array(items);
      for (let i = 0; i < itemIds.length; i++) liked[itemIds[i]]++;
      const solved = this.#solver.solve(liked);
      return Float32Array.from(liked, (like, item) => like - this.penalty * solved[item]);
    }
    const shared = new Float64Array(users);
    for (let i = 0; i < itemIds.length; i++) {
      const end = ofItem.indptr[itemIds[i] + 1];
      for (let at = ofItem.indptr[itemIds[i]]; at < end; at++) shared[ofItem.indices[at]]++;
    }
    return this.#solver.solveAndSpread(shared);
  }

  /** What each item scores for somebody who likes it alone, 0 to 1. */
  ownShares(): Float64Array {
    const { items, users, ofItem } = this.likes;
    const inverse = matrixOf(this.likes, this.penalty);
    invert(inverse, Math.min(users, items));
    return Float64Array.from({ length: items }, (_, item) => {
      if (!this.#byUsers) return 1 - this.penalty * inverse[item * items + item];
      const fans = indicesIn(ofItem, item);
      let sum = 0;
      for (const a of fans) for (const b of fans) sum += inverse[a * users + b];
      return sum;
    });
  }
}

/** XXᵀ + λI or XᵀX + λI, whichever is smaller; its lower triangle at least. */
function matrixOf({ users, items, ofUser, ofItem }: Likes, penalty: number): Float64Array {
  const n = Math.min(users, items);
  const matrix = users <= items ? sharedCounts(ofUser, ofItem) : sharedCounts(ofItem, ofUser);
  for (let i = 0; i < n; i++) matrix[i * n + i] += penalty;
  return matrix;
}
