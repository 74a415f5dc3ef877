import { expect, test } from "vitest";
import { lowerNeighbours } from "../../src/ranking/lowerNeighbours.ts";
import { Nearness } from "../../src/ranking/Nearness.ts";

const vectors = [
  [1, 0],
  [0.8, 0.6],
  [0, 1],
  [-1, 0],
];
const nearness = await Nearness.create(Float32Array.from(vectors.flat()), 2);
const scores = Float32Array.of(5, 5, 5, 5);

test("a dislike lowers its neighbours by how near they are, and nothing else", () => {
  const lowered = lowerNeighbours(scores, { liked: [], disliked: [0] }, nearness, 2);
  expect([...lowered]).toEqual([3, expect.closeTo(3.4, 5), 5, 5]);
  expect(lowerNeighbours(scores, { liked: [1], disliked: [] }, nearness, 2)).toEqual(scores);
});

test("what is as near to a like stays where it is", () => {
  const lowered = lowerNeighbours(scores, { liked: [2], disliked: [0] }, nearness, 2);
  expect([...lowered]).toEqual([3, expect.closeTo(4.6, 5), 5, 5]);
});
