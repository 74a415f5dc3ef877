import type { TableHead } from "../../files/TableHead.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";
import { cellAt, cellsAt } from "../cells/cellAt.ts";
import { isUnrated, ratingOf } from "../cells/ratingOf.ts";
import { isKnownName, plainName } from "./columnNames.ts";

/** Above a table stand no more rows of notes and headings, and a header has no more lines. */
const LOOKED_AT = 8;
const LEAST_KNOWN = 2;
/** Rows that tell in which columns numbers stand. */
const BELOW = 20;
const LEAST_BELOW = 2;
const MOST_LINES = 3;

/**
 * The table without notes above its header, and without the other lines of one that has several, such as the units or
 * the questions of a survey; of these, that of known names counts, else the first.
 */
export function withOneHeader(head: TableHead): TableHead {
  if (head.hasHeader !== null || head.rows.length <= MOST_LINES) return head;
  if (isIndexNamed(head.rows)) return withIndexName(head);
  const above = notesAbove(head.rows);
  const rows = head.rows.slice(above);
  let lines = headerLines(rows);
  const known = rows.slice(0, lines).map(knownIn);
  const merged = lines === 2 ? completed(rows[0], rows[1]) : null;
  const header = merged ? 1 : known.indexOf(Math.max(...known));
  // Below a header with known names, what is not a rating is counted; and a heading may have a table's names, too.
  if (merged) lines = 2;
  else if (known[0] >= LEAST_KNOWN || known.filter((count) => count >= LEAST_KNOWN).length > 1) lines = 1;
  if (above === 0 && lines < 2) return head;
  const first = head.skip + above;
  const below = rows.slice(Math.max(1, lines));
  const isMoved = rowsOfData(head.rows.slice(0, above), rows[header], below);
  const isLeftOut = (row: number) => row >= first && row < first + lines && row !== first + header;
  return {
    ...head,
    plain: undefined,
    skip: first,
    hasHeader: true,
    rows: [merged ?? rows[header], ...head.rows.slice(0, above).filter((_, row) => isMoved[row]), ...below],
    read: async (take: OnRow, onBytes) => {
      let row = 0;
      const moved: Parameters<OnRow>[] = [];
      await head.read((fields, line, broken) => {
        const place = row++;
        if (isMoved[place - head.skip]) moved.push([[...fields], line, broken]);
        if (!isLeftOut(place)) take(merged && place === first + header ? merged : fields, line, broken);
        if (place === first + header) for (const each of moved) take(...each);
      }, onBytes);
    },
  };
}

/** The names below headings that stand over several of them, "Rate these" over "Heat" and "Alien"; null where they don't. */
function completed(above: readonly string[], below: readonly string[]): string[] | null {
  const isBlank = (cell: string | undefined) => (cell ?? "").trim() === "";
  const isOver = above.some(
    (cell, place) => !isBlank(cell) && isBlank(above[place + 1]) && !isBlank(below[place + 1]),
  );
  if (!isOver || above.every((cell) => !isBlank(cell))) return null;
  const names = below.map((cell, place) => (isBlank(cell) ? cellAt(above, place) : cell));
  return new Set(names).size === names.length ? names : null;
}

/** Below the names of columns, pandas may write how the names of the rows are called, and nothing else. */
function isIndexNamed([header, below]: readonly string[][]): boolean {
  return (
    below.length > 2 &&
    isKnownName(below[0]) &&
    below.slice(1).every((cell) => cell.trim() === "") &&
    header.length === below.length
  );
}

function withIndexName(head: TableHead): TableHead {
  const [header, below, ...body] = head.rows;
  const named = [below[0], ...header.slice(1)];
  return {
    ...head,
    plain: undefined,
    hasHeader: true,
    rows: [named, ...body],
    read: async (take: OnRow, onBytes) => {
      let row = 0;
      await head.read((fields, line, broken) => {
        const place = row++ - head.skip;
        if (place === 0) take(named, line, broken);
        else if (place !== 1) take(fields, line, broken);
      }, onBytes);
    },
  };
}

/** Rows above the first that has several known names, where there is none in them. */
function notesAbove(rows: readonly string[][]): number {
  const known = rows.slice(0, LOOKED_AT).map(knownIn);
  const place = known.findIndex((count) => count >= LEAST_KNOWN);
  return place > 0 && known.slice(0, place).every((count) => count === 0) ? place : 0;
}

/** Which rows above a header are not notes: as sorting leaves them, with numbers wherever numbers stand below. */
function rowsOfData(
  above: readonly string[][],
  header: readonly string[],
  below: readonly string[][],
): boolean[] {
  const numeric = numericColumns(header.length, below.slice(0, BELOW), 1);
  return above.map(
    (row) =>
      numeric.length > 0 && row.length === header.length && numeric.every((place) => isNumber(row[place])),
  );
}

/** The same name twice says no more than once: a row of data may have a word in two columns. */
function knownIn(row: readonly string[]): number {
  return new Set(row.filter(isKnownName).map(plainName)).size;
}

/** How many rows have words, or nothing, wherever numbers stand below; at most a few, and one as a rule. */
function headerLines(rows: readonly string[][]): number {
  const below = rows.slice(MOST_LINES, MOST_LINES + BELOW);
  const numeric = numericColumns(rows[0].length, below, LEAST_BELOW);
  if (numeric.length < LEAST_KNOWN) return 1;
  const isOfWords = (row: readonly string[]) => {
    const cells = numeric.map((place) => cellAt(row, place)).filter((cell) => cell.trim() !== "");
    return cells.length > 0 && cells.every((cell) => !isNumber(cell) && !isUnrated(cell));
  };
  // Of those below, in which numbers stand, none is of words.
  return Math.max(
    1,
    rows.findIndex((row) => !isOfWords(row)),
  );
}

/** Columns that are filled in this many of the rows, always with a number. */
function numericColumns(columns: number, rows: readonly string[][], least: number): number[] {
  return [...Array(columns).keys()].filter((place) => {
    const given = cellsAt(rows, place).filter((cell) => !isUnrated(cell));
    return given.length >= least && given.every(isNumber);
  });
}

function isNumber(cell: string): boolean {
  return Number.isFinite(ratingOf(cell));
}
