import { type Dialect, detectDialect, parserFor } from "./Dialect.ts";

const LEAST_ROWS = 3;

/**
 * How the first cells are read where each is a row and nothing stands beside any: so a spreadsheet writes a table that it
 * took for one column. Null where they are none.
 */
export function rowsInCells(rows: readonly string[][]): ((row: string[]) => string[]) | null {
  const areAlone = rows.every(
    (row) => row.length > 1 && row.every((cell, i) => i === 0 || cell.trim() === ""),
  );
  if (!areAlone || rows.length < LEAST_ROWS) return null;
  const dialect = detectDialect(rows.map(([cell]) => cell).join("\n"), true);
  return dialect && ((row) => rowIn(row[0], dialect));
}

export function rowIn(cell: string, dialect: Dialect): string[] {
  return parserFor(dialect, "\n").parse(cell, 0, false).data[0] ?? [""];
}
