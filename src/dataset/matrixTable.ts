import type { OnRow } from "../files/CsvDecoder.ts";
import type { Question } from "../files/Question.ts";
import type { TableHead } from "../files/TableHead.ts";
import { isKnownName, plainName, roleNamed } from "./columnNames.ts";
import { isUnrated, ratingOf } from "./ratingOf.ts";

/** How a table of everybody's ratings of everything lies: its rows are users, or items. */
export type Orientation = "users in rows" | "items in rows";

/** A table with a column for each item or user, and how it lies if that can be told. */
export interface Matrix {
  hasHeader: boolean;
  orientation: Orientation | null;
  zeroIsUnrated: boolean;
}

const LEAST_COLUMNS = 5;
/** Columns without names are a matrix only where they are so many. */
const LEAST_NAMELESS = 20;
const LOOKED_AT = 200;
const MOST_LOOKED_AT = 500;
const MOST_VALUES = 101;
const SHARE_OF_RATINGS = 0.97;
const NAMES = ["user", "item", "rating"];
const USER =
  /^(?:user|u|usr|reviewer|rater|critic|customer|member|person|viewer|student|participant|subject|respondent)[ _-]?\d+$/i;
const ITEM =
  /^(?:movie|film|item|i|m|book|b|game|product|song|track|artist|joke|article|video|anime|recipe|beer)[ _-]?\d+$/i;

/** Null if this is no matrix of ratings. */
export function matrixOf({ rows }: TableHead): Matrix | null {
  const [first] = rows;
  const width = first?.length ?? 0;
  if (width < LEAST_COLUMNS || rows.length < 3) return null;
  const looked = Math.min(width, MOST_LOOKED_AT);
  const hasHeader =
    first.slice(1, looked).some((cell) => cell.trim() !== "" && Number.isNaN(ratingOf(cell))) ||
    ((first[0].trim() === "" || isKnownName(first[0])) && new Set(first).size === width);
  if (!hasHeader && width < LEAST_NAMELESS) return null;
  if (hasHeader) {
    const names = first.slice(1).map(plainName);
    if (new Set(names).size < names.length * 0.9) return null;
    const known = names.filter((name) => isKnownName(name) || /^(rating|genre|is|has)/.test(name)).length;
    if (known > 1 && known > names.length * 0.1) return null;
  }
  const body = rows.slice(Number(hasHeader), LOOKED_AT);
  let blank = 0;
  let zero = 0;
  let all = 0;
  let odd = 0;
  const values = new Set<number>();
  for (const row of body) {
    for (let place = 1; place < looked; place++) {
      const cell = row[place] ?? "";
      all++;
      if (isUnrated(cell)) blank++;
      else {
        const value = ratingOf(cell);
        if (value === 0) zero++;
        if (!(Math.abs(value) <= 100)) odd++;
        values.add(value);
      }
    }
  }
  const isScale = values.size <= MOST_VALUES || width >= LEAST_NAMELESS;
  if (odd > all * (1 - SHARE_OF_RATINGS) || !isScale || values.size < 2 || blank === all) return null;
  // Ones alone or ones and zeros in a few named columns are marks of genres, not ratings.
  const areFlags = [...values].every((value) => value === 0 || value === 1);
  if (areFlags && zero > 0 && width < 30) return null;
  const hasNegative = [...values].some((value) => value < 0);
  return {
    hasHeader,
    orientation: orientationOf(rows, hasHeader),
    zeroIsUnrated: zero > 0 && !hasNegative && blank < all * 0.05,
  };
}

function orientationOf(rows: readonly string[][], hasHeader: boolean): Orientation | null {
  if (!hasHeader) return "users in rows";
  const [header] = rows;
  const corner = roleNamed(header[0]);
  if (corner === "user") return "users in rows";
  if (corner === "item" || corner === "title") return "items in rows";
  const columns = header.slice(1, LOOKED_AT).map((name) => name.trim());
  const labels = rows.slice(1, LOOKED_AT).map(([label]) => label.trim());
  const most = (names: readonly string[], is: RegExp) =>
    names.filter((name) => is.test(name)).length > names.length / 2;
  if (most(columns, USER) || most(labels, ITEM)) return "items in rows";
  if (most(columns, ITEM) || most(labels, USER)) return "users in rows";
  const dated = /\(\d{4}\)$/;
  if (most(columns, dated)) return "users in rows";
  if (most(labels, dated)) return "items in rows";
  const isNumber = /^\d+$/;
  const isTitle = /\p{L}.*\s.*\p{L}/u;
  if (most(labels, isNumber) && !most(columns, isNumber)) return "users in rows";
  if (most(columns, isNumber) && !most(labels, isNumber)) return "items in rows";
  if (most(columns, isTitle) && !most(labels, isTitle)) return "users in rows";
  if (most(labels, isTitle) && !most(columns, isTitle)) return "items in rows";
  if (most(labels, isNumber) && rows.length > header.length * 3) return "users in rows";
  return null;
}

/** Asked where nothing tells what the rows are. */
export function orientationQuestion({ source, rows }: TableHead): Question {
  const label = (text: string) => text.trim().slice(0, 30);
  return {
    id: `rows:${source.name}`,
    sentence: `${source.name} is a matrix of ratings. What are its rows, such as ${label(rows[1][0])}?`,
    choices: [
      { label: `People, who rated ${label(rows[0][1])} and the others`, answer: "users in rows" },
      { label: `What was rated, by ${label(rows[0][1])} and the others`, answer: "items in rows" },
    ],
  };
}

/** The same ratings as a table with one a row: user, item, rating. */
export function asRows(
  head: TableHead,
  { hasHeader, zeroIsUnrated }: Matrix,
  orientation: Orientation,
): TableHead {
  const melted =
    (names: readonly string[]) => (row: string[], take: (fields: string[]) => void, count: number) => {
      const label = hasHeader ? row[0] : String(count);
      // Without names, the first column counts what a user has rated, or is a rating like the others.
      for (let place = Number(hasHeader); place < row.length; place++) {
        const cell = row[place];
        const isBlank = isUnrated(cell) || (zeroIsUnrated && Number(cell) === 0);
        // Each row and each column is there, whether somebody has rated it or not.
        if (isBlank && count > 1 && place > 1) continue;
        const rating = isBlank ? "" : cell;
        const other = names[place]?.trim() || String(place + 1);
        take(orientation === "users in rows" ? [label, other, rating] : [other, label, rating]);
      }
    };
  const names = hasHeader ? head.rows[0] : [];
  const melt = melted(names);
  const rows: string[][] = [NAMES];
  for (const [i, row] of head.rows.slice(Number(hasHeader)).entries()) {
    if (rows.length < 1000) melt(row, (fields) => rows.push(fields), i + 1);
  }
  return {
    ...head,
    format: `${head.format} matrix, ${orientation}`,
    dialect: null,
    plain: undefined,
    hasHeader: true,
    skip: 0,
    rows,
    bytesARow: (head.bytesARow * head.rows.length) / rows.length,
    read: async (take: OnRow, onBytes) => {
      take(NAMES, 0, false);
      let above = head.skip + Number(hasHeader);
      let count = 0;
      await head.read((row, line, broken) => {
        if (above > 0) above--;
        else if (broken) take([], line, true);
        else melt(row, (fields) => take(fields, line, false), ++count);
      }, onBytes);
    },
  };
}
