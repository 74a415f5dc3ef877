import type { RatingsOfYear } from "../api.ts";

/** More would fit no page, and come of dates that are wrong. */
const MOST_YEARS = 60;

/**
 * How many ratings there are of each year, and how good they are on average.
 *
 * @param ratings with Unix seconds; null if the data has no times
 * @returns every year from the first to the last, those without ratings too
 */
export function ratingsByYear(ratings: readonly { rating: number; at: number | null }[]): RatingsOfYear[] {
  const sums = new Map<number, { count: number; sum: number }>();
  for (const { rating, at } of ratings) {
    if (at === null) continue;
    const year = new Date(1000 * at).getUTCFullYear();
    const { count, sum } = sums.get(year) ?? { count: 0, sum: 0 };
    sums.set(year, { count: count + 1, sum: sum + rating });
  }
  if (sums.size === 0) return [];
  const last = Math.max(...sums.keys());
  const first = Math.max(Math.min(...sums.keys()), last - MOST_YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const year = first + place;
    const { count, sum } = sums.get(year) ?? { count: 0, sum: 0 };
    return { year, count, mean: count === 0 ? null : sum / count };
  });
}
