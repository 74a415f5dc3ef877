import { wholeNumber } from "../arguments.ts";
import { nextTaskIfDue } from "../nextTask.ts";
import { checkOwn, type FoldInOptions, foldInUser, type OwnInteractions } from "./foldIn.ts";
import type { Snapshot } from "./Snapshot.ts";

/** What an item's score for somebody is based on. */
export interface Explanation {
  score: number;
  /** What each of their items adds to the score, largest first. */
  contributions: { item: number; contribution: number }[];
}

/** Folds the user in again without each of their interactions (leave one out). */
export async function explain(
  snapshot: Snapshot,
  own: OwnInteractions,
  item: number,
  options: FoldInOptions,
): Promise<Explanation> {
  const index = await snapshot.itemIndex();
  wholeNumber("item", item, 0, index.items - 1);
  const { itemIds: given, values, weights } = checkOwn(own, index.items);
  const itemIds = given.slice();
  const scoreWithout = async (left: number) => {
    const isKept = (_: number, place: number) => place !== left;
    const representation = await foldInUser(
      snapshot,
      {
        itemIds: itemIds.filter(isKept),
        values: values.filter(isKept),
        weights: weights?.filter(isKept) ?? null,
      },
      options,
    );
    return index.scorePairs(snapshot.userVector(representation), Int32Array.of(0), Int32Array.of(item))[0];
  };
  const score = await scoreWithout(-1);
  const contributions: Explanation["contributions"] = [];
  for (const [place, ownItem] of itemIds.entries()) {
    await nextTaskIfDue();
    contributions.push({ item: ownItem, contribution: score - (await scoreWithout(place)) });
  }
  contributions.sort((a, b) => b.contribution - a.contribution);
  return { score, contributions };
}
