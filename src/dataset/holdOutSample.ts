import { ofPair } from "../matrix/pseudoRandom.ts";
import type { RatingsTable, Timestamps } from "./RatingsTable.ts";
import { HELD_OUT } from "./splits.ts";

/** From this many ratings on, a second model to examine would take minutes, and memory that the first one needs. */
export const LARGE = 5_000_000;
/** Enough for intervals of a hundredth; to rank all items for more takes as long as an epoch. */
const USERS = 2000;

/**
 * Holds out 30% of the ratings of some 2,000 users and moves them to the end of the table, in place, so that what
 * is left to learn from is one stretch and nothing is copied. All others stay in order, and it is the same ones
 * that are held out when the table is split again.
 * @returns how many ratings come before
 */
export function holdOutSample({ userIds, users, items, ratings, timestamps }: RatingsTable): number {
  const columns = [users, items, ratings, ...(timestamps ? [timestamps] : [])];
  const share = USERS / userIds.length;
  const isSampled = Uint8Array.from(userIds, (_, user) => Number(ofPair(user, 0) < share));
  const held: number[] = [];
  for (let at = 0; at < users.length; at++) {
    if (isSampled[users[at]] === 1 && ofPair(users[at], items[at] + 1) < HELD_OUT) held.push(at);
  }
  for (const column of columns) moveToEnd(column, held);
  return users.length - held.length;
}

/** Moves what is at these positions to the end; between them lie long stretches, which are moved whole. */
function moveToEnd(column: Int32Array | Float32Array | Timestamps, positions: readonly number[]): void {
  const moved = positions.map((at) => column[at]);
  let end = 0;
  let from = 0;
  for (const at of [...positions, column.length]) {
    column.copyWithin(end, from, at);
    end += at - from;
    from = at + 1;
  }
  column.set(moved, end);
}
