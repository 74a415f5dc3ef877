/** What stands in a place of a row; nothing where the row is too short. */
export function cellAt(row: readonly string[], place: number): string {
  return row[place] ?? "";
}

/** What stands in a place of each row. */
export function cellsAt(rows: readonly (readonly string[])[], place: number): string[] {
  return rows.map((row) => cellAt(row, place));
}
