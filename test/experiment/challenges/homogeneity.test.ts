import { expect, it } from "vitest";
import { homogeneity, homogeneityDifference } from "../../../src/experiment/challenges/homogeneity.ts";

const typed = (lists: number[][]) => lists.map((list) => Int32Array.from(list));
const alike = (...lists: number[][]) => homogeneity(typed(lists)).mean;

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

it("is a mean over pairs of different users, with what leaving each user out makes of it", () => {
  // Of three pairs, one is the same and two have nothing in common.
  const lists = [
    [1, 2],
    [1, 2],
    [3, 4],
  ];
  expect(alike(...lists)).toBeCloseTo(1 / 3, 9);
  // Left out in turn, the pairs that remain are alike by 0, 0 and 1: a standard error of √(2 / 3 · 2 / 3) = 2 / 3, and
  // Student's quantile of 2 degrees is 4.30, here to the precision of Cornish and Fisher.
  const { mean, low, high, users } = homogeneityDifference(typed(lists), typed([[1], [2], [3]]));
  expect(mean).toBeCloseTo(1 / 3, 9);
  expect([(high - low) / 2 / (2 / 3), users]).toEqual([expect.closeTo(4.3, 0), 3]);
  // The figure itself is a share.
  expect(homogeneity(typed(lists))).toMatchObject({ low: 0, high: 1 });
  expect(homogeneityDifference(typed(lists), typed(lists))).toMatchObject({ mean: 0, low: 0, high: 0 });
});
