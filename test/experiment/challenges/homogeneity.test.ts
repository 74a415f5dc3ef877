import { expect, it } from "vitest";
import { homogeneity } from "../../../src/experiment/challenges/homogeneity.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";

const alike = (...lists: number[][]) =>
  homogeneity(
    lists.map((list) => Int32Array.from(list)),
    new SeededRandom(1),
  );

it.each([
  [
    "lists with the same items, in any order",
    [
      [1, 2, 3],
      [3, 2, 1],
    ],
    1,
  ],
  [
    "lists with nothing in common",
    [
      [1, 2],
      [3, 4],
    ],
    0,
  ],
  [
    "one item of three in common",
    [
      [1, 2],
      [2, 3],
    ],
    1 / 3,
  ],
  ["an empty list beside another", [[], [1]], 0],
])("%s", (_, lists, figure) => {
  expect(alike(...lists)).toBeCloseTo(figure, 9);
});

it("is not known of one user alone", () => {
  expect(alike([1, 2])).toBeNaN();
});

it("is a mean over pairs of different users", () => {
  // Of three pairs, one is the same and two have nothing in common: 1 / 3, within what 500 draws allow.
  expect(Math.abs(alike([1, 2], [1, 2], [3, 4]) - 1 / 3)).toBeLessThan(0.07);
});
