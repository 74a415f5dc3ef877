import { excerpt } from "../../files/excerpt.ts";
import type { Question } from "../../files/Question.ts";
import type { TableHead } from "../../files/TableHead.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";
import { whichAreTitles } from "../../files/whichAreTitles.ts";
import { cellAt, cellsAt } from "../cells/cellAt.ts";
import { areItems, areUsers } from "../cells/codes.ts";
import { isUnrated, ratingOf } from "../cells/ratingOf.ts";
import { verbalScale } from "../cells/verbalScale.ts";
import { isKnownName, isSummary, plainName, roleNamed } from "./columnNames.ts";
import { areBaskets } from "./columnValues.ts";
import {
  answersOf,
  areAsked,
  areOfQuestionnaire,
  areOfTime,
  areSame,
  endOfRatings,
  firstOfRatings,
  labelOf,
  shareScale,
} from "./matrixColumns.ts";
import { areAllRatings } from "./namelessMatrix.ts";

/** How a table of everybody's ratings of everything lies: its rows are users, or items. */
export type Orientation = "users in rows" | "items in rows";

/** A table with a column for each item or user, and how it lies if that can be told. */
export interface Matrix {
  hasHeader: boolean;
  /** The column with the names of the rows; -1 where they have none. */
  label: number;
  /** The first column of ratings, and the first behind them. */
  from: number;
  to: number;
  orientation: Orientation | null;
  zeroIsUnrated: boolean;
  /** Whether rows and columns are the same: it says how much these are alike. */
  isOfLikeness: boolean;
}

const LEAST_COLUMNS = 5;
/** Columns without names are a matrix only if there are this many. */
const LEAST_NAMELESS = 20;
const MEASURED = /[.,]\d{4,}$/;
const LOOKED_AT = 200;
const MOST_LOOKED_AT = 500;
const MOST_VALUES = 101;
const SHARE_OF_RATINGS = 0.97;
/** Where no column names the rows: who answers a questionnaire answers all of it. */
const LEAST_BLANK = 0.1;
const MOST_POINTS = 10;
/** Nobody rates out of more. */
const HIGHEST = 100;
const NAMES = ["user", "item", "rating"];

/** Null if this is not a matrix of ratings. */
export function matrixOf({ rows }: TableHead): Matrix | null {
  if (rows.length < 3) return null;
  const [first] = rows;
  const width = first.length;
  if (width < LEAST_COLUMNS && !isSmall(rows) && !areAllRatings(rows)) return null;
  const looked = Math.min(width, MOST_LOOKED_AT);
  const hasHeader =
    first.slice(1, looked).some((cell) => !isUnrated(cell) && Number.isNaN(ratingOf(cell))) ||
    ((first[0].trim() === "" || isKnownName(first[0]) || areIdsBelow(first)) &&
      new Set(first).size === width);
  if (!hasHeader && width < LEAST_NAMELESS && !areAllRatings(rows)) return null;
  if (!hasHeader && areBaskets(first.map((_, place) => cellsAt(rows, place)))) return null;
  const isBare = hasHeader && areAllRated(rows);
  const from = isBare ? 0 : firstOfRatings(rows, hasHeader);
  const to = hasHeader ? Math.max(endOfRatings(rows), from + 1) : width;
  if (from > 1 && to - from < LEAST_COLUMNS - 1) return null;
  if (hasHeader && areOfOtherThings(first.slice(from, to), width)) return null;
  const body = rows.slice(Number(hasHeader), LOOKED_AT);
  const label = hasHeader && !isBare ? labelOf(rows, from) : -1;
  const isOfLikeness = hasHeader && areSame(first.slice(from, to), cellsAt(body, label));
  // Each row is somebody's, or something.
  const labels = new Set(cellsAt(body, label));
  if (label >= 0 && labels.size < body.length / 2) return null;
  const { all, blank, zero, odd, values } = countCells(
    body,
    isBare ? 0 : Math.max(1, from),
    Math.min(looked, to),
  );
  const isScale = values.size <= MOST_VALUES || width >= LEAST_NAMELESS;
  const areOdd = odd > all * (1 - SHARE_OF_RATINGS) || !isScale || values.size < 2;
  if (areOdd && !isOfLikeness) return null;
  if (hasHeader && width < LEAST_NAMELESS && !shareScale(body, from, to)) return null;
  if (haveFlags(body, from, to)) return null;
  // Ones alone or ones and zeros in a few named columns are marks of genres, not ratings.
  const areFlags = [...values].every((value) => value === 0 || value === 1);
  if (areFlags && blank === 0 && width < 30) return null;
  // Of a survey, the answers of each row are somebody's; of anything else, a time is neither who nor what.
  if (hasHeader && label < 0 && !isBare && !areAsked(first)) return null;
  const hasNegative = [...values].some((value) => value < 0);
  return {
    hasHeader,
    label,
    from,
    to,
    orientation: orientationOf(rows, hasHeader, label, from),
    isOfLikeness,
    zeroIsUnrated: zero > 0 && !hasNegative && blank < all * 0.05,
  };
}

