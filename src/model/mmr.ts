import { numberInRange } from "../arguments.ts";
import type { Ranked } from "./ItemIndex.ts";

/** Items beyond this many are too far down to matter for the head of a list. */
export const MMR_POOL = 600;

/**
 * Re-ranks by maximal marginal relevance (Carbonell and Goldstein 1998): each next item is the one with the
 * highest (1 − diversity) · relevance − diversity · its greatest cosine with what is chosen already. Relevance
 * is the score, whose best 600 are brought to a range of 1. The first `n` of a longer list are the list of `n`.
 * @param ranked best first
 * @param vectorOf an item's vector; the zero vector is like nothing
 * @param options.n how many items to choose that way; the rest follows by score
 * @param options.diversity 0, which changes nothing, to 1, which looks at variety alone
 * @throws ArgumentError if diversity is not from 0 to 1.
 */
export function mmr(
  { items, scores }: Ranked,
  vectorOf: (item: number) => Float32Array,
  { n, diversity }: { n: number; diversity: number },
): Int32Array {
  numberInRange("diversity", diversity, (number) => number >= 0 && number <= 1, "from 0 to 1");
  const size = Math.min(MMR_POOL, items.length);
  if (diversity === 0 || size < 2) return items.slice();
  const range = scores[0] - scores[size - 1] || 1;
  const { units, length } = unitRows(items.subarray(0, size), vectorOf);
  const likeness = new Float32Array(size);
  const isChosen = new Uint8Array(size);
  const order: number[] = [];
  while (order.length < Math.min(n, size)) {
    let best = -1;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < size; place++) {
      if (isChosen[place]) continue;
      const worth = ((1 - diversity) * scores[place]) / range - diversity * likeness[place];
      if (worth > bestWorth) [best, bestWorth] = [place, worth];
    }
    isChosen[best] = 1;
    order.push(best);
    for (let place = 0; place < size; place++) {
      if (isChosen[place]) continue;
      let cosine = 0;
      for (let k = 0; k < length; k++) cosine += units[place * length + k] * units[best * length + k];
      likeness[place] = Math.max(likeness[place], cosine);
    }
  }
  const rest = items.filter((_, place) => place >= size || !isChosen[place]);
  return Int32Array.from([...order.map((place) => items[place]), ...rest]);
}

/** The vectors of some items, one after the other, each of length one. */
function unitRows(items: Int32Array, vectorOf: (item: number) => Float32Array) {
  const { length } = vectorOf(items[0]);
  const units = new Float32Array(items.length * length);
  items.forEach((item, place) => {
    const vector = vectorOf(item);
    let squares = 0;
    for (let k = 0; k < length; k++) squares += vector[k] * vector[k];
    const scale = 1 / Math.sqrt(squares || 1);
    for (let k = 0; k < length; k++) units[place * length + k] = vector[k] * scale;
  });
  return { units, length };
}
