/** A run of signs, or of one that nobody sees, between two fields; numbers, words, spaces and quotes are within them. */
const SIGNS = /[^\p{L}\p{N}\p{M}\s.,;|"'()[\]{}]+|\u00a0+/gu;
const LEAST_LINES = 3;
/** Two fields with a sign between them are a word, a date or a sentence as well. */
const LEAST_FIELDS = 3;
const LOOKED_AT = 100;

/**
 * A delimiter that hardly anybody uses, "¦" or ":::", by its being there as often in each of the first lines; null where
 * there is none.
 */
export function oddDelimiter(text: string, isWhole: boolean): string | null {
  const all = text.split(/\r\n|\r|\n/);
  const lines = (isWhole ? all : all.slice(0, -1)).filter((line) => line.trim() !== "").slice(0, LOOKED_AT);
  if (lines.length < LEAST_LINES) return null;
  const [first, ...rest] = lines.map(runsIn);
  let best: string | null = null;
  for (const [run, count] of first) {
    if (count < LEAST_FIELDS - 1 || !rest.every((runs) => runs.get(run) === count)) continue;
    if (best === null || count > (first.get(best) ?? 0)) best = run;
  }
  return best;
}

function runsIn(line: string): Map<string, number> {
  const runs = new Map<string, number>();
  for (const [run] of line.matchAll(SIGNS)) runs.set(run, (runs.get(run) ?? 0) + 1);
  return runs;
}
