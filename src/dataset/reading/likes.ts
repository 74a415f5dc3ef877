import type { Assumption } from "../Assumption.ts";
import { valueCounts } from "./valueCounts.ts";

/** What stands in a table's column of ratings. */
export type RatingKind = "ratings" | "events" | "counts";

/** Ends of the scales that people rate on. */
const SCALES = [1, 2, 5, 6, 7, 10, 20, 100];
/** Others, where somebody gave just as much and nobody more. */
const RARE_SCALES = [60, 70, 80];
/** Hours, say, may be taken for ratings on a scale as long as this. */
const LONG = 20;
const FIFTY = 50;
const MOSTLY_ONE = 0.9;
export const MOST_VALUES = 10_000;

/**
 * From which rating on somebody liked it, by the highest rating of the scale: 3 of 5 stars, 6 of 10, 60 of 100.
 * @param counts how often each value occurs, as counted before
 */
export function guessLikedFrom(
  ratings: Float32Array,
  kind: RatingKind = "ratings",
  counts = valueCounts(ratings, MOST_VALUES),
): number {
  // Whatever somebody did with a thing, they wanted it.
  if (kind === "events") return 1;
  const median = () => ratings.toSorted()[Math.floor(ratings.length / 2)];
  // A pass that only counts takes a fraction of one that asks something of each of millions.
  const values = Float32Array.from(counts?.keys() ?? ratings);
  if (areMostlyOnes(counts, ratings.length)) return 1;
  const scale = kind === "counts" ? null : scaleOf(values);
  if (scale === null) return median();
  const from = likedFromOn(scale, values);
  // Of hours, the most may lie far below the end of the scale that they were taken for.
  return scale < LONG || values.some((rating) => rating >= from) ? from : median();
}

/** How many of each thing were bought is one, as a rule, and no scale begins with what nearly everybody gives. */
function areMostlyOnes(counts: ReadonlyMap<number, number> | null, rows: number): boolean {
  if (counts === null || counts.size < 3 || (counts.get(1) ?? 0) <= rows * MOSTLY_ONE) return false;
  return [...counts.keys()].every((value) => value >= 1);
}

/** What is told of the likes of a table that says how many of each thing somebody had; null of any other. */
export function likesOfOnes(
  file: string,
  counts: ReadonlyMap<number, number>,
  rows: number,
): Assumption | null {
  if (!areMostlyOnes(counts, rows)) return null;
  return { sentence: `Nearly all numbers in ${file} are 1, so each counts as a like.`, instead: null };
}

/** What is told of the likes of a table in which nobody gave more than 3, of 3 or of 5; null of any other. */
export function likesOfThree(file: string, values: Iterable<number>): Assumption | null {
  if (Math.max(...values) !== 3) return null;
  return {
    sentence: `No rating in ${file} is above 3. 3 is taken as the best, and only 3 counts as liked.`,
    instead: { label: "Count 2 as liked, too", choices: { likedFrom: 2 } },
  };
}

function likedFromOn(scale: number, ratings: Float32Array): number {
  if (scale === 1) return ratings.every((rating) => rating === 0 || rating === 1) ? 1 : 0.6;
  // From -10 to 10, say: what is above the middle by as much as 6 of 10 is.
  if (ratings.some((rating) => rating < 0)) return 0.2 * scale;
  return scale === 2 ? 2 : 0.6 * scale;
}

/** Stars times ten, as TripAdvisor and Rotten Tomatoes write them: nobody keeps to fives and stops at half of 100. */
export function areOfFifty(ratings: Iterable<number>): boolean {
  let highest = 0;
  for (const rating of ratings) {
    if (rating < 0 || rating % 5 !== 0) return false;
    highest = Math.max(highest, rating);
  }
  return highest > LONG && highest <= FIFTY;
}

/** The highest rating that the scale has; null where it is none of the usual ones. */
function scaleOf(ratings: Float32Array): number | null {
  let highest = 0;
  for (let i = 0; i < ratings.length; i++) highest = Math.max(highest, Math.abs(ratings[i]));
  if (areOfFifty(ratings)) return FIFTY;
  return [...RARE_SCALES.filter((end) => end === highest), ...SCALES].find((end) => highest <= end) ?? null;
}
