import type { Dialect } from "./Dialect.ts";
import type { CutRow } from "./rowEnds.ts";

/** How rows are put together again where a bar in a cell has a backslash before it, as Markdown has it; null where none has. */
export function escapedBars(rows: readonly string[][], { delimiter }: Dialect): CutRow | null {
  const isOfMarkdown = delimiter === "|" && rows.every(([first]) => first.trim() === "");
  if (!isOfMarkdown || !rows.some((row) => row.some(isCut))) return null;
  return (row) => {
    const cells: string[] = [];
    for (const [place, cell] of row.entries()) {
      if (place > 0 && isCut(row[place - 1])) cells[cells.length - 1] += `|${cell}`;
      else cells.push(cell);
    }
    return cells.map((cell) => cell.replaceAll("\\|", "|"));
  };
}

function isCut(cell: string): boolean {
  return cell.endsWith("\\");
}
