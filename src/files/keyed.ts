import { MOST_ROWS } from "./Dialect.ts";
import type { TableFormat } from "./formats.ts";
import { TextPieces } from "./TextPieces.ts";

/** "review/userId: A3SGXH", "  year: 1995", "- title: Heat" */
const LINE = /^(?:-\s+|\s*)([\p{L}_][\p{L}\p{N}_/ .-]{0,39}):(?:\s+(.*))?$/u;
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
    const lines = start.text
      .slice(0, LOOKED_AT)
      .split(/\r\n|\r|\n/)
      .filter((line) => line.trim() !== "");
    const first = keyOf(lines[0] ?? "");
    const keys = [...new Set(lines.map(keyOf).filter((key) => key !== null))];
    const records = lines.filter((line) => keyOf(line) === first).length;
    const areKeyed = lines.filter((line) => keyOf(line) !== null).length >= lines.length * SHARE;
    if (first === null || !areKeyed || records < LEAST_RECORDS || keys.length < LEAST_KEYS) return null;
    // One line of each, as a rule: chapters and speakers come in any number.
    if (keys.length * records > lines.length * 2) return null;
    const names = keys.map((key) => key.slice(key.lastIndexOf("/") + 1));
    const reader = (take: (row: string[], line: number) => void) => {
      let row: string[] | null = null;
      let begun = 0;
      let line = 0;
      const end = () => row && take(row, begun);
      const push = (text: string) => {
        line++;
        const key = keyOf(text);
        if (key === null) return;
        if (key === first) {
          end();
          row = keys.map(() => "");
          begun = line;
        }
        if (row && keys.includes(key)) row[keys.indexOf(key)] = textIn(text);
      };
      return { push, end };
    };
    const rows: string[][] = [];
    const head = reader((row) => rows.push(row));
    for (const line of start.text.split(/\r\n|\r|\n/)) if (rows.length < MOST_ROWS) head.push(line);
    if (start.isWhole) head.end();
    return {
      format: "names and values",
      dialect: null,
      hasHeader: true,
      skip: 0,
      rows: [names, ...rows],
      read: async (take, onBytes) => {
        take(names, 0, false);
        const { push, end } = reader((row, line) => take(row, line, false));
        const text = new TextPieces(source.name, start.encoding);
        let left = "";
        let bytes = 0;
        for await (const piece of source.pieces()) {
          const all = (left + text.push(piece)).split(/\r\n|\n/);
          left = all.pop() ?? "";
          all.forEach(push);
          bytes += piece.length;
          onBytes(bytes);
        }
        for (const line of (left + text.end()).split(/\r\n|\n/)) push(line);
        end();
      },
    };
  },
};

function keyOf(line: string): string | null {
  return LINE.exec(line)?.[1].trim() ?? null;
}

/** Without the quotes that YAML puts around some. */
function textIn(line: string): string {
  return (LINE.exec(line)?.[2] ?? "").trim().replace(/^(["'])(.*)\1$/, "$2");
}
