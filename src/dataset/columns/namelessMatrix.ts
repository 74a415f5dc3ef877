import { cellsAt } from "../cells/cellAt.ts";
import { isUnrated, ratingOf } from "../cells/ratingOf.ts";
import { ascends } from "./columnValues.ts";

const LEAST_COLUMNS = 4;
/** From 0 to 10. */
const MOST_POINTS = 11;
/** Stands for "not rated" on scales of 10. */
const BEYOND = 99;

/**
 * Whether nothing in a few columns without names can be an id: all that varies is on one scale, with decimals or signs
 * in most columns, or of so few whole points that there would be hardly any people.
 */
export function areAllRatings(rows: readonly string[][]): boolean {
  const columns = rows[0].map((_, place) => cellsAt(rows, place));
  const given = columns
    .map((cells) => cells.filter((cell) => !isUnrated(cell)).map(ratingOf))
    .filter((values) => new Set(values).size > 1);
  if (given.length < LEAST_COLUMNS) return false;
  // Of a puzzle or a draw, no row has a number twice.
  const isDrawn = (row: readonly string[]) => row.length > LEAST_COLUMNS && new Set(row).size === row.length;
  if (rows.every((row) => isDrawn(row) && row.every((cell) => /^\s*\d+\s*$/.test(cell)))) return false;
  const isPoint = (value: number) => Math.abs(value) <= 10 || value === BEYOND;
  if (!given.slice(1).flat().every(isPoint)) return false;
  const isNoId = (value: number) => value < 0 || !Number.isInteger(value);
  if (given.filter((values) => values.some(isNoId)).length > given.length / 2) return true;
  // Ratings one a line are sorted by who gave them.
  const isSorted = given[0].every((value, i) => i === 0 || value >= given[0][i - 1]);
  return new Set(given.flat()).size <= MOST_POINTS && !isSorted && !columns.some(ascends);
}
