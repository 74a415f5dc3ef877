import { readFileSync, writeFileSync } from "node:fs";

/** As wide as all prose is here. */
const WIDTH = 128;

/**
 * Replaces what stands in the documentation between two comments, and nothing else.
 * @throws Error if they are not there.
 */
export function writeSection(page: string, [begin, end]: readonly [string, string], text: string): void {
  const path = new URL(`../docs/${page}`, import.meta.url);
  const [before, rest] = readFileSync(path, "utf8").split(begin);
  const [, after] = (rest ?? "").split(end);
  if (after === undefined) throw new Error(`docs/${page} has no place for this (${begin} … ${end}).`);
  writeFileSync(path, `${before}${begin}\n\n${text.replace(/^(?!\|).+$/gm, wrapped)}\n\n${end}${after}`);
}

/** A paragraph or an item of a list, cut into lines. */
function wrapped(text: string): string {
  const indent = text.startsWith("- ") ? "  " : "";
  const [first = "", ...words] = text.split(/ (?!$)/);
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(indent + word);
  }
  return lines.join("\n");
}
