import { allPositions } from "../../matrix/countingSort.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import { SeededRandom } from "../../matrix/random.ts";
import { toRows } from "../../matrix/rows.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import type { Case } from "./rankCases.ts";

/** Fewer likes than these and nothing is left to be told and to be found. */
const FEWEST_LIKES = 5;
/** The share of a stranger's likes that protocol S tells. */
const TOLD = 0.8;
/** The most that protocol V tells, and how many it asks for. */
const MOST_TOLD = 15;
const LIST = 10;

/** Users who take no part in training, their likes in random order. */
export interface Strangers {
  /** The interactions of all others; the shape is the whole data's. */
  train: Interactions;
  /** By user: their likes, shuffled, so that the first n are a random choice. */
  likes: Map<number, Int32Array>;
}

/**
 * Every user is a stranger in one of `folds` parts.
 * @param fold 0 to `folds` - 1
 * @param seed makes the parts and the order of likes
 */
export function strangersOf(
  interactions: Interactions,
  { folds, fold, seed }: { folds: number; fold: number; seed: number },
): Strangers {
  const random = new SeededRandom(seed);
  const users = allPositions(interactions.users);
  random.shuffle(users);
  const held = new Set(users.filter((_, place) => place % folds === fold));
  const positions = allPositions(interactions.length).filter((i) => !held.has(interactions.userIds[i]));
  const rows = toRows(interactions, "likes");
  const likes = new Map<number, Int32Array>();
  for (const user of [...held].sort((a, b) => a - b)) {
    const own = indicesIn(rows, user).slice();
    random.shuffle(own);
    likes.set(user, own);
  }
  return { train: interactions.pick(positions), likes };
}

/** Protocol S: strangers of whom four fifths of the likes are known (strong generalisation). */
export function strongCases({ likes }: Strangers): Case[] {
  return [...likes]
    .filter(([, own]) => own.length >= FEWEST_LIKES)
    .map(([user, own]) => caseOf(user, own, Math.floor(own.length * TOLD)));
}

/**
 * Protocol V: visitors of whom `told` likes are known, 15 at most. The users are the same for every number
 * told, those with enough likes to fill a list of ten with what is left.
 */
export function visitorCases({ likes }: Strangers, told: number): Case[] {
  return [...likes]
    .filter(([, own]) => own.length >= MOST_TOLD + LIST)
    .map(([user, own]) => caseOf(user, own, told));
}

function caseOf(user: number, likes: Int32Array, told: number): Case {
  const known = likes.subarray(0, told);
  return { user, known, leftOut: known, wanted: likes.subarray(told) };
}
