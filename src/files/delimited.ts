import { adjacency } from "./adjacency.ts";
import { DELIMITERS, type Delimiter, type Dialect, detectDialect, parseStart } from "./Dialect.ts";
import type { TableFormat } from "./formats.ts";
import { remarks } from "./remarks.ts";
import { readRows } from "./textRows.ts";

const LOOKED_AT = 2 ** 16;

/** Rows of text, with the same sign between all fields. */
export const delimited: TableFormat = {
  name: "Text with a delimiter",
  files:
    "`.csv`, `.tsv`, `.txt`, `.dat`, `.data`, `.inter`: commas, tabs, semicolons, bars, `::`, carets, tildes or spaces; quotes doubled or after a backslash; `sep=;`, remarks and a title above the table; one user and their items a line",
  async open(source, start) {
    const { lines, text, declared } = remarks(start.text);
    const dialect = declaredDialect(declared, text) ?? detectDialect(text, start.isWhole);
    const listed = adjacency(source, start, dialect);
    if (listed) return listed;
    if (!dialect) return null;
    const rows = parseStart(text, dialect, start.isWhole);
    const above = titleRows(rows);
    return {
      format: DELIMITERS[dialect.delimiter],
      dialect,
      hasHeader: null,
      skip: above,
      rows: rows.slice(above),
      plain:
        !start.encoding?.startsWith("UTF-16") && isPlain(start.text, dialect, lines + above)
          ? { source, dialect, encoding: start.encoding }
          : undefined,
      read: (take, onBytes) => readRows(source, start, dialect, lines, take, onBytes),
    };
  },
};

/** Whether rows can be scanned: a delimiter of one byte, no quotes so far, each row a line, nothing above the header. */
function isPlain(text: string, { delimiter }: Dialect, above: number): boolean {
  const start = text.slice(0, LOOKED_AT);
  return (
    above === 0 &&
    delimiter.length === 1 &&
    delimiter !== " " &&
    !start.includes('"') &&
    !/\r(?!\n)/.test(start) &&
    start.includes("\n") &&
    !/^\s/.test(start)
  );
}

/** "sep=;", as Excel writes and reads it. */
function declaredDialect(sign: string | null, text: string): Dialect | null {
  if (sign === null || !(sign in DELIMITERS)) return null;
  return { delimiter: sign as Delimiter, quotes: text.includes('"') || sign !== "::" };
}

/** Rows above a table that are narrower than all of it, such as a title. */
function titleRows(rows: readonly string[][]): number {
  if (rows.length < 3) return 0;
  const filled = (row: string[]) => row.filter((cell) => cell.trim() !== "").length;
  const widths = rows.slice(0, 50).map(filled);
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)];
  let above = 0;
  while (above < 5 && usual > 1 && widths[above] <= 1) above++;
  return above;
}
