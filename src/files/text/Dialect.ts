import Papa from "papaparse";
import { firstLineEnd, type LineEnd, plainLineEnds } from "./lineEnd.ts";
import { oddDelimiter } from "./oddDelimiter.ts";

/** How the fields of a row are told apart. */
export interface Dialect {
  delimiter: string;
  /** Whether a field may stand in quotes. */
  quotes: boolean;
  /** Whether a quote within quotes has a backslash before it instead of being doubled. */
  backslashes?: boolean;
  /** The quote, where it is not the usual one. */
  quote?: "'";
}

/** What may stand between two fields, and what a table with it is called. Of a space, several are one. */
export const DELIMITERS = {
  ",": "comma-separated",
  "\t": "tab-separated",
  ";": "semicolon-separated",
  "|": "bar-separated",
  "::": "separated by double colons",
  "^": "separated by carets",
  "~": "separated by tildes",
  "\x01": "separated by Ctrl-A, as Hive writes",
  " ": "space-separated",
} as const;

/** What a table with this delimiter is called. */
export function delimiterName(delimiter: string): string {
  if (delimiter in DELIMITERS) return DELIMITERS[delimiter as keyof typeof DELIMITERS];
  return /[\p{C}\s]/u.test(delimiter)
    ? "separated by a sign that can't be seen"
    : `separated by “${delimiter}”`;
}

/** Rows as PapaParse gives them, in names of our own: the package's types do without its types. */
export interface ParsedRows {
  data: string[][];
  errors: { code: string; row: number }[];
  meta: { cursor: number };
}

export interface RowParser {
  parse(text: string, baseIndex: number, ignoreLastRow: boolean): ParsedRows;
}

export const COMMAS: Dialect = { delimiter: ",", quotes: true };
const LOOKED_AT = 100;
export const MOST_ROWS = LOOKED_AT * 10;

/**
 * The dialect in which the first rows of a text agree best on how many fields they have; in case of a tie
 * that with more fields. Null if they hold one field only, whatever the dialect.
 * @param isWhole whether the text ends where the file does; else its last row is not looked at
 */
export function detectDialect(text: string, isWhole: boolean): Dialect | null {
  let best: { dialect: Dialect; agreement: number; fields: number } | null = null;
  // KONECT's networks have both between their numbers.
  const start = text.slice(0, 2 ** 12);
  const isOfNumbers = /^[\d.\s-]+$/.test(start) && /\d \d.*\d\t\d/.test(start);
  for (const dialect of dialectsOf(text)) {
    const { rows, broken } = parsed(text, dialect, isWhole, LOOKED_AT);
    const { fields, agreement: agreeing } = commonest(rows.map((row) => row.length));
    const agreement = agreeing * (1 - broken / Math.max(1, rows.length));
    if (fields < 2 || agreement <= 0.5) continue;
    // Spaces stand within fields too: they separate only where nothing else does, and numbers are among the fields.
    const isSpace = dialect.delimiter === " ";
    if (isSpace && ((best && best.agreement > 0.9 && !isOfNumbers) || !haveNumbers(rows, fields))) continue;
    // Where quotes are read as such without a fault, they are meant so.
    const isSame = best?.dialect.delimiter === dialect.delimiter;
    if (
      !best ||
      agreement > best.agreement ||
      (agreement === best.agreement && fields > best.fields && !isSame)
    ) {
      best = { dialect, agreement, fields };
    }
  }
  if (best && best.dialect.delimiter !== "::") return best.dialect;
  const odd = oddDelimiter(text, isWhole);
  // Of ":::", "::" is a part.
  return odd === null || odd === "::"
    ? (best?.dialect ?? null)
    : { delimiter: odd, quotes: text.includes('"') };
}

function dialectsOf(text: string): Dialect[] {
  return Object.keys(DELIMITERS)
    .filter((delimiter) => text.includes(delimiter))
    .flatMap((delimiter): Dialect[] => {
      // MovieLens' own format knows no quotes: its titles hold them as they are.
      if (delimiter === "::") return [{ delimiter, quotes: false }];
      if (!text.includes('"')) return [{ delimiter, quotes: true }];
      return [
        { delimiter, quotes: true },
        ...(text.includes('\\"') ? [{ delimiter, quotes: true, backslashes: true }] : []),
        { delimiter, quotes: false },
      ];
    });
}

/** The rows of the beginning of a text, blank lines left out. */
export function parseStart(text: string, dialect: Dialect, isWhole: boolean, most = MOST_ROWS): string[][] {
  return parsed(text, dialect, isWhole, most).rows;
}

/** The rows, and in how many a quote is at fault. */
function parsed(
  start: string,
  dialect: Dialect,
  isWhole: boolean,
  most: number,
): { rows: string[][]; broken: number } {
  const text = plainLineEnds(start);
  const newline = firstLineEnd(text, isWhole, dialect.quotes) ?? "\n";
  const { data, errors } = parserFor(dialect, newline, most).parse(text, 0, !isWhole);
  const rows = data
    .map((row) => fieldsOf(row, dialect))
    .filter((row) => row.some((cell) => cell.trim() !== ""));
  return { rows, broken: new Set(errors.map(({ row }) => row)).size };
}

/** @param preview rows at most; 0 for all */
export function parserFor(
  { delimiter, quotes, backslashes = false, quote }: Dialect,
  newline: LineEnd,
  preview = 0,
): RowParser {
  return new Papa.Parser({
    delimiter,
    newline,
    preview,
    ...(backslashes ? { escapeChar: "\\" } : {}),
    ...(quote ? { quoteChar: quote } : {}),
    ...(quotes ? {} : { fastMode: true }),
  });
}

/** Several spaces or tabs beside each other are one. */
export function fieldsOf(row: string[], { delimiter }: Dialect): string[] {
  if (delimiter !== " ") return row;
  return row.flatMap((field) => field.split(/[\t\r]/)).filter((field) => field !== "");
}

/** Whether nearly all rows have as many fields, and one of them is a number in most. */
function haveNumbers(rows: readonly string[][], fields: number): boolean {
  const whole = rows.filter((row) => row.length === fields);
  const isNumber = (text: string) => Number.isFinite(Number(text));
  // Sentences, listings and logs have brackets and marks at the ends of words.
  const isWord = (text: string) => !/^[[({<]|[\])}>:;,]$/.test(text);
  if (whole.filter((row) => row.every(isWord)).length < whole.length / 2) return false;
  return (
    whole.length >= rows.length * 0.9 &&
    whole[0].some((_, place) => whole.filter((row) => isNumber(row[place])).length > whole.length / 2)
  );
}

function commonest(lengths: number[]): { fields: number; agreement: number } {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [fields, times] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
  return { fields, agreement: times / lengths.length };
}
