import { expect, it } from "vitest";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { neighbourWeightFor } from "../../../src/model/scorer/neighbourWeightFor.ts";

/** Each user likes `each` items, one after the other. */
function weightOf(users: number, items: number, each: number): number {
  const userIds = Int32Array.from({ length: users * each }, (_, i) => Math.floor(i / each));
  const itemIds = Int32Array.from({ length: users * each }, (_, i) => i % items);
  const values = new Float32Array(users * each).fill(1);
  return neighbourWeightFor(likesOf(new Interactions(users, items, userIds, itemIds, values)));
}

it("is 12 where an average like is shared by two in a hundred or more", () => {
  expect(weightOf(300, 30, 10)).toBe(12);
});

it("is more where few like the same, up to 24", () => {
  // Each item is liked by two of 300 users.
  expect(weightOf(300, 1500, 10)).toBeCloseTo(12 * Math.sqrt(0.02 / (2 / 300)), 5);
  expect(weightOf(300, 3000, 10)).toBe(24);
});
