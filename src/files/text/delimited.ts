import { DataFileError } from "../../errors.ts";
import type { TableFormat } from "../formats.ts";
import { adjacency } from "./adjacency.ts";
import type { OnRow } from "./CsvDecoder.ts";
import { type Dialect, delimiterName, detectDialect, parseStart } from "./Dialect.ts";
import { escapedBars } from "./escapedBars.ts";
import { remarks } from "./remarks.ts";
import { rowEnds } from "./rowEnds.ts";
import { rowIn, rowsInCells } from "./rowsInCells.ts";
import { spacedQuotes } from "./spacedQuotes.ts";
import { readRows } from "./textRows.ts";

const LOOKED_AT = 2 ** 16;
/** Rows that tell how fields are quoted. */
const LOOKED_THROUGH = 100;

/** Rows of text, with the same sign between all fields. */
export const delimited: TableFormat = {
  name: "Text with a delimiter",
  files:
    "`.csv`, `.tsv`, `.txt`, `.dat`, `.data`, `.inter`: commas, tabs, semicolons, bars, `::`, carets, tildes, spaces, or any sign that occurs as often in each line; quotes doubled or after a backslash, or single ones throughout; R's numbered rows; `sep=;`, remarks and a title above the table; one user and their items a line",
  async open(source, start) {
    const { lines, text, declared } = remarks(start.text);
    const hasRules = text.search(RULES) >= 0;
    const detected =
      declaredDialect(declared, text) ??
      detectDialect(hasRules ? text.replace(RULES, "") : text, start.isWhole);
    const listed = adjacency(source, start, detected);
    if (listed) return listed;
    if (!detected) return null;
    const dialect = withApostrophes(detected, text, start.isWhole);
    const ruled = parseStart(text, dialect, start.isWhole).filter((row) => !hasRules || !isRule(row));
    const cut =
      rowsInCells(ruled) ??
      escapedBars(ruled, dialect) ??
      spacedQuotes(ruled, dialect) ??
      rowEnds(ruled, dialect.delimiter);
    const found = cut ? ruled.map(cut).filter((row) => row !== null) : ruled;
    if (found.length === 0) return null;
    const kinds = kindsOf(found);
    if (kinds)
      throw new DataFileError(
        `${source.name} holds rows of several kinds (${kinds.join(", ")}), each with columns of its own. Save the ratings as a table, one a line.`,
      );
    const areCalls = found.every(isCall);
    const labels = labelsOf(areCalls ? found.map(withinCall) : found);
    const plainOf = labels
      ? areCalls
        ? (row: string[]) => withoutLabels(withinCall(row))
        : withoutLabels
      : areBracketed(found)
        ? withoutBrackets
        : areWrapped(found, dialect)
          ? (row: string[]) => unwrapped(row, dialect)
          : areBytes(found)
            ? withoutBytes
            : null;
    const below = withRowNames(plainOf ? found.map(plainOf) : found);
    const rows = labels ? [labels, ...below] : below;
    const above = titleRows(rows);
    return {
      format: delimiterName(dialect.delimiter),
      dialect,
      hasHeader: labels ? true : null,
      skip: above,
      rows: rows.slice(above),
      plain:
        !plainOf &&
        !cut &&
        !hasRules &&
        !start.encoding?.startsWith("UTF-16") &&
        isPlain(start.text, dialect, lines + above)
          ? { source, dialect, encoding: start.encoding }
          : undefined,
      read: (take, onBytes) => {
        if (labels) take(labels, 0, false);
        const onRow: OnRow = (whole, line, broken) => {
          const row = cut ? cut(whole) : whole;
          if (row && (!hasRules || !isRule(row))) take(plainOf ? plainOf(row) : row, line, broken);
        };
        return readRows(source, start, dialect, lines, onRow, onBytes);
      },
    };
  },
};

/** A word in front says what a row is, "U", "V" */
const KIND = /^\p{L}{1,12}$/u;
const MOST_KINDS = 8;
const LEAST_OF_KINDS = 12;

/** What the rows of several kinds begin with, where they have as many columns as others of their kind; null where all are of one. */
function kindsOf(rows: readonly string[][]): string[] | null {
  const widths = new Map<string, Set<number>>();
  for (const row of rows) {
    const kind = row[0].trim();
    if (!KIND.test(kind)) return null;
    widths.set(kind, (widths.get(kind) ?? new Set()).add(row.length));
    if (widths.size > MOST_KINDS) return null;
  }
  const areWhole = [...widths.values()].every(({ size }) => size === 1);
  const differ = new Set([...widths.values()].map((of) => [...of][0])).size > 1;
  return rows.length >= LEAST_OF_KINDS && areWhole && differ ? [...widths.keys()] : null;
}

/** "Title: Heat" */
const LABELLED = /^\s*(\p{L}[\p{L}\p{N}_ -]{0,29}?)\s*[:=]\s*(.*)$/su;

/** The names that stand in front of each value, the same in each row; null where there are none. */
function labelsOf(rows: readonly string[][]): string[] | null {
  const labels = rows[0].map((cell) => LABELLED.exec(cell)?.[1]);
  if (rows.length < 3 || labels.length < 2 || new Set(labels).size < labels.length) return null;
  const isLabelled = (row: readonly string[]) =>
    row.length === labels.length && row.every((cell, place) => LABELLED.exec(cell)?.[1] === labels[place]);
  return labels.every((label) => label !== undefined) && rows.every(isLabelled) ? labels : null;
}

/** "Rating(user=1, product=2, rating=5.0)", as Python and Spark print their rows */
const CALL = /^\s*\p{L}\w*\((?=\p{L}\w*=)/u;

function isCall(row: readonly string[]): boolean {
  return CALL.test(row[0]) && /\)\s*$/.test(row[row.length - 1]);
}

