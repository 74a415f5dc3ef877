import { invert } from "../../matrix/cholesky.ts";
import { FactorSolver } from "./FactorSolver.ts";
import {
  indicesIn,
  type Likes,
  meanAudience,
  meanLength,
  SCATTERED_AUDIENCE,
  sharedCounts,
} from "./likes.ts";
import type { Neighbours } from "./Neighbours.ts";
import { type Shrinkage, shrinkageFor } from "./Shrinkage.ts";
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
 * What people with the same likes also like: e(x) = x·(ZᵀZ + λI)⁻¹·ZᵀZ for somebody's likes x and
 * everybody's likes Z, each of which counts its item's weight: a linear autoencoder (EASE without its zero diagonal; Steck
 * 2019, arXiv:1905.03375). Whichever side is smaller is solved for: users, through the equal x·Zᵀ·(ZZᵀ + λI)⁻¹·Z, or items,
 * through x − λ·x·W⁻¹·(XᵀX + λW⁻²)⁻¹·W⁻¹ for Z = X·W, whose matrix counts whole likes.
 */
export class RidgeNeighbours implements Neighbours {
  readonly likes: Likes;
  readonly shrinkage: Shrinkage;
  readonly #byUsers: boolean;
  readonly #solver: Solver;

  private constructor(likes: Likes, shrinkage: Shrinkage, byUsers: boolean, solver: Solver) {
    this.likes = likes;
    this.shrinkage = shrinkage;
    this.#byUsers = byUsers;
    this.#solver = solver;
  }

  /** @throws UnsupportedError if the memory for it is not to be had. */
  static async create(likes: Likes, shrinkage = shrinkageFor(likes)): Promise<RidgeNeighbours> {
    const byUsers = likes.users <= likes.items;
    const side = Math.min(likes.users, likes.items);
    const solver =
      side > LARGEST_FACTOR
        ? await StepSolver.create(likes, shrinkage, byUsers)
        : await FactorSolver.create(matrixOf(likes, shrinkage), byUsers ? likes : null);
    return new RidgeNeighbours(likes, shrinkage, byUsers, solver);
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
    const liked = new Float64Array(this.likes.items);
    for (let i = 0; i < itemIds.length; i++) liked[itemIds[i]] = 1;
    return this.#scoreOf(liked);
  }

  /** @param liked by item: 1 for a like, or how much of one */
  #scoreOf(liked: Float64Array): Float32Array {
    const { users, ofItem } = this.likes;
    const { penalty, itemWeights } = this.shrinkage;
    if (!this.#byUsers) {
      const solved = this.#solver.solve(liked.map((like, item) => like / itemWeights[item]));
      return Float32Array.from(liked, (like, item) => like - (penalty / itemWeights[item]) * solved[item]);
    }
    const shared = new Float64Array(users);
    liked.forEach((like, item) => {
      if (like === 0) return;
      const end = ofItem.indptr[item + 1];
      for (let at = ofItem.indptr[item]; at < end; at++)
        shared[ofItem.indices[at]] += like * itemWeights[item];
    });
    return this.#solver.solveAndSpread(shared).map((score, item) => itemWeights[item] * score);
  }

  /**
   * What every item would score more, whoever is asked about, if the ridge spoke of deviations from the mean user, as a
   * regression with an intercept does. Its matrix is less by users·m·mᵀ for m, the mean row of Z; with g = λ·(ZᵀZ + λI)⁻¹·m,
   * the change of its inverse is a multiple of g·gᵀ (Sherman and Morrison 1950).
   */
  intercept(): Float64Array {
    const { ofUser, ofItem, items } = this.likes;
    const { penalty, itemWeights } = this.shrinkage;
    const active = ofUser.indices.length / meanLength(ofUser);
    const mean = Float64Array.from({ length: items }, (_, item) => indicesIn(ofItem, item).length / active);
    const weighed = mean.map((share, item) => share * itemWeights[item]);
    const ofWeighed = this.#scoreOf(weighed);
    const g = weighed.map((share, item) => share - ofWeighed[item]);
    const ratio = active / penalty;
    const multiple = (ratio * product(g, mean)) / (1 - ratio * product(g, weighed));
    const ofMean = this.#scoreOf(mean);
    return mean.map((share, item) => share - ofMean[item] + multiple * g[item]);
  }

  /** What each item scores for somebody who likes it alone, 0 to 1. */
  ownShares(): Float64Array {
    const { items, users, ofItem } = this.likes;
    const { penalty, itemWeights } = this.shrinkage;
    const inverse = matrixOf(this.likes, this.shrinkage);
    invert(inverse, Math.min(users, items));
    return Float64Array.from({ length: items }, (_, item) => {
      const square = itemWeights[item] ** 2;
      if (!this.#byUsers) return 1 - (penalty / square) * inverse[item * items + item];
      const fans = indicesIn(ofItem, item);
      let sum = 0;
      for (const a of fans) for (const b of fans) sum += inverse[a * users + b];
      return square * sum;
    });
  }
}

/** ZZᵀ + λI or XᵀX + λW⁻², whichever is smaller; its lower triangle at least. */
function matrixOf(
  { users, items, ofUser, ofItem }: Likes,
  { penalty, itemWeights }: Shrinkage,
): Float64Array {
  const byUsers = users <= items;
  const squares = itemWeights.map((weight) => weight ** 2);
  const matrix = byUsers ? sharedCounts(ofUser, ofItem, squares) : sharedCounts(ofItem, ofUser);
  const n = Math.min(users, items);
  for (let i = 0; i < n; i++) matrix[i * n + i] += byUsers ? penalty : penalty / squares[i];
  return matrix;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
