import { expect, it } from "vitest";
import { firstLineEnd, plainLineEnds } from "../../src/files/text/lineEnd.ts";

it.each<[string, boolean, boolean, string | null]>([
  ["a\nb\r", true, true, "\n"],
  ["a\rb\n", true, true, "\r"],
  ["a\r", true, true, "\r"],
  ["a\r", false, true, null],
  ["a\rb", false, true, "\r"],
  ["a", false, true, null],
  ["a", true, true, "\n"],
  ["", true, true, "\n"],
  ['"a\nb"\rc', false, true, "\r"],
  ['"a\nb"\rc', false, false, "\n"],
  ['"a\nb', false, true, null],
])("the first line of %j ends (whole: %s, quotes: %s) with %j", (text, isEnd, quotes, expected) => {
  expect(firstLineEnd(text, isEnd, quotes)).toBe(expected);
});

it("leaves one sign of the two that Windows ends lines with", () => {
  expect(plainLineEnds("a\r\nb\rc\nd\r\n")).toBe("a\nb\rc\nd\n");
});
