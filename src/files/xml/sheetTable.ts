import type { ByteSource } from "../ByteSource.ts";
import type { OpenTable } from "../formats.ts";
import { MOST_ROWS } from "../text/Dialect.ts";

/** The rows of a spreadsheet as a table, without blank ones; null where it has no two of them. */
export function sheetTable(format: string, all: readonly string[][], source: ByteSource): OpenTable | null {
  const rows = all.filter((row) => row.some((cell) => cell.trim() !== ""));
  if (rows.length < 2) return null;
  // Blank cells at the end of a row are not in the file.
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const filled = rows.map((row) => [...row, ...new Array<string>(width - row.length).fill("")]);
  const skip = Math.max(
    0,
    filled.findIndex((row) => row.filter((cell) => cell !== "").length > 1),
  );
  return {
    format,
    dialect: null,
    hasHeader: null,
    skip,
    rows: filled.slice(skip, MOST_ROWS),
    read: async (take, onBytes) => {
      for (const [i, row] of filled.entries()) take(row, i + 1, false);
      onBytes(source.size);
    },
  };
}
