import { expect, it } from "vitest";
import { likeCounts, popularityRanks } from "../../src/evaluation/popularity.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";

/** Item 0 is liked by users 0 and 1, item 1 by user 1, item 2 by nobody: user 0 dislikes it. */
const train = new Interactions(2, 4, [0, 1, 1, 0], [0, 0, 1, 2], [1, 1, 1, -1]);

it("counts likes, not dislikes", () => {
  expect([...likeCounts(train)]).toEqual([2, 1, 0, 0]);
});

it("ranks what is not known by its likes, ties against it", async () => {
  // User 0 knows items 0 and 2: item 1 comes first, and item 3 behind it. User 1 has items 2 and 3 left, which tie.
  const test = new Interactions(2, 4, [0, 0, 1], [1, 3, 2], [1, 1, 1]);
  expect([...(await popularityRanks(test, train)).ranks]).toEqual([0, 1, 1]);
});
