import { expect, it } from "vitest";
import type { Interactions } from "../../../src/matrix/Interactions.ts";
import {
  indicesIn,
  likesInTurns,
  likesOf,
  meanAudience,
  meanLength,
  meanLikes,
  sharedCounts,
  transposed,
} from "../../../src/model/neighbours/likes.ts";
import { areTooMany } from "../../../src/model/neighbours/neighboursOf.ts";
import { penaltyFor, plainShrinkage } from "../../../src/model/neighbours/Shrinkage.ts";
import { interactionsOf } from "../../support/problems.ts";

/** Nobody likes the last item, and the last user likes nothing. */
const interactions = interactionsOf(3, 4, [
  [1, 2, 1],
  [0, 1, 1],
  [1, 1, 2],
  [1, 3, -1],
  [0, 0, 1],
]);
const likes = likesOf(interactions);
const OF_USER = { indptr: Int32Array.of(0, 2, 4, 4), indices: Int32Array.of(0, 1, 1, 2) };
const OF_ITEM = { indptr: Int32Array.of(0, 1, 3, 4, 4), indices: Int32Array.of(0, 0, 1, 1) };

it("likes are sorted from both sides, and dislikes are none", async () => {
  expect(likes).toMatchObject({ users: 3, items: 4, ofUser: OF_USER, ofItem: OF_ITEM });
  expect(likes.ofItem).toBe(likes.ofItem);
  expect(transposed(OF_ITEM, 3)).toEqual(OF_USER);
  expect([...indicesIn(OF_ITEM, 1)]).toEqual([0, 1]);
  const told: number[] = [];
  const inTurns = await likesInTurns(interactions, (share) => told.push(share));
  expect(inTurns).toMatchObject({ ofUser: OF_USER, ofItem: OF_ITEM });
  expect(told.every((share) => share >= 0 && share <= 1)).toBe(true);
});

it("rows share what both have, each by its weight", () => {
  expect([...sharedCounts(OF_USER, OF_ITEM)]).toEqual([2, 0, 0, 1, 2, 0, 0, 0, 0]);
  const weighed = sharedCounts(OF_USER, OF_ITEM, Float64Array.of(10, 100, 1000, 5));
  expect([...weighed]).toEqual([110, 0, 0, 100, 1100, 0, 0, 0, 0]);
});

it("means are of those who have any", () => {
  expect(meanLikes(likes)).toBe(2);
  expect(meanLength(OF_ITEM)).toBe(4 / 3);
  expect(meanAudience(likes)).toBe(6 / 12);
  const none = likesOf(interactionsOf(2, 2, []));
  expect([meanLikes(none), meanLength(none.ofItem), meanAudience(none)]).toEqual([1, 1, 0]);
});

it("the ordinary ridge counts all likes alike", () => {
  expect(plainShrinkage(likes)).toEqual({
    penalty: penaltyFor(likes),
    itemWeights: Float64Array.of(1, 1, 1, 1),
  });
  expect(plainShrinkage(likes, 7).penalty).toBe(7);
});

it("more than four million likes are too many, unless the items fit into an inverse that is worth it", () => {
  const values = new Float32Array(4_000_001).fill(1);
  const sized = (users: number, items: number, some = values) =>
    areTooMany({ users, items, values: some } as Interactions);
  expect(sized(1201, 4097)).toBe(true);
  expect(sized(1200, 4096)).toBe(true);
  expect(sized(1201, 1200)).toBe(true);
  expect(sized(1201, 4096)).toBe(false);
  expect(sized(1201, 4097, values.subarray(1))).toBe(false);
  values[9] = 0;
  expect(sized(1201, 4097)).toBe(false);
});
