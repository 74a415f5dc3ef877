import type { Dialect } from "./Dialect.ts";
import type { CutRow } from "./rowEnds.ts";

const OPENS = /^\s+"[^"]*"?\s*$/;
const LEAST_ROWS = 3;

/** How rows are read whose quotes stand behind a space, `"1", "Good, Bad"`, where no sign knows them for quotes; null where they don't. */
export function spacedQuotes(rows: readonly string[][], { delimiter }: Dialect): CutRow | null {
  const spaced = rows.filter((row) => row.some((cell) => OPENS.test(cell)));
  if (rows.length < LEAST_ROWS || delimiter === " " || spaced.length <= rows.length / 2) return null;
  return (row) => {
    const cells: string[] = [];
    let isOpen = false;
    for (const cell of row) {
      if (isOpen) cells[cells.length - 1] += delimiter + cell;
      else cells.push(cell.trim());
      const last = cells[cells.length - 1];
      isOpen = last.startsWith('"') && !(last.length > 1 && last.trimEnd().endsWith('"'));
    }
    return cells.map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/s, "$1")
        .replaceAll('""', '"'),
    );
  };
}
