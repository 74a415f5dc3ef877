import { ofPair } from "../matrix/pseudoRandom.ts";
import type { RatingsTable } from "./RatingsTable.ts";
import { HELD_OUT } from "./splits.ts";

/** From so many ratings on, a second model to examine would take minutes and memory that the first one needs. */
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
  const isHeldOut = (at: number) => isSampled[users[at]] === 1 && ofPair(users[at], items[at] + 1) < HELD_OUT;
  const held: number[][] = columns.map(() => []);
  let end = 0;
  for (let at = 0; at < users.length; at++) {
    if (isHeldOut(at)) {
      for (const [i, column] of columns.entries()) held[i].push(column[at]);
    } else {
      users[end] = users[at];
      items[end] = items[at];
      ratings[end] = ratings[at];
      if (timestamps) timestamps[end] = timestamps[at];
      end++;
    }
  }
  for (const [i, column] of columns.entries()) column.set(held[i], end);
  return end;
}
