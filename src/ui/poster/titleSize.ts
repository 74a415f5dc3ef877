/** Letters that fit beside each other in the band at each size, and the lines that fit below each other. */
const SIZES = [
  ["large", 15, 2],
  ["medium", 19, 2],
  ["small", 23, 2],
  ["smaller", 24, 3],
  ["smallest", 26, 3],
] as const;

/** The largest lettering in which the title fits the poster's band; the smallest may end in an ellipsis. */
export function titleSize(title: string): (typeof SIZES)[number][0] {
  const fitting = SIZES.find(([, letters, lines]) => linesOf(title, letters) <= lines);
  return fitting?.[0] ?? "smallest";
}

function linesOf(title: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of title.split(" ")) {
    if (length > letters) return Number.POSITIVE_INFINITY;
    if (used > 0 && used + 1 + length > letters) {
      lines++;
      used = length;
    } else used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}
