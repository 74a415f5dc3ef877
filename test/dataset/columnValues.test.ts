import { expect, it } from "vitest";
import {
  areBaskets,
  areEvents,
  areIds,
  areMeasures,
  areMoments,
  areTimesOfDay,
  ascends,
  comeAgain,
  dependsOn,
  isNumber,
  isScale,
  varies,
} from "../../src/dataset/columns/columnValues.ts";
import { guessLikedFrom } from "../../src/dataset/reading/likes.ts";
import { unratedValues } from "../../src/dataset/reading/unrated.ts";

const ARE = {
  areMeasures,
  areIds,
  areTimesOfDay,
  comeAgain,
  areMoments,
  areEvents,
  isScale,
  varies,
  ascends,
};

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
  [[" 52.12345 "], "areMeasures isScale varies"],
  [["52.12345 N"], "areIds varies"],
  [["3.5 stars", "4.5 stars"], "areIds isScale varies"],
  [["502.05", "503.05"], "varies"],
  [["502.0 ", "503,0"], "areIds varies"],
  [["12,50 ", "13,25 "], "isScale varies"],
  [["one two  three four five six seven eight nine ten eleven"], "areIds varies"],
  [[` ${"w ".repeat(11)}`], "areIds varies"],
  [["Monday", "true"], "isScale varies"],
  [["8:30", "9:30 pm", " 10:30:15 "], "varies"],
  [["8:30", "9:30", "10:30"], "varies"],
  [["8:30", "9:30", "10:30", "11:30"], "areTimesOfDay varies"],
  [["8:30", "9:30", "10:30", "x"], "varies"],
  [["2210000000"], "areIds areMoments varies"],
  [["2210000001"], "areIds varies"],
  [["630000000"], "areIds areMoments varies"],
  [["629999999"], "areIds varies"],
  [["1400000000", "2300000000"], "areIds varies"],
  [Array<string>(6).fill("1400000007"), "areIds comeAgain"],
  [Array<string>(5).fill("1400000007"), "areIds comeAgain areMoments"],
  [Array<string>(6).fill("1400000040"), "areIds comeAgain areMoments"],
  [[...Array<string>(5).fill("1400000040"), "1400000040"], "areIds comeAgain areMoments"],
  [[...Array<string>(10).fill("1400000040"), "1400000041"], "areIds comeAgain varies"],
  [["view", " ", "purchase"], "areIds areEvents varies"],
  [[...Array<string>(8).fill("view"), "buy", "foo"], "areIds comeAgain areEvents varies"],
  [["excellent", "awful", "okay"], "areIds isScale varies"],
  [["excellent", "awful", "okay", "n/a"], "areIds isScale varies"],
  [["1", "-", "-", "-"], "areIds comeAgain varies"],
  [["1", "2", "-", "-"], "areIds comeAgain isScale varies"],
  [["100", "50"], "areIds isScale varies"],
  [Array.from({ length: 101 }, (_, i) => String(i)), "areIds isScale varies ascends"],
  [Array.from({ length: 102 }, (_, i) => String(i / 2)), "areIds varies ascends"],
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

it.each<[string, boolean]>([
  ["3", true],
  [" -3.5 ", true],
  ["3,5", false],
  [" ", false],
])("%j is a number: %s", (text, is) => {
  expect(isNumber(text)).toBe(is);
});

const columnsOf = (text: string) => text.split(" ").map((cells) => cells.split(","));
it.each<[string, string, boolean]>([
  ["six in order", "1,2 2,3 3,4 4,5 5,6 6,7", true],
  ["five in order", "1,2 2,3 3,4 4,5 5,6", false],
  ["one row out of order", "1,2 2,3 3,4 4,5 5,6 6,1", false],
  ["a number twice", "1,2 2,3 3,4 4,5 5,6 6,6", false],
])("are baskets: %s", (_, text, are) => {
  expect(areBaskets(columnsOf(text))).toBe(are);
});

it.each<[string, string, string, boolean]>([
  ["a genre on its film", "x,x,y,y,z,z", "1,1,2,2,3,3", true],
  ["one genre of two films", "x,x,x,x,z,z", "1,1,2,2,3,3", true],
  ["two genres of a film", "x,y,y,y,z,z", "1,1,2,2,3,3", false],
  ["a genre on films of which hardly any comes again", "x,x,y,y,z", "1,1,2,2,3", false],
  ["a genre on two films", "x,x,y,y", "1,1,2,2", false],
])("depends: %s", (_, values, others, does) => {
  expect(dependsOn(values.split(","), others.split(","))).toBe(does);
});
