import { eventWeight, isUnrated, ratingOf } from "../cells/ratingOf.ts";
import { guessTimeFormat, toSeconds } from "../cells/timestamps.ts";
import { verbalScale } from "../cells/verbalScale.ts";

/** A scale has no more different ratings than this: 0 to 100 has as many. */
const SCALE = 101;
/** Unix seconds of 1990 and 2040: moments of ratings lie between. */
const MOMENTS = { from: 6.3e8, to: 2.21e9 };
/** Fewer different ones in ascending order may be chance. */
const MOST_BY_CHANCE = 3;
/** Of whole minutes and days, many are the same; of seconds, no fewer than this are different. */
const RARELY = 0.2;
const LEAST_IN_BASKET = 6;
/** Titles have fewer words. */
const PROSE = 12;

/** Whether these are measured, as places on a map are, and neither chosen from a scale nor given out as ids. */
export function areMeasures(values: readonly string[]): boolean {
  return values.filter((value) => /^-?\d{1,3}\.\d{4,}$/.test(value.trim())).length > values.length / 2;
}

const TIME_OF_DAY = /^\s*\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]m)?\s*$/i;
const NO_ID = /^\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|true|false)\s*$/i;

/** Amounts, measures, times of day, answers and sentences call nothing; pandas writes whole ids as "502.0". */
export function areIds(values: readonly string[]): boolean {
  const amounts = values.filter((value) => /^\s*(?:-\d|\d+[.,](?!0\s*$)\d+\s*$)/.test(value));
  const prose = values.filter((value) => value.trim().split(/\s+/, PROSE).length === PROSE);
  const others = values.filter((value) => NO_ID.test(value) || TIME_OF_DAY.test(value));
  return Math.max(amounts.length, prose.length, others.length) <= values.length / 2;
}

export function areTimesOfDay(values: readonly string[]): boolean {
  return values.every((value) => TIME_OF_DAY.test(value)) && new Set(values).size > MOST_BY_CHANCE;
}

export function comeAgain(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}

export function areMoments(values: readonly string[]): boolean {
  const format = guessTimeFormat(values);
  // Without a name, a year is when a film came out.
  if (format === null || format === "year") return false;
  // Ids may be as high as seconds are, and come again as these hardly do.
  const isSecond = (value: string) => Number(value) % 60 !== 0;
  if (format === "seconds" && new Set(values).size < values.length * RARELY && values.some(isSecond))
    return false;
  return values.every((value) => {
    const seconds = toSeconds(value, format);
    return seconds >= MOMENTS.from && seconds <= MOMENTS.to;
  });
}

/** Whether nearly all of these are things that people do, more than one of them. */
export function areEvents(values: readonly string[]): boolean {
  const given = values.filter((value) => value.trim() !== "");
  const known = given.filter((value) => !Number.isNaN(eventWeight(value)));
  return known.length >= given.length * 0.9 && new Set(known).size > 1;
}

export function isScale(values: readonly string[]): boolean {
  const given = values.filter((value) => !isUnrated(value));
  const numbers = given.map(ratingOf).filter(Number.isFinite);
  if (numbers.length < given.length && verbalScale(given)) return true;
  return (
    numbers.length >= values.length / 2 &&
    // What never changes is not a rating.
    (new Set(numbers).size > 1 || values.length < 3) &&
    numbers.every((value) => value <= 100) &&
    new Set(numbers).size <= SCALE
  );
}

export function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

/** Whether there is more than one; of hardly any rows, one says nothing. */
export function varies(values: readonly string[]): boolean {
  return values.length < 3 || new Set(values).size > 1;
}

/** Whether these are numbers in ascending order, as the ids by which a file is sorted. */
export function ascends(values: readonly string[]): boolean {
  return (
    new Set(values).size > MOST_BY_CHANCE &&
    values.every((value, i) => isNumber(value) && (i === 0 || Number(value) >= Number(values[i - 1])))
  );
}

/** Whether each row is a list of numbers in their order, as baskets are written to be mined. */
export function areBaskets(columns: readonly (readonly string[])[]): boolean {
  const isSorted = (row: number) =>
    columns.every((cells, i) => i === 0 || Number(cells[row]) > Number(columns[i - 1][row]));
  return columns.length >= LEAST_IN_BASKET && [...columns[0].keys()].every(isSorted);
}

/** Whether values are the same wherever others are, as a genre is that of its film; the others have to come again. */
export function dependsOn(values: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others).size;
  if (known > others.length / 2 || known < MOST_BY_CHANCE) return false;
  return new Set(values.map((value, i) => JSON.stringify([others[i], value]))).size === known;
}
