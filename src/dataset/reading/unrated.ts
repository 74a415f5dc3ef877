import type { RatingKind } from "./likes.ts";
import { valueCounts } from "./valueCounts.ts";

/** Values that stand for "not rated" in a column of ratings, and what was noticed of it. */
export interface UnratedValues {
  values: readonly number[];
  /** One sentence that says so, with its share; null where there is none. */
  sentence: string | null;
}

/** No scale has so large a share of zeros. */
const ZEROS_FROM = 0.2;
/** On a shorter scale, 0 is its end. */
const LEAST_SCALE = 5;
/** On scales of 5 or 10, values such as 99 say that there is none, and 88 why; 255 is the last that a byte holds. */
const BEYOND: readonly number[] = [77, 88, 99, 255, 777, 888, 999, 9999, -9, -99, -999];
const MOST_BEYOND = 3;
/** The same on a scale of 100. */
const BEYOND_HUNDRED: readonly number[] = [255, 777, 888, 999, 9999, -99, -999];
const HUNDRED = 100;

/** Whether these are points of up to 100, but for marks such as 255. */
export function areOfHundred(values: readonly number[]): boolean {
  return values.every((value) => value <= HUNDRED || BEYOND_HUNDRED.includes(value));
}

/**
 * -1, 99 or many zeros among ratings stand for those not given, as in the data sets of anime, jokes and books.
 * @param chosen values that a person says mean "not rated"; none of them, if empty
 */
export function unratedValues(
  file: string,
  ratings: Float32Array,
  kind: RatingKind,
  chosen?: readonly number[],
): UnratedValues {
  if (chosen) return { values: chosen, sentence: null };
  if (kind !== "ratings") return { values: [], sentence: null };
  const counts = valueCounts(ratings) as Map<number, number>;
  const values = [...counts.keys()].sort((a, b) => a - b);
  const found: number[] = [];
  if (values[0] === -1 && values[1] >= 0 && values.length > 2 && values.at(-1) !== 1) found.push(-1);
  // From -10 to 10, -9 is one of many.
  const isAround = values.some((value) => value < 0 && value !== -1 && !BEYOND.includes(value));
  const isLong = values.some((value) => value > 10 && !BEYOND.includes(value));
  const marks = (isLong ? BEYOND_HUNDRED : BEYOND).filter((mark) => mark > 0 || !isAround);
  const rest = values.filter((value) => value !== -1 && !marks.includes(value));
  const beyond = values.filter((value) => marks.includes(value));
  if (
    beyond.length <= MOST_BEYOND &&
    rest.length > 1 &&
    rest.every((value) => Math.abs(value) <= (isLong ? HUNDRED : 10))
  )
    found.push(...beyond);
  const given = rest.filter((value) => value !== 0);
  const zeros = (counts.get(0) ?? 0) / ratings.length;
  const mostOther = Math.max(...given.map((value) => counts.get(value) ?? 0)) / ratings.length;
  const isScale = given.length > 2 && given[0] >= 0.5 && given.every((value) => Number.isInteger(value * 2));
  if (zeros >= ZEROS_FROM && zeros > mostOther && isScale && (given.at(-1) ?? 0) >= LEAST_SCALE)
    found.push(0);
  if (found.length === 0) return { values: [], sentence: null };
  const share = found.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0) / ratings.length;
  const written = found.map((value) => String(value).replace("-", "\u2212")).join(" or ");
  return {
    values: found,
    sentence: `${Math.round(share * 100)}% of the ratings in ${file} are ${written}, taken as not rated and left out.`,
  };
}
