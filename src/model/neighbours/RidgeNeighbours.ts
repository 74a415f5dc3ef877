import { invert } from "../../matrix/cholesky.ts";
import { type Likes, rowOf, sharedCounts } from "./likes.ts";

/**
 * What those who like the same things like besides: e(x) = x·(XᵀX + λI)⁻¹·XᵀX for somebody's likes x and
 * everybody's likes X, a linear autoencoder (EASE without its zero diagonal; Steck 2019, arXiv:1905.03375).
 * Whichever side is smaller is inverted: items, or users through the equal x·Xᵀ·(XXᵀ + λI)⁻¹·X.
 */
export class RidgeNeighbours {
  readonly #likes: Likes;
  readonly #byUsers: boolean;
  /** (XXᵀ + λI)⁻¹ or (XᵀX + λI)⁻¹, row-major. */
  readonly #inverse: Float64Array;
  readonly penalty: number;

  /** @param penalty λ, above 0; the mean number of likes a user if left out */
  constructor(likes: Likes, penalty = meanLikes(likes)) {
    this.#likes = likes;
    this.penalty = penalty;
    this.#byUsers = likes.users <= likes.items;
    const { ofUser, ofItem } = likes;
    const n = Math.min(likes.users, likes.items);
    this.#inverse = this.#byUsers ? sharedCounts(ofUser, ofItem) : sharedCounts(ofItem, ofUser);
    for (let i = 0; i < n; i++) this.#inverse[i * n + i] += penalty;
    invert(this.#inverse, n);
  }

  /** One score for each item, about 0 to 1, for somebody who likes these items and no others. */
  score(itemIds: ArrayLike<number>): Float32Array {
    return this.#byUsers ? this.#throughUsers(itemIds) : this.#throughItems(itemIds);
  }

  /** What each item scores for somebody who likes it alone, 0 to 1. */
  ownShares(): Float64Array {
    const { items, users, ofItem } = this.#likes;
    return Float64Array.from({ length: items }, (_, item) => {
      if (!this.#byUsers) return 1 - this.penalty * this.#inverse[item * items + item];
      const fans = rowOf(ofItem, item);
      let sum = 0;
      for (const a of fans) for (const b of fans) sum += this.#inverse[a * users + b];
      return sum;
    });
  }

  #throughUsers(itemIds: ArrayLike<number>): Float32Array {
    const { users, items, ofUser, ofItem } = this.#likes;
    const shared = new Float64Array(users);
    for (let i = 0; i < itemIds.length; i++) for (const user of rowOf(ofItem, itemIds[i])) shared[user]++;
    const weights = new Float64Array(users);
    for (let user = 0; user < users; user++) {
      if (shared[user] > 0) addRow(weights, this.#inverse, user, shared[user]);
    }
    const scores = new Float32Array(items);
    for (let user = 0; user < users; user++) {
      for (const item of rowOf(ofUser, user)) scores[item] += weights[user];
    }
    return scores;
  }

  #throughItems(itemIds: ArrayLike<number>): Float32Array {
    const { items } = this.#likes;
    const sum = new Float64Array(items);
    for (let i = 0; i < itemIds.length; i++) addRow(sum, this.#inverse, itemIds[i], -this.penalty);
    for (let i = 0; i < itemIds.length; i++) sum[itemIds[i]]++;
    return Float32Array.from(sum);
  }
}

export function meanLikes({ ofUser }: Likes): number {
  let users = 0;
  for (let user = 0; user < ofUser.indptr.length - 1; user++) {
    if (ofUser.indptr[user + 1] > ofUser.indptr[user]) users++;
  }
  return Math.max(1, ofUser.indices.length) / Math.max(1, users);
}

function addRow(sum: Float64Array, matrix: Float64Array, row: number, weight: number): void {
  const start = row * sum.length;
  for (let k = 0; k < sum.length; k++) sum[k] += weight * matrix[start + k];
}
