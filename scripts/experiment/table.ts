/** Columns as wide as they need to be: the first to the left, the others to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return align(headings, rows, (cell, width, column) =>
    column === 0 ? cell.padEnd(width) : cell.padStart(width),
  );
}

/** The same for words: all columns to the left. */
export function wordTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return align(headings, rows, (cell, width) => cell.padEnd(width));
}

function align(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  pad: (cell: string, width: number, column: number) => string,
): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, column) => pad(cell, widths[column], column)).join("  ")}`.trimEnd();
  const rule = `  ${widths.map((width) => "─".repeat(width)).join("  ")}`;
  return [line(headings), rule, ...rows.map(line)].join("\n");
}
