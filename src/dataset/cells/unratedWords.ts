import { isUnrated } from "./ratingOf.ts";

const MOST_WORDS = 2;
const LEAST_TIMES = 2;

/**
 * Words that stand between numbers in a column of ratings, "absent" or "k.A.", again and again and in place of one: whatever
 * they mean, nobody rated there. Empty where there are none, or too many to be that.
 * @param sample some of its cells
 */
export function unratedWords(
  sample: readonly string[],
  ratingOf: (text: string) => number,
): ReadonlySet<string> {
  const times = new Map<string, number>();
  let rated = 0;
  for (const cell of sample) {
    if (isUnrated(cell)) continue;
    if (Number.isFinite(ratingOf(cell))) rated++;
    else times.set(cell.trim(), (times.get(cell.trim()) ?? 0) + 1);
  }
  const all = [...times.values()].reduce((sum, count) => sum + count, 0);
  const areWords = [...times].every(
    ([word, count]) => count >= LEAST_TIMES && !/\d/.test(word) && /\p{L}{2}|^[^\p{L}\p{N}]+$/u.test(word),
  );
  return new Set(areWords && times.size <= MOST_WORDS && all < rated ? times.keys() : []);
}
