import { allPositions } from "../../matrix/countingSort.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import { SeededRandom } from "../../matrix/random.ts";
import { toRows } from "../../matrix/rows.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import type { Case } from "./rankCases.ts";

/** Items that take no part in training, and the users who like any of them. */
export interface NewItems {
  /** The interactions with all others; the shape is the whole data's. */
  train: Interactions;
  /** Only new items that enough people like are ranked. */
  cases: Case[];
}

/**
 * Protocol N: users are known and items are new. Every item is new in one of `folds` parts.
 * @param fold 0 to `folds` - 1
 * @param seed makes the parts
 * @param fewest only new items that at least this many users like are ranked, in the end
 */
export function newItemsOf(
  interactions: Interactions,
  { folds, fold, seed, fewest }: { folds: number; fold: number; seed: number; fewest: number },
): NewItems {
  const { users, items, itemIds, length } = interactions;
  const order = allPositions(items);
  new SeededRandom(seed).shuffle(order);
  const isNew = new Uint8Array(items);
  for (let place = fold; place < items; place += folds) isNew[order[place]] = 1;
  const likes = toRows(interactions, "likes");
  const fans = new Int32Array(items);
  for (const item of likes.indices) fans[item]++;
  const leftOut = allPositions(items).filter((item) => isNew[item] === 0 || fans[item] < fewest);
  const cases: Case[] = [];
  for (let user = 0; user < users; user++) {
    const own = indicesIn(likes, user);
    const wanted = own.filter((item) => isNew[item] === 1 && fans[item] >= fewest);
    if (wanted.length === 0) continue;
    cases.push({ user, known: own.filter((item) => isNew[item] === 0), leftOut, wanted });
  }
  return { train: interactions.pick(allPositions(length).filter((i) => isNew[itemIds[i]] === 0)), cases };
}
