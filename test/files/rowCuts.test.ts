import { describe, expect, it } from "vitest";
import { escapedBars } from "../../src/files/text/escapedBars.ts";
import { oddDelimiter } from "../../src/files/text/oddDelimiter.ts";
import { remarks } from "../../src/files/text/remarks.ts";
import { type CutRow, rowEnds } from "../../src/files/text/rowEnds.ts";
import { rowsInCells } from "../../src/files/text/rowsInCells.ts";
import { spacedQuotes } from "../../src/files/text/spacedQuotes.ts";

/** Rows as "a|b / c", and what is made of them by a cut, if there is one. */
const table = (text: string) => text.split(" / ").map((row) => row.split("|"));
const after = (rows: string[][], cut: CutRow | null) =>
  cut ? rows.map((row) => cut(row)?.join("|") ?? "none").join(" / ") : "as it is";

it.each<[string, string, string]>([
  ["user|item / 1|2 # x / 3|4 # y / 5|6", ",", "user|item / 1|2 / 3|4 / 5|6"],
  ["user|item / 1|2 # x / 3|4 / 5|6", ",", "as it is"],
  ["user|item / 1|2 # x / 3|4 # y / 5|6 / 7|8", ",", "as it is"],
  ["user|item / 1|2 # x / 3|4 # y", ",", "as it is"],
  ["user|item / # a|b / 1|2|# x / 3|4|# y / 5|6|#", ",", "user|item / none / 1|2 / 3|4 / 5|6"],
  ["user|item / 1|2 # x|y / 3|4 # z / 5|6", ",", "user|item / 1|2 / 3|4 / 5|6"],
  ["user|item / 1|2 # x / 3|4 # y / 5|6|7", ",", "as it is"],
  ["user|item / 1 # x|2 / 3 # y|4 / 5 # z|6", ",", "as it is"],
  ["user|item / 1|No#2 / 3|No#4 / 5|No#6", ",", "as it is"],
  ["#|item|at / #1|2|3 / #2|4|5 / #3|6|7", ",", "as it is"],
  ["user|item;; / 1|2;; / 3|a;b; / 5|6;;;", ",", "as it is"],
  ["user|item;; / 1|2;; / 3|a;b;; / 5|6;;;", ",", "user|item / 1|2 / 3|a;b / 5|6"],
  ["user|item;; / 1|2;; / 3|4;; / 5;;", ",", "as it is"],
  ["user|item;; / 1|2;; / 3|4;; / 5|6;;", ";", "as it is"],
  ["user|a;b / 1|2 / 3|4 / 5|6", ",", "as it is"],
  ["user|item;; / 1|2;; / 3|4;;", ",", "as it is"],
])("what stands behind the fields of %s", (text, delimiter, expected) => {
  const rows = table(text);
  expect(after(rows, rowEnds(rows, delimiter))).toBe(expected);
});

it.each<[string, string, string]>([
  ['1| "a| b" / 2| "c" / 3|d', ",", "1|a, b / 2|c / 3|d"],
  ['1| "a""b" / 2| "c" / 3| "d"', ",", '1|a"b / 2|c / 3|d'],
  ['1| "a| b| c" |d / 2| "e"|f / 3| "g"|h', ";", "1|a; b; c|d / 2|e|f / 3|g|h"],
  ['1| "a\nb" / 2| "c" / 3| "d"', ",", "1|a\nb / 2|c / 3|d"],
  ['1| "| x" / 2| "c" / 3| "d"', ",", "1|, x / 2|c / 3|d"],
  ['1| "a" b| "c" / 2| "c" / 3| "d"', ",", '1|a" b, "c / 2|c / 3|d'],
  ['1|"a" / 2|"c" / 3|d', ",", "as it is"],
  ['1| "a" / 2|c / 3|d / 4| "e"', ",", "as it is"],
  ['1| "a" / 2| "c"', ",", "as it is"],
  ['1| "a" / 2| "c" / 3| "d"', " ", "as it is"],
])("quotes behind a space in %s", (text, delimiter, expected) => {
  const rows = table(text);
  expect(after(rows, spacedQuotes(rows, { delimiter, quotes: true }))).toBe(expected);
});

it.each<[string[][], string, string]>([
  [
    [
      ["", "a\\", "b", ""],
      ["", "c", "d", ""],
    ],
    "|",
    "|a|b| / |c|d|",
  ],
  [[[" ", "a\\", "b\\", "c", ""]], "|", " |a|b|c|"],
  [
    [
      ["", "a\\", "b", ""],
      ["x", "c", "d", ""],
    ],
    "|",
    "as it is",
  ],
  [[["", "a", "b", ""]], "|", "as it is"],
  [[["", "a\\", "b", ""]], ",", "as it is"],
])("bars behind backslashes in %j", (rows, delimiter, expected) => {
  const cut = escapedBars(rows, { delimiter, quotes: false });
  expect(after(rows, cut)).toBe(expected);
  if (cut)
    expect(cut(rows[0])).toHaveLength(rows[0].length - rows[0].filter((cell) => cell.endsWith("\\")).length);
});

