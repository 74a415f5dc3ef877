import type { ByteSource } from "../ByteSource.ts";
import type { OpenTable } from "../formats.ts";
import type { Start } from "../Start.ts";
import { type Dialect, parseStart } from "./Dialect.ts";
import { readRows } from "./textRows.ts";

const ID = /^[\w.-]+(?::-?[\d.]+)?$/;
const RATED = /^([\w.-]+):(-?[\d.]+)$/;
const LEAST_LINES = 3;
const DIALECTS: readonly Dialect[] = [
  { delimiter: " ", quotes: false },
  { delimiter: "\t", quotes: false },
  { delimiter: ",", quotes: false },
  { delimiter: ";", quotes: false },
];

/** What a line holds of its user, a row each. */
interface Lines {
  names: string[];
  rowsOf(line: string[], i: number): string[][];
}

/**
 * A user a line and then all of their items, "1 501 502 503", "ann: 501 502", with ratings or not, "1 501:4 502:5", "Ann,Heat,5,Alien,3":
 * as papers on implicit feedback have it. Null if the lines are all about as long, or are not ids.
 */
export function adjacency(source: ByteSource, start: Start, dialect: Dialect | null): OpenTable | null {
  for (const one of DIALECTS) {
    const rows = parseStart(start.text, one, start.isWhole);
    const cut = rows.every(isNamed) ? withoutColon : rows.every(isListed) ? withoutCommas : null;
    const all = (cut ? rows.map(cut) : rows).filter((row) => row.length > 1);
    const lines = isAdjacency(all, dialect, cut !== null)
      ? itemsIn(all)
      : areAlternating(all)
        ? ALTERNATING
        : null;
    if (!lines) continue;
    const { names, rowsOf } = lines;
    return {
      format: "one user and their items a line",
      dialect: null,
      hasHeader: true,
      skip: 0,
      rows: [names, ...all.flatMap(rowsOf)],
      read: async (take, onBytes) => {
        take(names, 1, false);
        let i = 0;
        await readRows(
          source,
          start,
          one,
          0,
          (row, line) => {
            for (const fields of rowsOf(cut ? cut(row) : row, i++)) take(fields, line, false);
          },
          onBytes,
        );
      },
    };
  }
  return null;
}

/** "ann: 501 502" */
function isNamed([user]: readonly string[]): boolean {
  return /^[\w.-]+:$/.test(user.trim());
}

function withoutColon([user, ...items]: string[]): string[] {
  return [user.trim().slice(0, -1), ...items];
}

/** "ann", and "501,502" behind a tab */
function isListed(row: readonly string[]): boolean {
  return row.length === 2 && /^[\w.-]+(?:,\s?[\w.-]+)*$/.test(row[1].trim());
}

function withoutCommas([user, items = ""]: string[]): string[] {
  return [user, ...items.trim().split(/,\s?/)];
}

function itemsIn(rows: readonly string[][]): Lines {
  const areCounted = rows.every(isCounted);
  return {
    names: rows.every(([, first]) => RATED.test(first)) ? ["user", "item", "rating"] : ["user", "item"],
    rowsOf: (row, i) =>
      row
        .slice(1)
        .map((item) => [areCounted ? String(i + 1) : row[0], ...(RATED.exec(item)?.slice(1) ?? [item])]),
  };
}

const ALTERNATING: Lines = {
  names: ["user", "item", "rating"],
  rowsOf: ([user, ...cells]) =>
    cells.flatMap((item, place) => (place % 2 === 0 ? [[user, item, cells[place + 1] ?? ""]] : [])),
};

/** Whether each line holds words and numbers by turns behind a name, and some more of them than others. */
function areAlternating(rows: readonly string[][]): boolean {
  const isNumber = (cell: string) => /^\s*-?\d+(?:\.\d+)?\s*$/.test(cell);
  const lengths = new Set(rows.map(({ length }) => length));
  return (
    rows.length >= LEAST_LINES &&
    lengths.size > 1 &&
    new Set(rows.map(([user]) => user)).size > rows.length * 0.9 &&
    rows.every(
      (row) => row.length % 2 === 1 && row.slice(1).every((cell, i) => isNumber(cell) === (i % 2 === 1)),
    )
  );
}

/** CiteULike's lines say first how many items follow, and nothing of whose they are. */
function isCounted(row: readonly string[]): boolean {
  return Number(row[0]) === row.length - 1;
}

/** @param isTold whether the signs between them tell whose the items are */
function isAdjacency(rows: readonly string[][], dialect: Dialect | null, isTold: boolean): boolean {
  if (rows.length < LEAST_LINES) return false;
  if (!rows.every((row) => row.every((cell) => ID.test(cell)))) return false;
  const users = new Set(rows.map(([user]) => user));
  if (users.size < rows.length && !rows.every(isCounted)) return false;
  if (rows.every(([, first]) => RATED.test(first))) return true;
  // Words without a digit among them are prose.
  const items = rows.flatMap((row) => row.slice(1));
  if (items.filter((item) => /\d/.test(item)).length < items.length / 2) return false;
  const lengths = new Set(rows.map((row) => row.length));
  // A header names its columns in words; here all are ids.
  const isNumeric = rows.every((row) => row.every((cell) => /^\d+$/.test(cell))) || dialect === null;
  return Math.max(...lengths) > 3 && (isTold || (isNumeric && lengths.size > 1));
}
