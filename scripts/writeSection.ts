import { readFileSync, writeFileSync } from "node:fs";

/**
 * Replaces what stands in the documentation between two comments, and nothing else.
 * @throws Error if they are not there.
 */
export function writeSection(page: string, [begin, end]: readonly [string, string], text: string): void {
  const path = new URL(`../docs/${page}`, import.meta.url);
  const [before, rest] = readFileSync(path, "utf8").split(begin);
  const [, after] = (rest ?? "").split(end);
  if (after === undefined) throw new Error(`docs/${page} has no place for this (${begin} … ${end}).`);
  writeFileSync(path, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}
