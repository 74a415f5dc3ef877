import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { RecommendationLists } from "./beyondAccuracy.ts";
import type { PerUser } from "./rankMetrics.ts";

/** How much of the profile's distribution is mixed into the list's, so that the divergence stays finite. */
const SMOOTHING = 0.01;

/**
 * The genres of some items as shares that sum to 1: each item counts once, in equal parts for each of its
 * genres. All zero if no item has any.
 * @param genres a row for each item
 */
export function genreShares(items: ArrayLike<number>, genres: FeatureMatrix): Float64Array {
  const { indptr, indices, features } = genres;
  const shares = new Float64Array(features);
  let counted = 0;
  for (let i = 0; i < items.length; i++) {
    const from = indptr[items[i]];
    const to = indptr[items[i] + 1];
    if (to > from) counted++;
    for (let j = from; j < to; j++) shares[indices[j]] += 1 / (to - from);
  }
  return counted > 0 ? shares.map((share) => share / counted) : shares;
}

/**
 * Miscalibration (Steck 2018, "Calibrated recommendations"): how far the genres of a list are from those of
 * the user's profile, as the Kullback-Leibler divergence in nats. 0 if they are in the same proportions.
 * @param profiles what each user is known to like, in the order of `lists`
 * @returns NaN for users whose profile or list has no genres
 */
export function miscalibration(
  lists: RecommendationLists,
  profiles: RecommendationLists,
  genres: FeatureMatrix,
): PerUser {
  return Float32Array.from(lists, (list, user) => {
    const wanted = genreShares(profiles[user], genres);
    const shown = genreShares(list, genres);
    if (isEmpty(wanted) || isEmpty(shown)) return Number.NaN;
    return wanted.reduce((sum, share, genre) => {
      if (share === 0) return sum;
      return sum + share * Math.log(share / ((1 - SMOOTHING) * shown[genre] + SMOOTHING * share));
    }, 0);
  });
}

/** Of items without genres. */
export function isEmpty(shares: Float64Array): boolean {
  return shares.every((share) => share === 0);
}
