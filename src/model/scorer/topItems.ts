import type { Ranked } from "../ItemIndex.ts";

/** The `n` items that score highest, best first, the lower row first of equals; those left out never. */
export function topItems(scores: Float32Array, n: number, leftOut: Int32Array): Ranked {
  const rest = scores.slice();
  for (const item of leftOut) rest[item] = Number.NEGATIVE_INFINITY;
  const count = Math.min(n, scores.length - new Set(leftOut).size);
  const best = new Int32Array(count);
  let found = 0;
  // What an item has to beat: most are past with this one comparison.
  let least = count > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  for (let item = 0; item < rest.length; item++) {
    const score = rest[item];
    if (score <= least) continue;
    // Where it belongs: behind all that score at least as high.
    let low = 0;
    let high = found;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rest[best[middle]] >= score) low = middle + 1;
      else high = middle;
    }
    if (found < count) found++;
    best.copyWithin(low + 1, low, found - 1);
    best[low] = item;
    if (found === count) least = rest[best[count - 1]];
  }
  return { items: best, scores: Float32Array.from(best, (item) => scores[item]) };
}
