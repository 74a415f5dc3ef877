import type { Interactions } from "../../matrix/Interactions.ts";
import { toRows } from "../../matrix/rows.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import type { Case } from "./rankCases.ts";

/**
 * Protocol W, the article's: users are known, and a random part of their interactions is held out. What
 * stands in train is left out of the ranking, likes and dislikes.
 */
export function warmCases(train: Interactions, test: Interactions): Case[] {
  const known = toRows(train, "likes");
  const all = toRows(train);
  const wanted = toRows(test, "likes");
  return Array.from({ length: train.users }, (_, user) => ({
    user,
    known: indicesIn(known, user),
    leftOut: indicesIn(all, user),
    wanted: indicesIn(wanted, user),
  })).filter(({ wanted: { length } }) => length > 0);
}
