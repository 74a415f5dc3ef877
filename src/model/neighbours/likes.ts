import type { Interactions } from "../../matrix/Interactions.ts";
import { type Rows, sortIntoRows, stepsToSort, toRows } from "../../matrix/rows.ts";
import { counted, inTurns } from "../../steps.ts";

/** Who likes what, from both sides: the items of each user, and the users of each item. */
export interface Likes {
  users: number;
  items: number;
  ofUser: Rows;
  readonly ofItem: Rows;
}

export function likesOf(interactions: Interactions): Likes {
  return bothSides(interactions, toRows(interactions, "likes"));
}

/**
 * The same, while others have their turns.
 * @param tell is told the share that is done
 */
export async function likesInTurns(
  interactions: Interactions,
  tell: (share: number) => void = () => {},
): Promise<Likes> {
  const onStep = counted(stepsToSort(interactions.length), 0, 1, tell);
  return bothSides(interactions, await inTurns(sortIntoRows(interactions, "likes"), onStep));
}

function bothSides({ users, items }: Interactions, ofUser: Rows): Likes {
  let turned: Rows | null = null;
  return {
    users,
    items,
    ofUser,
    // Made when first asked for: of the largest data it takes 100 MB, and nobody asks.
    get ofItem() {
      turned ??= transposed(ofUser, items);
      return turned;
    },
  };
}

export function transposed({ indptr, indices }: Rows, columns: number): Rows {
  const starts = new Int32Array(columns + 1);
  for (const column of indices) starts[column + 1]++;
  for (let column = 0; column < columns; column++) starts[column + 1] += starts[column];
  const turned = new Int32Array(indices.length);
  const next = starts.slice(0, columns);
  for (let row = 0; row < indptr.length - 1; row++) {
    for (let i = indptr[row]; i < indptr[row + 1]; i++) turned[next[indices[i]]++] = row;
  }
  return { indptr: starts, indices: turned };
}

/** The entries of one row: a view. */
export function indicesIn({ indptr, indices }: Rows, row: number): Int32Array {
  return indices.subarray(indptr[row], indptr[row + 1]);
}

/**
 * How many entries the rows share, two at a time: n × n, row-major, with the rows' own lengths on the diagonal.
 * Only the lower triangle is filled.
 * @param turned `transposed(rows)`, whose entries ascend
 * @param counts by column, what an entry of it counts; 1 if left out
 */
export function sharedCounts(
  { indptr, indices }: Rows,
  turned: Rows,
  counts = new Float64Array(turned.indptr.length - 1).fill(1),
): Float64Array {
  const n = indptr.length - 1;
  const shared = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    const start = row * n;
    for (let i = indptr[row]; i < indptr[row + 1]; i++) {
      const column = indices[i];
      for (let at = turned.indptr[column]; turned.indices[at] < row; at++)
        shared[start + turned.indices[at]] += counts[column];
      shared[start + row] += counts[column];
    }
  }
  return shared;
}

/** Where fewer of the users than this like what an average like is of, popularity says little. */
export const SCATTERED_AUDIENCE = 0.02;

/** The share of the users who like the item of an average like: high if all like the same, 0 if nobody likes anything. */
export function meanAudience({ users, ofItem: { indptr } }: Likes): number {
  const likes = indptr[indptr.length - 1];
  let squares = 0;
  for (let item = 0; item < indptr.length - 1; item++) squares += (indptr[item + 1] - indptr[item]) ** 2;
  return likes === 0 ? 0 : squares / (likes * users);
}

/** The mean number of likes of those who like anything, 1 at least. */
export function meanLikes({ ofUser }: Likes): number {
  return meanLength(ofUser);
}

/** The mean number of entries of the rows that have any; 1 if none has. */
export function meanLength({ indptr, indices }: Rows): number {
  let rows = 0;
  for (let row = 0; row < indptr.length - 1; row++) if (indptr[row + 1] > indptr[row]) rows++;
  return rows === 0 ? 1 : indices.length / rows;
}