function withinCall(row: readonly string[]): string[] {
  const cells = row.with(0, row[0].replace(CALL, ""));
  return cells.with(-1, cells[cells.length - 1].replace(/\)\s*$/, ""));
}

function withoutLabels(row: string[]): string[] {
  return row.map((cell) => LABELLED.exec(cell)?.[2].trim() ?? cell);
}

/** Lines that are drawn between rows, "+-----+-----+" or Markdown's "|---|---:|", or end a list of them, "];" */
const RULES = /^(?:\+(?:[-=]{2,}\+)+|\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+|[\])];?)[ \t]*$/gm;

function isRule(row: readonly string[]): boolean {
  const text = row.join("").trim();
  return /^[-+=:\s]*[-=]{2}[-+=:\s]*$/.test(text) || /^[\])];?$/.test(text);
}

/** Whether rows can be scanned: a delimiter of one byte, no quotes so far, each row a line, nothing above the header. */
function isPlain(text: string, { delimiter }: Dialect, above: number): boolean {
  const start = text.slice(0, LOOKED_AT);
  return (
    above === 0 &&
    delimiter.length === 1 &&
    delimiter < "\x80" &&
    delimiter !== " " &&
    !start.includes('"') &&
    !/\r(?!\n)/.test(start) &&
    start.includes("\n") &&
    !/^\s/.test(start)
  );
}

/** "sep=;", as Excel writes and reads it. */
function declaredDialect(sign: string | null, text: string): Dialect | null {
  if (sign === null) return null;
  return { delimiter: sign, quotes: text.includes('"') || sign !== "::" };
}

/** Fields in single quotes are in them throughout: "'Til There Was You" has no second one. */
function withApostrophes(dialect: Dialect, text: string, isWhole: boolean): Dialect {
  const plain = parseStart(text, dialect, isWhole, LOOKED_THROUGH);
  if (plain.flat().filter((cell) => cell.trim().startsWith("'")).length < plain.length) return dialect;
  const apostrophes: Dialect = { ...dialect, quotes: true, quote: "'" };
  const rows = parseStart(text, apostrophes, isWhole, LOOKED_THROUGH);
  const areWhole = rows.length === plain.length && rows.every(({ length }) => length === rows[0].length);
  return areWhole && !rows.flat().some((cell) => cell.trim().startsWith("'")) ? apostrophes : dialect;
}

/** "rating(u1, f1, 4)." states a fact in Prolog, and calls a function elsewhere. */
const CALLED = /^\s*[a-z_]\w*(?=\()/i;
const ENDED = /[)\]]\s*[.;]?\s*$/;

/** Whether each row is in brackets, "(1, 501, 4.0)", with a comma behind it or none, as Python, Spark and SQL write tuples. */
function areBracketed(rows: readonly string[][]): boolean {
  const name = CALLED.exec(rows[0][0])?.[0] ?? "";
  return (
    rows.length > 1 &&
    rows.every(
      (row) =>
        row[0].startsWith(name) &&
        /^\s*[([]/.test(row[0].slice(name.length)) &&
        ENDED.test(row.findLast((cell) => cell.trim() !== "") ?? ""),
    )
  );
}

/** A row in quotes as a whole, as a spreadsheet writes what it took for one cell: quotes within it are doubled. */
const WRAPPED = /^"((?:[^"]|"")*)"$/;

function areWrapped(rows: readonly string[][], { quotes, delimiter }: Dialect): boolean {
  return !quotes && rows.length > 1 && rows.every((row) => WRAPPED.test(row.join(delimiter)));
}

function unwrapped(row: string[], { delimiter }: Dialect): string[] {
  const [, text] = WRAPPED.exec(row.join(delimiter)) ?? [];
  return text === undefined ? row : rowIn(text.replaceAll('""', '"'), { delimiter, quotes: true });
}

/** Python writes bytes as b'Heat': it does so in a whole column. */
const BYTES = /^b(['"])(.*)\1$/;

function areBytes([, ...body]: readonly string[][]): boolean {
  return body.length > 1 && body[0].some((_, place) => body.every((row) => BYTES.test(row[place])));
}

function withoutBytes(row: string[]): string[] {
  return row.map((cell) => cell.replace(BYTES, "$2"));
}

/** What stands within brackets and quotes. */
function withoutBrackets(row: string[]): string[] {
  return row.map((cell) =>
    cell
      .replace(CALLED, "")
      .replace(/([)\]])\s*[.;]\s*$/, "$1")
      .trim()
      .replace(/^[([]+\s*(?=['"]|[^'"]*$)|(?<=['"]|^[^'"]*)\s*[)\]]+$/g, "")
      .trim()
      .replace(/^(['"])(.*)\1$/, "$2"),
  );
}

/** R and pandas number the rows and put no name above the numbers: the header is moved by one. */
function withRowNames(rows: string[][]): string[][] {
  const [header, ...body] = rows;
  const areNamed =
    body.every((row) => row.length === header.length + 1) &&
    body.some((row) => row[header.length].trim() !== "") &&
    body.every(([name], i) => name.trim() !== "" && (i === 0 || Number(name) > Number(body[i - 1][0])));
  return areNamed ? [["", ...header], ...body] : rows;
}

/** Rows above a table that are narrower than all of it, such as a title. */
function titleRows(rows: readonly string[][]): number {
  if (rows.length < 3) return 0;
  const isNarrow = (row: readonly string[]) => row.filter((cell) => cell.trim() !== "").length <= 1;
  const areNarrow = rows.slice(0, 50).map(isNarrow);
  if (areNarrow.filter((is) => is).length > areNarrow.length / 2) return 0;
  return Math.min(5, areNarrow.indexOf(false));
}