/** Whether a word stands in the corner of numbers too high for ratings. */
function areIdsBelow([corner, ...others]: readonly string[]): boolean {
  const ids = others.map(Number);
  return /^\D*\p{L}\D*$/u.test(corner) && ids.every(Number.isInteger) && Math.max(...ids) > HIGHEST;
}

/** Whether no column says what a row is about: all are rated, of which some things were left out. */
function areAllRated([header, ...body]: readonly string[][]): boolean {
  if (header.some((name) => name.trim() === "" || isKnownName(name))) return false;
  const looked = body.slice(0, LOOKED_AT);
  const isPoint = (cell: string) => isUnrated(cell) || Math.abs(ratingOf(cell)) <= MOST_POINTS;
  const blank = looked.flat().filter(isUnrated).length;
  return (
    blank > looked.length * header.length * LEAST_BLANK &&
    looked.every((row) => row.every(isPoint)) &&
    areAllRatings(looked)
  );
}

/** Whether the names above the columns are not those of items or users. */
function areOfOtherThings(header: readonly string[], width: number): boolean {
  const names = header.map(plainName);
  // Beside a column of ratings, the others are about what was rated.
  if (width < LEAST_NAMELESS && names.some((name) => roleNamed(name) === "rating")) return true;
  if (new Set(names).size < names.length * 0.9 || areOfTime(names)) return true;
  if (areOfQuestionnaire(header)) return true;
  const known = names.filter((name) => isKnownName(name) || /^(rating|genre|is|has)/.test(name)).length;
  return known > 1 && known > names.length * 0.1;
}

/** Whether some columns answer with true and false, and others do not: they are about several things. */
function haveFlags(body: readonly string[][], from: number, to: number): boolean {
  const isFlag = (place: number) => body.every((row) => /^\s*(?:true|false)\s*$/i.test(cellAt(row, place)));
  const flags = Array.from({ length: to - from }, (_, i) => isFlag(from + i));
  return flags.includes(true) && flags.includes(false);
}

interface CellCounts {
  all: number;
  blank: number;
  zero: number;
  /** Cells that are not ratings. */
  odd: number;
  values: Set<number>;
}

/** What stands in the columns from one to another. */
function countCells(body: readonly string[][], from: number, to: number): CellCounts {
  const start = body.slice(0, 20).flatMap((row) => row.slice(from, to));
  const pointsOf = verbalScale(start.filter((cell) => !isUnrated(cell)))?.pointsOf ?? ratingOf;
  const counts: CellCounts = { all: 0, blank: 0, zero: 0, odd: 0, values: new Set() };
  for (const row of body) {
    for (let place = from; place < to; place++) {
      const cell = cellAt(row, place);
      counts.all++;
      if (isUnrated(cell)) {
        counts.blank++;
        continue;
      }
      const value = pointsOf(cell);
      if (value === 0) counts.zero++;
      // Nobody rates to four decimals.
      if (!(Math.abs(value) <= 100) || MEASURED.test(cell)) counts.odd++;
      counts.values.add(value);
    }
  }
  return counts;
}

/** Names above and beside three columns of cells; pandas puts numbers beside the rows. */
function isSmall(rows: readonly string[][]): boolean {
  const [header, ...body] = rows;
  return (
    header.length === LEAST_COLUMNS - 1 &&
    header[0].trim() === "" &&
    body.every(([label]) => Number.isNaN(ratingOf(label)))
  );
}

