import { expect, it } from "vitest";
import {
  areOfFifty,
  guessLikedFrom,
  likesOfOnes,
  likesOfThree,
  type RatingKind,
} from "../../src/dataset/reading/likes.ts";
import { areOfHundred, unratedValues } from "../../src/dataset/reading/unrated.ts";
import { valueCounts } from "../../src/dataset/reading/valueCounts.ts";

it.each<[number[], RatingKind, number]>([
  [[1, 3, 5], "ratings", 3],
  [[1, 0], "ratings", 1],
  [[0.5, 1], "ratings", 0.6],
  [[0, 1, 2], "ratings", 2],
  [[1, 6], "ratings", 3.6],
  [[2, 7], "ratings", 4.2],
  [[-10, 10], "ratings", 2],
  [[-10, 3], "ratings", 2],
  [[3, 11], "ratings", 11],
  [[3, 12], "ratings", 12],
  [[30, 100], "ratings", 60],
  [[10, 50], "ratings", 30],
  [[10, 51], "ratings", 51],
  [[3, 60], "ratings", 36],
  [[3, 59, 61], "ratings", 60],
  [[1, 2, 3, 4, 21], "ratings", 3],
  [[1, 2, 300], "ratings", 2],
  [[2, 3, 5], "counts", 3],
  [[2, 3], "events", 1],
  [[1, 2.5], "ratings", 3],
  [[1, 2, 60], "ratings", 36],
  [[1, 2, 12], "ratings", 12],
  [[...Array(19).fill(1), 2, 3], "counts", 1],
  [[...Array(9).fill(4), ...Array(11).fill(5)], "counts", 5],
  [[...Array(19).fill(1), 2, 3], "ratings", 1],
  [[...Array(18).fill(1), 2, 3], "ratings", 3],
  [[...Array(19).fill(1), 2], "ratings", 2],
  [[...Array(19).fill(1), 0, 3], "ratings", 3],
])("of %j, %s, what is liked", (values, kind, from) => {
  expect(guessLikedFrom(Float32Array.from(values), kind)).toBeCloseTo(from);
});

it("guesses what is liked of ratings that nobody counted or said the kind of", () => {
  const ones = Float32Array.of(...Array<number>(19).fill(1), 2, 3);
  expect(guessLikedFrom(ones)).toBe(1);
  expect(guessLikedFrom(ones, "ratings", null)).toBe(3);
  expect(guessLikedFrom(Float32Array.of(1, 7), "ratings", null)).toBeCloseTo(4.2);
});

it.each<[number[], boolean]>([
  [[5, 50], true],
  [[0, 25], true],
  [[5, 20], false],
  [[5, 55], false],
  [[-5, 50], false],
  [[7, 50], false],
])("%j are stars times ten: %j", (values, are) => {
  expect(areOfFifty(values)).toBe(are);
});

it("says what it takes ones and threes for", () => {
  const ones = new Map([
    [1, 95],
    [2, 4],
    [3, 1],
  ]);
  expect(likesOfOnes("a.csv", ones, 100)?.sentence).toBe(
    "Nearly all numbers in a.csv are 1, so each counts as a like.",
  );
  expect(likesOfOnes("a.csv", ones, 106)).toBeNull();
  expect(likesOfThree("a.csv", [1, 3])).toEqual({
    sentence: "No rating in a.csv is above 3. 3 is taken as the best, and only 3 counts as liked.",
    instead: { label: "Count 2 as liked, too", choices: { likedFrom: 2 } },
  });
  expect(likesOfThree("a.csv", [1, 4])).toBeNull();
});

it.each<[number[], RatingKind, number[]]>([
  [[-1, 2, 3], "ratings", [-1]],
  [[-1, 0, 3], "ratings", [-1]],
  [[-1, 0, 0, 3, 4, 5], "ratings", [-1, 0]],
  [[-1, 0], "ratings", []],
  [[-1, 0, 1], "ratings", []],
  [[-1, -0.5, 3], "ratings", []],
  [[-2, -1, 3], "ratings", []],
  [[-1, 2, 3], "counts", []],
  [[1, 5, 99], "ratings", [99]],
  [[1, 99], "ratings", []],
  [[1, 10, 99], "ratings", [99]],
  [[1, 11, 99], "ratings", []],
  [[-2, 3, 99], "ratings", [99]],
  [[1, 5, 77, 88, 99], "ratings", [77, 88, 99]],
  [[1, 5, 77, 88, 99, 255], "ratings", []],
  [[1, 5, 98, 99], "ratings", []],
  [[1, 50, 99, 255], "ratings", [255]],
  [[1, 50, 101, 255], "ratings", []],
  [[-9, 1, 5], "ratings", [-9]],
  [[-9, 0, 5], "ratings", [-9]],
  [[-9, -1, 1, 5], "ratings", [-9]],
  [[-9, -8, 5], "ratings", []],
  [[0, 0, 3, 4, 5], "ratings", [0]],
  [[0, 3, 4, 5], "ratings", []],
  [[0, 0, 3, 3, 4, 5], "ratings", []],
  [[0, 0, 1, 2, 4], "ratings", []],
  [[0, 0, 4, 5], "ratings", []],
  [[0, 0, 0.5, 4, 5], "ratings", [0]],
  [[-2, 0, 0, 3, 4, 5], "ratings", []],
  [[0, 0, 1, 2, 3, 4, 5, 6, 7, 8], "ratings", [0]],
  [[0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], "ratings", []],
  [[0, 0, 3, 4.2, 5], "ratings", []],
  [[0, 0, 0.2, 4, 5], "ratings", []],
  [[0, 0, 0, 0, 0, 1, 2, 3, 4, 5], "ratings", [0]],
  [[], "ratings", []],
])("of %j, %s, what stands for not rated", (ratings, kind, values) => {
  expect(unratedValues("a.csv", Float32Array.from(ratings), kind).values).toEqual(values);
});

it("says which values stand for not rated, unless a person has said so", () => {
  const ratings = Float32Array.of(-1, 1, 5, 99);
  expect(unratedValues("a.csv", ratings, "ratings").sentence).toBe(
    "50% of the ratings in a.csv are −1 or 99, taken as not rated and left out.",
  );
  expect(unratedValues("a.csv", ratings.subarray(1, 3), "ratings")).toEqual({ values: [], sentence: null });
  expect(unratedValues("a.csv", ratings, "ratings", [5])).toEqual({ values: [5], sentence: null });
});

it.each([
  [[1, 100], true],
  [[1, 255], true],
  [[1, 101], false],
])("%j are points of a hundred: %j", (values, are) => {
  expect(areOfHundred(values)).toBe(are);
});

it("counts no more values than are wanted", () => {
  expect(valueCounts(Float32Array.of(1, 2, 2), 2)).toEqual(
    new Map(Object.entries({ 1: 1, 2: 2 }).map(([v, n]) => [Number(v), n])),
  );
  expect(valueCounts(Float32Array.of(1, 2, 3), 2)).toBeNull();
});
