import { instanceOf, toRowNumbers } from "../arguments.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { checkListsOf, checkSameUsers, type RecommendationLists } from "./lists.ts";
import type { PerUser } from "./rankMetrics.ts";

/** How much of the profile's distribution is mixed into the list's, so that the divergence stays finite. */
const SMOOTHING = 0.01;

/**
 * The genres of some items as shares that sum to 1. Each item counts once, divided equally among its genres. All
 * shares are zero if no item has a genre.
 * @param genres a row for each item
 * @throws ArgumentError if an item has no row.
 */
export function genreShares(items: ArrayLike<number>, genres: FeatureMatrix): Float64Array {
  instanceOf("genres", genres, FeatureMatrix);
  for (const item of toRowNumbers("items", items, genres.rows)) genres.checkRow(item);
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
 * Miscalibration (Steck 2018, "Calibrated recommendations"): how far the genres of a list are from those of the
 * user's profile, as the Kullback-Leibler divergence in nats. It is 0 if the proportions are the same.
 * @param profiles what each user is known to like, in the order of `lists`
 * @returns NaN for users whose profile or list has no genres
 * @throws ArgumentError if an item has no row, or the numbers of lists and profiles differ.
 */
export function miscalibration(
  lists: RecommendationLists,
  profiles: RecommendationLists,
  genres: FeatureMatrix,
): PerUser {
  checkListsOf("lists", lists, "genres", genres);
  checkListsOf("profiles", profiles, "genres", genres);
  checkSameUsers("profiles", profiles, lists);
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

/** Whether these are the shares of items without genres. */
export function isEmpty(shares: Float64Array): boolean {
  return shares.every((share) => share === 0);
}
