import { atOnce, type Steps } from "../steps.ts";
import type { Interactions } from "./Interactions.ts";
import { isAscending } from "./isAscending.ts";

/** The items of each user, ascending, each once (CSR without values). */
export interface Rows {
  /** users + 1 */
  indptr: Int32Array;
  indices: Int32Array;
}

/** Entries between two chances for others: some milliseconds. */
const SLICE = 500_000;

/** In about how many steps so many entries are sorted: each is counted, placed and sorted among its own. */
export function stepsToSort(length: number): number {
  return 3 * Math.ceil(length / SLICE);
}

type Sorted = Pick<Interactions, "users" | "userIds" | "itemIds" | "values" | "length">;

/** Sorts interactions into rows: counted out to their users, then each user's items in order. */
export function toRows(interactions: Sorted, only?: "likes" | "dislikes"): Rows {
  return atOnce(sortIntoRows(interactions, only));
}

/**
 * The same, step by step.
 * @param indices where the items are to lie, long enough for all; an array of their own if left out
 */
export function* sortIntoRows(
  interactions: Sorted,
  only?: "likes" | "dislikes",
  indices?: Int32Array,
): Steps<Rows> {
  const { users, length } = interactions;
  const starts = new Int32Array(users + 1);
  for (let from = 0; from < length; from += SLICE) {
    countUsers(interactions, only, from, Math.min(length, from + SLICE), starts);
    yield;
  }
  for (let user = 0; user < users; user++) starts[user + 1] += starts[user];
  const sorted = indices ?? new Int32Array(starts[users]);
  const next = starts.slice(0, users);
  for (let from = 0; from < length; from += SLICE) {
    placeItems(interactions, only, from, Math.min(length, from + SLICE), next, sorted);
    yield;
  }

  const indptr = new Int32Array(users + 1);
  let due = SLICE;
  for (let user = 0; user < users; user++) {
    indptr[user + 1] = sortOwn(sorted, starts[user], starts[user + 1], indptr[user]);
    if (starts[user] < due) continue;
    due += SLICE;
    yield;
  }
  const end = indptr[users];
  return { indptr, indices: indices || end === sorted.length ? sorted : sorted.slice(0, end) };
}

/** How many entries each user has, one place further on: their sums are where the users' rows begin. */
function countUsers(
  { userIds, values }: Sorted,
  only: "likes" | "dislikes" | undefined,
  from: number,
  to: number,
  counts: Int32Array,
): void {
  for (let i = from; i < to; i++) {
    if (!only || values[i] > 0 === (only === "likes")) counts[userIds[i] + 1]++;
  }
}

function placeItems(
  { userIds, itemIds, values }: Sorted,
  only: "likes" | "dislikes" | undefined,
  from: number,
  to: number,
  next: Int32Array,
  sorted: Int32Array,
): void {
  for (let i = from; i < to; i++) {
    if (!only || values[i] > 0 === (only === "likes")) sorted[next[userIds[i]]++] = itemIds[i];
  }
}

/** Puts one user's items in order, each once, at `end`. Returns where they end. */
function sortOwn(sorted: Int32Array, from: number, to: number, end: number): number {
  const own = sorted.subarray(from, to);
  // Most files have them in order already, and to see that takes a fifth of the time of sorting.
  if (!isAscending(own)) own.sort();
  let at = end;
  let before = -1;
  for (let i = 0; i < own.length; i++) {
    const item = own[i];
    if (item !== before) sorted[at++] = item;
    before = item;
  }
  return at;
}
