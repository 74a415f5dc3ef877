import type { Rows } from "../../matrix/rows.ts";
import type { TestRanks } from "../../model/rankTestItems.ts";
import { nextTaskIfDue } from "../../nextTask.ts";

/** One user to be examined: what is known of them, and what has to be found. */
export interface Case {
  user: number;
  /** Likes that the recommender is told. */
  known: Int32Array;
  /** Items that are left out of the ranking, `known` among them. */
  leftOut: Int32Array;
  /** Held-out likes. */
  wanted: Int32Array;
}

/**
 * The ranks of each case's held-out likes by its scores, in LightFM's way: ties count against the
 * recommender. Users without a case have no ranks.
 */
export async function rankCases(
  shape: { users: number; items: number },
  cases: readonly Case[],
  score: (one: Case) => Promise<Float32Array> | Float32Array,
): Promise<TestRanks> {
  const { users, items } = shape;
  const byUser = cases.toSorted((a, b) => a.user - b.user);
  const test: Rows = {
    indptr: new Int32Array(users + 1),
    indices: Int32Array.from(byUser.flatMap(({ wanted }) => [...wanted])),
  };
  const trainCounts = new Int32Array(users);
  for (const { user, wanted, leftOut } of byUser) {
    test.indptr[user + 1] = wanted.length;
    trainCounts[user] = leftOut.length;
  }
  for (let user = 0; user < users; user++) test.indptr[user + 1] += test.indptr[user];
  const ranks = new Float32Array(test.indices.length);
  for (const one of byUser) {
    await nextTaskIfDue();
    const own = ranksAmong(await score(one), one.leftOut, one.wanted);
    ranks.set(own, test.indptr[one.user]);
  }
  return { items, test, trainCounts, ranks };
}

/** How many of the items that are not left out score at least as high as each of `wanted`, itself aside. */
function ranksAmong(scores: Float32Array, leftOut: Int32Array, wanted: Int32Array): Float32Array {
  const rest = scores.slice();
  for (const item of leftOut) rest[item] = Number.NEGATIVE_INFINITY;
  const order = Int32Array.from(wanted.keys()).sort((a, b) => scores[wanted[a]] - scores[wanted[b]]);
  const ascending = Float32Array.from(order, (place) => scores[wanted[place]]);
  // Of how many wanted scores each item reaches: an item counts against the best of them and all below.
  const reaching = new Int32Array(wanted.length + 1);
  for (const score of rest) reaching[countReached(ascending, score)]++;
  const ranks = new Float32Array(wanted.length);
  let above = 0;
  for (let place = wanted.length - 1; place >= 0; place--) {
    above += reaching[place + 1];
    ranks[order[place]] = above - 1;
  }
  return ranks;
}

/** How many of the ascending numbers are not above this one. */
function countReached(ascending: Float32Array, score: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= score) low = middle + 1;
    else high = middle;
  }
  return low;
}
