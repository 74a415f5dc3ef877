import { ratingOf } from "../dataset/cells/ratingOf.ts";
import { isSummary, namedColumn } from "../dataset/columns/columnNames.ts";
import { imdbNumberOf } from "./imdbNumber.ts";

const YEAR = /^(?:18|19|20)\d\d$/;
const WORDS = /^[^\d]*\p{Ll}[^\d]*$|^\P{ASCII}+$/u;
/** With more, it is a table of something. */
const MOST_COLUMNS = 6;
const LEAST_FILMS = 0.7;
const MOSTLY_WORDS = 0.8;
const MOSTLY_NAMES = 0.7;
const DATED = /\((?:18|19|20)\d\d\)$/;

/**
 * The header that a list without one would have, "Heat,1995,9", "Heat (1995),9" or "Heat,9": titles, each once, and ratings.
 * Null if it is no such list.
 */
export function missingHeader(all: readonly string[][]): string[] | null {
  // A month or a genre may stand alone above its films.
  const rows = all.filter((row) => row.filter((cell) => cell.trim() !== "").length > 1);
  if (rows.length < Math.max(2, all.length * LEAST_FILMS) || namedColumn(rows[0], "title") >= 0) return null;
  const width = rows[0].length;
  if (width > MOST_COLUMNS || rows.some((row) => row.length !== width)) return null;
  const columns = Array.from({ length: width }, (_, place) => rows.map((row) => row[place].trim()));
  const years = columns.findIndex((cells) => cells.every((text) => YEAR.test(text)));
  const titles = columns.findIndex(
    (cells) =>
      // "1917" and "Up" are titles, too.
      cells.filter((text) => /\p{L}/u.test(text)).length >= cells.length * MOSTLY_WORDS &&
      cells.filter((text) => Number.isNaN(ratingOf(text))).length > cells.length * MOSTLY_NAMES &&
      new Set(cells).size === cells.length,
  );
  const numbers = columns.findIndex((cells) => cells.every((text) => imdbNumberOf(text) !== null));
  const ratings = columns.findIndex(
    (cells, place) =>
      place !== years &&
      cells.every((text) => ratingOf(text) <= 100) &&
      (years >= 0 ? !areCounted(cells) : !areNumbered(cells)),
  );
  if (numbers >= 0 && width === 2 && ratings >= 0)
    return columns.map((_, place) => (place === numbers ? "imdbid" : "rating"));
  if (titles < 0 || ratings < 0 || columns[titles].every(isSummary)) return null;
  const areMost = (pattern: RegExp) =>
    columns[titles].filter((text) => pattern.test(text)).length > rows.length / 2;
  if (years < 0 && !areMost(DATED) && (width > 2 || !areMost(WORDS))) return null;
  return columns.map((_, place) =>
    place === titles ? "title" : place === years ? "year" : place === ratings ? "rating" : "",
  );
}

/** "001", "002", "003" */
function areCounted(cells: readonly string[]): boolean {
  return cells.length > 2 && cells.every((text, i) => i === 0 || Number(text) === Number(cells[i - 1]) + 1);
}

/** Whether each is above the one before, as ids of films are and ratings are not. */
function areNumbered(cells: readonly string[]): boolean {
  return cells.length > 2 && cells.every((text, i) => i === 0 || Number(text) > Number(cells[i - 1]));
}
