import { describe, expect, it } from "vitest";
import { columnName, guessHeader } from "../../src/dataset/columns/guessForm.ts";
import { headOf } from "../support/headOf.ts";

describe("the first row is a header", () => {
  it.each<[string, string]>([
    ["one known name", "user|foo / a|b / c|d"],
    ["known names that come again as a whole", "user|foo / a|b / user|foo"],
    ["columns that pandas has numbered", "0|1|2 / 5|10|4 / 6|11|5"],
    ["numbers with spaces", "0 |1| 2 / 5|10|4 / 6|11|5"],
    ["identifiers", "recipe_slug|recipe_tag / a|b / c|d / e|f"],
    ["longer identifiers with spaces", " recipe_slug_two |recipe_tag / a|b / c|d / e|f"],
    ["identifiers above some that are none", "recipe_slug|recipe_tag / a_b|c / c|d / e|f"],
    ["words above ids with numbers in them", "was|wo / u1|i1 / u2|i2 / u3|i3"],
    ["a word above a number", "was|Heat / 4|Big"],
    ["a word above decimals", "was|Heat / 3,5|Big / -13,25 |Jaws / 4|Ran"],
    ["a word above dates", "was|Heat / 2014-05-14|Big / 2015-05-14|Jaws"],
  ])("%s", (_, table) => {
    expect(guessHeader(headOf(table).rows)).toBe(true);
  });
});

describe("the first row is no header", () => {
  it.each<[string, string]>([
    ["a word that comes again", "Friend|Heat|x / Friend|Jaws|y / Ann|Heat|z"],
    ["two numbers in order", "0|1 / 5|10 / 6|11"],
    ["numbers of which one is not in order", "0|7|2 / 5|10|4 / 6|11|5"],
    ["numbers of which the first comes again", "0|1|2 / 0|10|4 / 6|11|5"],
    ["numbers of which the second comes again", "0|1|2 / 5|1|4 / 6|11|5"],
    ["one identifier beside a word", "recipe_slug|Heat / a|b / c|d / e|f"],
    ["one identifier alone", "recipe_slug / a / b / c"],
    ["identifiers above two rows", "recipe_slug|recipe_tag / a|b / c|d"],
    ["identifiers above another row of them", "recipe_slug|recipe_tag / a_b|c_d / c|d / e|f"],
    ["capitals", "Recipe_slug|recipe_tag / a|b / c|d / e|f"],
    ["identifiers with a number", "recipe_slug2|recipe_tag / a|b / c|d / e|f"],
    ["one word above ids", "was|Heat / u1|Big / u2|Jaws / u3|Ran"],
    ["words above two rows of ids", "was|wo / u1|i1 / u2|i2"],
    ["ids above ids", "u0|i0 / u1|i1 / u2|i2 / u3|i3"],
    ["signs above ids", "-|+ / u1|i1 / u2|i2 / u3|i3"],
    ["words above words and ids", "was|wo / u1|i1 / u2|x / u3|i3"],
    ["nothing above numbers", "|Heat / 4|Big"],
    ["a space above numbers", " |Heat / 4|Big"],
    ["numbers above numbers", "3|Heat / 4|Big"],
    ["a word above a number and a word", "was|Heat / 4|Big / x|Jaws"],
    ["a word above numbers behind letters", "was|Heat / v3,5|Big"],
    ["a word above numbers in front of letters", "was|Heat / 3,5v|Big"],
    ["words alone", "was|wo"],
  ])("%s", (_, table) => {
    expect(guessHeader(headOf(table).rows)).toBe(false);
  });

  it("where there is no row", () => {
    expect(guessHeader([])).toBe(false);
  });
});

it("calls a column as the header does, else by its place", () => {
  const header = [" film ", " "];
  expect([0, 1, 2].map((place) => columnName(header, place))).toEqual(["film", "column 2", "column 3"]);
});
