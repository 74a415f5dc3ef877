import type { TableFormat } from "../formats.ts";
import type { OnRow } from "./CsvDecoder.ts";
import { type Dialect, MOST_ROWS, parseStart } from "./Dialect.ts";
import { readRows } from "./textRows.ts";

/** A line is one field. */
const LINES: Dialect = { delimiter: "\x01", quotes: false };
/** "review/userId: A3SGXH", "  year: 1995", "- title: Heat", Logseq's "- title:: Heat" */
const LINE = /^(?:-\s+|\s*)([\p{L}_][\p{L}\p{N}_/ .-]{0,39})::?(?:\s+(.*))?$/u;
const LEAST_RECORDS = 3;
const LEAST_KEYS = 2;
const LOOKED_AT = 2 ** 16;
const SHARE = 0.9;

/** A line a value with its name in front, and a record from one first name to the next. */
export const keyed: TableFormat = {
  name: "Names and values",
  files:
    "`.txt`, `.yaml`: a line `review/score: 5.0` for each value, as SNAP's reviews of Amazon and beers have it, and simple lists of YAML",
  async open(source, start) {
    const keys = keysOf(start.text.slice(0, LOOKED_AT));
    if (keys === null) return null;
    const names = keys.map((key) => key.slice(key.lastIndexOf("/") + 1));
    const rows: string[][] = [];
    const head = intoRecords(keys, (row) => rows.push(row));
    for (const [i, line] of parseStart(start.text, LINES, start.isWhole, MOST_ROWS * keys.length).entries()) {
      head.push(line, i + 1, false);
    }
    if (start.isWhole) head.end();
    return {
      format: "names and values",
      dialect: null,
      hasHeader: true,
      skip: 0,
      rows: [names, ...rows],
      read: async (take, onBytes) => {
        take(names, 0, false);
        const { push, end } = intoRecords(keys, take);
        await readRows(source, start, LINES, 0, push, onBytes);
        end();
      },
    };
  },
};

/** The names in such a text, the one that opens a record first; null if it is another. */
function keysOf(text: string): string[] | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const found = lines.map((line) => LINE.exec(line)?.[1].trim() ?? null);
  const [first] = found;
  const named = found.filter((key) => key !== null);
  const keys = [...new Set(named)];
  const records = found.filter((key) => key === first).length;
  const areKeyed = named.length >= lines.length * SHARE;
  if (!first || !areKeyed || records < LEAST_RECORDS || keys.length < LEAST_KEYS) return null;
  // One line of each, as a rule: chapters and speakers come in any number.
  return keys.length * records > lines.length * 2 ? null : keys;
}

/** Puts lines together to rows; the last one is there at the end. */
function intoRecords(keys: readonly string[], take: OnRow): { push: OnRow; end: () => void } {
  const places = new Map(keys.map((key, place) => [key, place]));
  let row: string[] | null = null;
  let begun = 0;
  const end = () => row && take(row, begun, false);
  const push: OnRow = ([text], line) => {
    const [, key = "", value = ""] = LINE.exec(text) ?? [];
    const place = places.get(key.trim());
    if (place === undefined) return;
    if (place === 0) {
      end();
      row = keys.map(() => "");
      begun = line;
    }
    // YAML puts quotes around some.
    if (row) row[place] = value.trim().replace(/^(["'])(.*)\1$/, "$2");
  };
  return { push, end };
}
