import { SeededRandom } from "../../../../matrix/random.ts";

/** More trees find more of the true neighbours. */
const TREES = 10;
/** Rows in a leaf, all of which are compared with each other. */
const LEAF = 40;

/** The `k` nearest rows of each row by cosine, row after row, nearest first; -1 if there are fewer. */
export interface Neighbours {
  k: number;
  rows: Int32Array;
  /** The cosine of each. */
  cosines: Float32Array;
}

/**
 * Approximate nearest neighbours by a forest of random projection trees (Dasgupta and Freund 2008): each tree halves
 * the rows by a plane between two of them until few are left, and those are compared. Time grows with n log n.
 *
 * @param vectors of length one
 * @param rest is awaited between pieces of the work; it may throw to end it
 */
export async function nearestNeighbours(
  vectors: readonly Float32Array[],
  k: number,
  rest: (done: number) => Promise<void>,
): Promise<Neighbours> {
  const n = vectors.length;
  const found: Neighbours = {
    k,
    rows: new Int32Array(n * k).fill(-1),
    cosines: new Float32Array(n * k).fill(Number.NEGATIVE_INFINITY),
  };
  const random = new SeededRandom(2);
  for (let tree = 0; tree < TREES; tree++) {
    const open: Int32Array[] = [Int32Array.from({ length: n }, (_, row) => row)];
    let settled = 0;
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      const halves = part.length > LEAF ? halved(part, vectors, random) : null;
      if (halves !== null) {
        open.push(...halves);
        continue;
      }
      compareAll(part.subarray(0, 2 * LEAF), vectors, found);
      settled += part.length;
      await rest((tree + settled / n) / TREES);
    }
  }
  return found;
}

/** By the plane halfway between two rows, taken at the median so that both halves are equal; null if all rows are alike. */
function halved(
  part: Int32Array,
  vectors: readonly Float32Array[],
  random: SeededRandom,
): [Int32Array, Int32Array] | null {
  const one = vectors[part[random.below(part.length)]];
  const other = vectors[part[random.below(part.length)]];
  const sides = Float32Array.from(part, (row) => {
    const vector = vectors[row];
    let side = 0;
    for (let c = 0; c < vector.length; c++) side += vector[c] * (one[c] - other[c]);
    return side;
  });
  const middle = sides.toSorted()[part.length >> 1];
  const low = part.filter((_, i) => sides[i] < middle);
  if (low.length === 0)
    return part.length > 2 * LEAF ? [part.slice(0, part.length >> 1), part.slice(part.length >> 1)] : null;
  return [low, part.filter((_, i) => sides[i] >= middle)];
}

function compareAll(part: Int32Array, vectors: readonly Float32Array[], found: Neighbours): void {
  for (let i = 0; i < part.length; i++) {
    const vector = vectors[part[i]];
    for (let j = i + 1; j < part.length; j++) {
      const other = vectors[part[j]];
      let cosine = 0;
      for (let c = 0; c < vector.length; c++) cosine += vector[c] * other[c];
      insert(found, part[i], part[j], cosine);
      insert(found, part[j], part[i], cosine);
    }
  }
}

/** Into a row's neighbours, which stay sorted. */
function insert({ k, rows, cosines }: Neighbours, row: number, neighbour: number, cosine: number): void {
  const from = row * k;
  let at = from + k - 1;
  if (cosine <= cosines[at]) return;
  for (let i = from; i < from + k; i++) if (rows[i] === neighbour) return;
  for (; at > from && cosines[at - 1] < cosine; at--) {
    rows[at] = rows[at - 1];
    cosines[at] = cosines[at - 1];
  }
  rows[at] = neighbour;
  cosines[at] = cosine;
}