function orientationOf(
  rows: readonly string[][],
  hasHeader: boolean,
  label: number,
  from: number,
): Orientation | null {
  if (!hasHeader || label < 0) return "users in rows";
  const [header] = rows;
  // People have names as films do.
  const corner = plainName(header[label]) === "name" ? null : roleNamed(header[label]);
  if (corner === "user") return "users in rows";
  if (corner === "item" || corner === "title") return "items in rows";
  const columns = header.slice(from, LOOKED_AT).map((name) => name.trim());
  const labels = rows.slice(1, LOOKED_AT).map((row) => cellAt(row, label).trim());
  const most = (names: readonly string[], is: RegExp) =>
    names.filter((name) => is.test(name)).length > names.length / 2;
  if (areUsers(columns) || areItems(labels)) return "items in rows";
  if (areItems(columns) || areUsers(labels)) return "users in rows";
  const dated = /[([]\d{4}[)\]]$/;
  if (most(columns, dated)) return "users in rows";
  if (most(labels, dated)) return "items in rows";
  const isNumber = /^\d+$/;
  if (most(labels, isNumber) && !most(columns, isNumber)) return "users in rows";
  if (most(columns, isNumber) && !most(labels, isNumber)) return "items in rows";
  const titles = whichAreTitles(columns, labels);
  if (titles === "first") return "users in rows";
  if (titles === "second") return "items in rows";
  const isTitle = /\p{L}.*\s.*\p{L}/u;
  if (titles === null && most(columns, isTitle) && !most(labels, isTitle)) return "users in rows";
  if (titles === null && most(labels, isTitle) && !most(columns, isTitle)) return "items in rows";
  if (most(labels, isNumber) && rows.length > header.length * 3) return "users in rows";
  return null;
}

/** Asked where nothing tells what the rows are. */
export function orientationQuestion({ source, rows }: TableHead, { label: place, from }: Matrix): Question {
  const label = (text: string) => text.trim().slice(0, 30);
  return {
    id: `rows:${source.name}`,
    sentence: `${source.name} is a matrix of ratings. What are its rows, such as ${label(rows[1][place])}?`,
    choices: [
      { label: `People, who rated ${label(rows[0][from])} and the others`, answer: "users in rows" },
      { label: `What was rated, by ${label(rows[0][from])} and the others`, answer: "items in rows" },
    ],
  };
}

/** The same ratings as a table with one a row: user, item, rating. */
export function asRows(
  head: TableHead,
  { hasHeader, zeroIsUnrated, label: labelled, from, to }: Matrix,
  orientation: Orientation,
): TableHead {
  // Beside points, an "x" stands where there are none.
  const arePoints = head.rows.some((row) => row.slice(from, to).some((cell) => Number(cell) > 1));
  const isMark = (cell: string) => arePoints && /^\s*x\s*$/i.test(cell);
  const melted =
    (names: readonly string[]) => (row: string[], take: (fields: string[]) => void, count: number) => {
      const label = labelled < 0 ? String(count) : cellAt(row, labelled);
      if (hasHeader && isSummary(labelled < 0 ? cellAt(row, 0) : label)) return;
      for (let place = from; place < Math.min(row.length, to); place++) {
        const cell = row[place];
        const isBlank = isUnrated(cell) || isMark(cell) || (zeroIsUnrated && Number(cell) === 0);
        // Each row and each column is there, whether somebody has rated it or not.
        if (isBlank && count > 1 && place > from) continue;
        const rating = isBlank ? "" : cell;
        const other = names[place]?.trim() || String(place + 1 - from);
        take(orientation === "users in rows" ? [label, other, rating] : [other, label, rating]);
      }
    };
  const names = hasHeader ? answersOf(head.rows[0]) : [];
  const left = names
    .slice(to)
    .filter((name) => name.trim() !== "")
    .map(excerpt)
    .join(" and ");
  const melt = melted(names);
  const rows: string[][] = [NAMES];
  for (const [i, row] of head.rows.slice(Number(hasHeader)).entries()) {
    if (rows.length < 1000) melt(row, (fields) => rows.push(fields), i + 1);
  }
  return {
    ...head,
    format: `${head.format} matrix, ${orientation}${left === "" ? "" : `, without ${left}`}`,
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