it.each<[string[][], string]>([
  [
    [
      ["a;b", ""],
      ["1;2", " "],
      ["3;4", ""],
    ],
    "a|b / 1|2 / 3|4",
  ],
  [
    [
      ["a;b", ""],
      ['"1;2";3', ""],
      ["", ""],
      ["4;5", ""],
    ],
    "a|b / 1;2|3 /  / 4|5",
  ],
  [
    [
      ["a;b", ""],
      ["1;2", ""],
    ],
    "as it is",
  ],
  [
    [
      ["a;b", ""],
      ["1;2", "x"],
      ["3;4", ""],
    ],
    "as it is",
  ],
  [[["a;b"], ["1;2"], ["3;4"]], "as it is"],
  [[["a;b", ""], ["1;2"], ["3;4", ""]], "as it is"],
  [
    [
      ["a", ""],
      ["1", ""],
      ["3", ""],
    ],
    "as it is",
  ],
])("rows in the first cells of %j", (rows, expected) => {
  expect(after(rows, rowsInCells(rows))).toBe(expected);
});

it.each<[string, string | null]>([
  ["a¦b¦c\n1¦2¦3\n4¦5¦6", "¦"],
  ["a¦b¦c\r1¦2¦3\r4¦5¦6\r", "¦"],
  ["a¦b¦c\r\n\r\n1¦2¦3\r\n \r\n4¦5¦6\r\n", "¦"],
  ["a\u00a0b\u00a0c\n1\u00a02\u00a03\n4\u00a05\u00a06\n", "\u00a0"],
  ["a¦b¦c\n1¦2¦3\n", null],
  ["a¦b\n1¦2\n4¦5\n", null],
  ["a¦b¦c\n1¦2¦3\n4¦5\n", null],
  ["a§b§c¦d¦e¦f\n1§2§3¦4¦5¦6\n7§8§9¦0¦1¦2\n", "¦"],
  ["a¦b¦c¦d§e§f\n1¦2¦3¦4§5§6\n7¦8¦9¦0§1§2\n", "¦"],
  ["a¦b¦c§d§e\n1¦2¦3§4§5\n7¦8¦9§0§1\n", "¦"],
  ["a. b, c\n1. 2, 3\n4. 5, 6\n", null],
])("the sign that parts %j", (text, sign) => {
  expect(oddDelimiter(text, true)).toBe(sign);
});

describe("a sign that parts the beginning of a text", () => {
  it("is not looked for in a last line that may be cut", () => {
    expect(oddDelimiter("a¦b¦c\n1¦2¦3\n4¦5¦6\n7¦8", false)).toBe("¦");
    expect(oddDelimiter("a¦b¦c\n1¦2¦3\n4¦5¦6\n7¦8", true)).toBeNull();
  });

  it("is looked for in a hundred lines", () => {
    expect(oddDelimiter(`${"a¦b¦c\n".repeat(100)}d\n`, true)).toBe("¦");
    expect(oddDelimiter(`${"a¦b¦c\n".repeat(99)}d\n`, true)).toBeNull();
  });
});

it.each<[string, number, string, string | null]>([
  ["a,b\n1,2\n", 0, "a,b\n1,2\n", null],
  ["\ufeffa,\ufeffb\n1,2\n", 0, "a,\ufeffb\n1,2\n", null],
  ["# x\r\n% y\r\n// z\r\na,b\n", 3, "a,b\n", null],
  ["# x\n \n\na,b\n", 3, "a,b\n", null],
  ["\na,b\n", 0, "\na,b\n", null],
  ["# x", 0, "# x", null],
  ["# ,a\n1,2\n", 0, "# ,a\n1,2\n", null],
  ['"sep=;"\na;b\n', 1, "a;b\n", ";"],
  ["SEP=\\t \na\tb\n", 1, "a\tb\n", "\t"],
  ["sep=::\ra::b\r", 1, "a::b\r", "::"],
  ["const rows = [\n(1, 2)\n", 1, "(1, 2)\n", null],
  ["x.y = (\n(1, 2)\n", 1, "(1, 2)\n", null],
  ["let x = 1\n", 0, "let x = 1\n", null],
  ["%%MatrixMarket matrix coordinate\n% x\n 300  400 \t 1200 \n1 2 4\n", 3, "1 2 4\n", null],
  ["%%MatrixMarket matrix coordinate\n1 2 4 7\n", 1, "1 2 4 7\n", null],
  ["%%MatrixMarket matrix coordinate\nx 1 2 4\n", 1, "x 1 2 4\n", null],
  ["% x\n3 4 12\n1 2 4\n", 1, "3 4 12\n1 2 4\n", null],
])("what stands above the table in %j", (start, lines, text, declared) => {
  expect(remarks(start)).toEqual({ lines, text, declared });
});
