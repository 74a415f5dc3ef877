import { expect, it } from "vitest";
import { excerpt } from "../../src/files/excerpt.ts";
import { SkippedRows, together } from "../../src/files/SkippedRows.ts";

const skipping = (count: number, file = "a.csv") => {
  const skipped = new SkippedRows(file);
  for (let i = 0; i < count; i++) skipped.add(i + 2, `no rating ${i}`);
  return skipped;
};

it("keeps the first five and counts them all", () => {
  const { count, examples } = skipping(7);
  expect([count, examples.length]).toEqual([7, 5]);
  expect(examples[4]).toEqual({ file: "a.csv", row: 6, reason: "no rating 4" });
});

it.each([
  [3, 1, 0],
  [5, 95, 0],
  [5, 90, 5],
  [0, 1, 0],
])("%i skipped beside %i used and %i left out are no reason to refuse a file", (skipped, used, leftOut) => {
  expect(() => skipping(skipped).check(used, "Look.", leftOut)).not.toThrow();
});

it.each<[number, number, number, string]>([
  [0, 0, 0, "a.csv has a header but no rows. Look."],
  [0, 0, 1, "a.csv has no ratings: the column is empty. Look."],
  [1, 0, 0, "a.csv: 1 of 1 rows are not readable (line 2: no rating 0). Look."],
  [2, 0, 9, "a.csv: 2 of 11 rows are not readable (line 2: no rating 0; line 3: no rating 1). Look."],
  [
    4,
    75,
    0,
    "a.csv: 4 of 79 rows are not readable (line 2: no rating 0; line 3: no rating 1; line 4: no rating 2; line 5: no rating 3). Look.",
  ],
])("%i skipped beside %i used and %i left out are one", (skipped, used, leftOut, message) => {
  expect(() => skipping(skipped).check(used, "Look.", leftOut)).toThrow(message);
});

it("adds up several files, and keeps the first five of all", () => {
  const { count, examples } = together([skipping(4), skipping(4, "b.csv")]);
  expect(count).toBe(8);
  expect(examples.map(({ file }) => file)).toEqual(["a.csv", "a.csv", "a.csv", "a.csv", "b.csv"]);
});

it.each([
  [" a \n\t b ", '"a b"'],
  ["x".repeat(40), `"${"x".repeat(40)}"`],
  ["x".repeat(41), `"${"x".repeat(39)}…"`],
])("an excerpt of %j", (text, expected) => {
  expect(excerpt(text)).toBe(expected);
});
