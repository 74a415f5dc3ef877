import Papa from "papaparse";

/** What a spreadsheet would take for a formula, or for one that was guarded; a plain number is none. */
const FORMULA = /^(?![-+]?\d+(?:\.\d+)?$)'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

type Cell = string | number | null;

/** A table as CSV. Text that a spreadsheet would run as a formula gets an apostrophe in front; see `unguarded`. */
export function toCsv(columns: readonly string[], rows: Cell[][]): string {
  const table = { fields: [...columns], data: rows };
  return `${Papa.unparse(table, { newline: "\r\n", escapeFormulae: FORMULA })}\r\n`;
}

/** A cell of such a table as it was before it was written. */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
