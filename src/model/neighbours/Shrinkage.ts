import { type Likes, meanLength, meanLikes } from "./likes.ts";

/** What keeps a ridge from taking chance for taste. */
export interface Shrinkage {
  /** λ, above 0. */
  penalty: number;
  /** By item: what a like of it counts, above 0 and up to 1. */
  itemWeights: Float64Array;
}

/** Where people like fewer things than this, chance says too much with a smaller penalty (`docs/quality.md`). */
const LEAST_PENALTY = 30;
/** Where items have more likes than this, a larger penalty does better (`docs/quality.md`). */
const LIKES_OF_AN_ITEM = 30;
const MOST_FOR_MANY = 3;
/** How much of an item's own likes are added to its penalty (`docs/quality.md`). */
const SHARE_OF_LIKES = 0.5;

/** What suits the neighbour score: what many like says less of a taste, so each like of it counts less. */
export function shrinkageFor(likes: Likes): Shrinkage {
  const penalty = penaltyFor(likes);
  const { indptr } = likes.ofItem;
  const itemWeights = Float64Array.from({ length: likes.items }, (_, item) =>
    Math.sqrt(penalty / (penalty + SHARE_OF_LIKES * (indptr[item + 1] - indptr[item]))),
  );
  return { penalty, itemWeights };
}

/** The ordinary ridge, in which all likes count alike. @param penalty λ, above 0; `penaltyFor(likes)` if left out */
export function plainShrinkage(likes: Likes, penalty = penaltyFor(likes)): Shrinkage {
  return { penalty, itemWeights: new Float64Array(likes.items).fill(1) };
}

/**
 * The λ of the neighbour score: the mean number of likes a user, or `LEAST_PENALTY` if that is more; up to three times as
 * much where items have many likes, since XᵀX grows with the number of users.
 */
export function penaltyFor(likes: Likes): number {
  const growth = Math.sqrt(meanLength(likes.ofItem) / LIKES_OF_AN_ITEM);
  return Math.max(LEAST_PENALTY, meanLikes(likes)) * Math.min(MOST_FOR_MANY, Math.max(1, growth));
}
