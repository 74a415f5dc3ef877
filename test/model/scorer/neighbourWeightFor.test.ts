import { expect, it } from "vitest";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { type Likes, likesOf } from "../../../src/model/neighbours/likes.ts";
import { interceptShareFor, neighbourWeightFor } from "../../../src/model/scorer/neighbourWeightFor.ts";

/** Each user likes `each` items, one after the other. */
function likesFor(users: number, items: number, each: number): Likes {
  const userIds = Int32Array.from({ length: users * each }, (_, i) => Math.floor(i / each));
  const itemIds = Int32Array.from({ length: users * each }, (_, i) => i % items);
  const values = new Float32Array(users * each).fill(1);
  return likesOf(new Interactions(users, items, userIds, itemIds, values));
}

const weightOf = (...size: [users: number, items: number, each: number]) =>
  neighbourWeightFor(likesFor(...size));

it("is 12 where an average like is shared by three in a hundred or more", () => {
  expect(weightOf(60, 30, 10)).toBe(12);
});

it("is more where few like the same, up to 24", () => {
  // Each item is liked by six, or by two, of 300 users.
  expect(weightOf(300, 500, 10)).toBeCloseTo(18, 5);
  expect(weightOf(300, 1500, 10)).toBe(24);
});

it("is more where items have many likes, up to four times", () => {
  expect(weightOf(720, 30, 10)).toBeCloseTo(24, 5);
  expect(weightOf(6000, 30, 10)).toBe(48);
});

it("comes with what everybody likes where many like each of few items", () => {
  // A hundred people like each of 100 items.
  expect(interceptShareFor(likesFor(1000, 100, 10))).toBeCloseTo(0.5 * (1 - 33 / 100), 5);
  expect(interceptShareFor(likesFor(330, 1800, 100))).toBe(0);
});
