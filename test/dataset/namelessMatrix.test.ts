import { expect, it } from "vitest";
import { areAllRatings } from "../../src/dataset/columns/namelessMatrix.ts";
import { headOf } from "../support/headOf.ts";

it.each<[string, string]>([
  ["points", "5|4|3|2 / 3|4|1|2 / 4|1|2|5"],
  ["points of ten, and none", "5|10|3|2 / 3||1|2 / 4|99|2|5"],
  ["high ones in front", "20|4|3|2 / 10|4|1|2 / 15|1|2|5"],
  ["eleven points", "5|0|3|2 / 1|4|10|6 / 9|8|7|5"],
  ["most with decimals, in order", "1.5|2.5|3.5|4 / 2.5|1|2.5|3 / 3|2|1|1"],
  ["most with signs, in order", "-1|-2|-3|4 / 2|1|2|3 / 3|2|1|1"],
  ["five columns with a number twice in a row", "1|2|3|4|5 / 3|1|5|2|4 / 2|5|4|1|1"],
  ["five columns with a decimal", "3|2|1.5|4|5 / 1|3|5|2|4 / 2|5|4|1|3"],
])("are all ratings: %s", (_, table) => {
  expect(areAllRatings(headOf(table).rows)).toBe(true);
});

it.each<[string, string]>([
  ["three columns", "5|4|3 / 3|4|1 / 4|1|2"],
  ["three columns beside one that never changes", "5|4|3|1 / 3|1|5|1 / 4|2|1|1"],
  ["a draw", "1|2|3|4|5 / 3|1|5|2|4 / 2|5|4|1|3"],
  ["a draw with spaces", " 3|2|1|4|5  / 1|3|5|2|4 / 2|5|4|1|3"],
  ["a draw of ten", "3|2|10|4|5 / 1|3|5|2|4 / 2|5|4|10|3"],
  ["numbers beyond points", "5|11|3|2 / 3|4|1|2 / 4|1|2|5"],
  ["words", "5|Heat|3|2 / 3|4|1|2 / 4|1|2|5"],
  ["twelve points", "5|0|3|2 / 1|4|10|6 / 9|8|7|99"],
  ["half with decimals, in order", "1.5|2.5|3|4 / 2.5|1|2|3 / 3|2|1|1"],
  ["half with signs and noughts, in order", "-1|-2|3|0 / 2|1|2|3 / 3|2|1|1"],
  ["points in order", "3|4|3|2 / 4|4|1|2 / 5|1|2|5"],
  ["points of which a column ascends", "5|1|3|2 / 3|2|1|2 / 4|3|2|5 / 1|4|3|3"],
])("may be something else: %s", (_, table) => {
  expect(areAllRatings(headOf(table).rows)).toBe(false);
});
