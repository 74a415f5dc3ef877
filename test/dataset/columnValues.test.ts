import { expect, it } from "vitest";
import {
  areEvents,
  areIds,
  areMeasures,
  areMoments,
  ascends,
  comeAgain,
  isScale,
  varies,
} from "../../src/dataset/columns/columnValues.ts";
import { guessLikedFrom } from "../../src/dataset/reading/likes.ts";
import { unratedValues } from "../../src/dataset/reading/unrated.ts";

const ARE = { areMeasures, areIds, comeAgain, areMoments, areEvents, isScale, varies, ascends };

it.each<[string[], string]>([
  [["1", "2", "3", "4"], "areIds isScale varies ascends"],
  [["1", "1", "1"], "areIds comeAgain"],
  [["1", "1"], "areIds comeAgain isScale varies"],
  [["5", "4", "x", ""], "areIds isScale varies"],
  [["x", "y", "1"], "areIds varies"],
  [["1.12345", "2.23456", "7"], "areMeasures isScale varies"],
  [["12.5", "3.25", "7"], "isScale varies"],
  [["502.0", "503.0"], "areIds varies"],
  [["-1", "-2", "3"], "isScale varies"],
  [["a b c d e f g h i j k l m", "a b c d e f g h i j k l", "x"], "varies"],
  [["view", "purchase", ""], "areIds areEvents varies"],
  [["view", "view"], "areIds comeAgain varies"],
  [["view", "purchase", "foo"], "areIds varies"],
  [["good", "bad", "great"], "areIds isScale varies"],
  [["1400000000", "1400000007", "1400000009"], "areIds areMoments varies"],
  [
    ["1400000000", "1400000000", "1400000060", "1400000060", "1400000120", "1400000120"],
    "areIds comeAgain areMoments varies",
  ],
  [["1995", "1996", "1997"], "areIds varies"],
  [["2014-05-14", "2015-05-14"], "areIds areMoments varies"],
  [["1914-05-14", "1915-05-14"], "areIds varies"],
  [["101", "50"], "areIds varies"],
  [["3", "2", "1", "0"], "areIds isScale varies"],
  [["1", "2", "2", "3", "4"], "areIds comeAgain isScale varies ascends"],
  [[""], "areIds varies"],
  [[], "areIds isScale varies"],
])("%j", (cells, expected) => {
  expect(
    Object.entries(ARE)
      .filter(([, are]) => are(cells))
      .map(([name]) => name)
      .join(" "),
  ).toBe(expected);
});

it.each<[number[], "ratings" | "events" | "counts", number]>([
  [[1, 3, 5], "ratings", 3],
  [[0, 1], "ratings", 1],
  [[0.2, 0.9], "ratings", 0.6],
  [[1, 2], "ratings", 2],
  [[4, 6], "ratings", 3.5999999999999996],
  [[7, 3], "ratings", 4.2],
  [[8, 3], "ratings", 6],
  [[15, 20], "ratings", 12],
  [[10, 50, 25], "ratings", 30],
  [[10, 50, 26], "ratings", 26],
  [[5, 55], "ratings", 55],
  [[-10, 10], "ratings", 2],
  [[-1, 1], "ratings", 0.6],
  [[1, 2, 3, 101, 400], "ratings", 3],
  [[1, 2, 3], "counts", 2],
  [[1, 2, 3], "events", 1],
  [[11, 11, 11], "ratings", 11],
  [[21, 22, 25], "ratings", 22],
  [[40, 41, 30], "ratings", 40],
])("%j are liked from %j", (ratings, kind, from) => {
  expect(guessLikedFrom(Float32Array.from(ratings), kind)).toBeCloseTo(from, 6);
});

it.each<[number[], number[], string | null]>([
  [[-1, 1, 2, 3], [-1], "25% of the ratings in r.csv are −1, taken as not rated and left out."],
  [[-1, 1], [], null],
  [[-1, 0, 1], [], null],
  [[-2, -1, 3, 4], [], null],
  [[99, 1, 2, 5], [99], "25% of the ratings in r.csv are 99, taken as not rated and left out."],
  [
    [88, 99, 77, 1, 5],
    [77, 88, 99],
    "60% of the ratings in r.csv are 77 or 88 or 99, taken as not rated and left out.",
  ],
  [[88, 99, 77, 999, 1, 5], [], null],
  [[99, 1], [], null],
  [[99, 20, 40], [], null],
  [[99, 1, 11], [], null],
  [[-9, 1, 2, 5], [-9], "25% of the ratings in r.csv are −9, taken as not rated and left out."],
  [[-9, -8, 1, 5], [], null],
  [[0, 0, 0, 1, 2, 5], [0], "50% of the ratings in r.csv are 0, taken as not rated and left out."],
  [[0, 1, 2, 3, 4, 5], [], null],
  [[0, 0, 0, 1, 2, 4], [], null],
  [[0, 0, 0, 1.2, 2, 5], [], null],
  [[0, 0, 1, 1, 1, 2, 5], [], null],
  [[0, 0, 0, 0.3, 2, 5], [], null],
  [[], [], null],
  [[255, 5, 4, 3], [255], "25% of the ratings in r.csv are 255, taken as not rated and left out."],
  [
    [-99, 5, 4, 3, 3, 3, 3, 3],
    [-99],
    "13% of the ratings in r.csv are −99, taken as not rated and left out.",
  ],
])("in %j is not rated", (ratings, values, sentence) => {
  expect(unratedValues("r.csv", Float32Array.from(ratings), "ratings")).toEqual({ values, sentence });
});
