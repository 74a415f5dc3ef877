import { areOfFifty } from "../dataset/reading/likes.ts";
/** What a film counts as that was watched and not rated: the least that is a like. */
export const STARS_FOR_WATCHED = 3;
/** What a film counts as that was marked as liked and not rated. */
export const STARS_FOR_LIKED = 4;

const MOST = 5;
const A_THUMB = 1 / MOST;

/** A rating on a scale of this many points per star, in half stars; null if it isn't one. */
export function starsOf(rating: number, pointsPerStar: number): number | null {
  // A thumb down is 0 of 1.
  if (pointsPerStar === A_THUMB) return rating > 0 ? STARS_FOR_LIKED : 1;
  const stars = Math.round((rating / pointsPerStar) * 2) / 2;
  // 4 of 100 is little, and a rating.
  return rating > 0 && rating <= MOST * pointsPerStar ? Math.max(0.5, stars) : null;
}

/** By the highest rating: of 5, 10, 20, 50 or 100, or of thumbs. */
export function pointsPerStarOf(ratings: readonly number[]): number {
  const highest = ratings.reduce((most, rating) => Math.max(most, rating), 0);
  if (highest <= 1 && ratings.length > 1 && ratings.every((rating) => rating === 0 || rating === 1))
    return A_THUMB;
  if (areOfFifty(ratings)) return 50 / MOST;
  return ([5, 10, 20, 100].find((end) => highest <= end) ?? 100) / MOST;
}
