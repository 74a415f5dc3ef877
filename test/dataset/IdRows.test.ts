import { expect, it } from "vitest";
import { IdRows } from "../../src/dataset/reading/IdRows.ts";

const LARGEST_NUMBERED = "16777215";
const DIFFERENT = [
  "7",
  "07",
  "0",
  "00",
  "",
  "x",
  "20",
  "1:",
  "19",
  "2/",
  LARGEST_NUMBERED,
  "16777216",
  "123456789",
];

it("gives different ids different rows in the order in which they come, and keeps to them", () => {
  const rows = new IdRows("a.csv");
  expect(DIFFERENT.map((id) => rows.row(id))).toEqual([...DIFFERENT.keys()]);
  expect(DIFFERENT.map((id) => rows.row(id))).toEqual([...DIFFERENT.keys()]);
  expect(rows.ids).toEqual(DIFFERENT);
});

it.each(DIFFERENT)("has %j once it got a row", (id) => {
  const rows = new IdRows("a.csv");
  expect(rows.has(id)).toBe(false);
  rows.row(id);
  expect(DIFFERENT.filter((other) => rows.has(other))).toEqual([id]);
});

it.each([1023, 1024, 1025, 2047, 2048, 16_777_215, 16_777_216])("knows %d as a number and as text", (id) => {
  const rows = new IdRows("a.csv");
  const found = new Int32Array(3);
  rows.numbersToRows(Float64Array.of(3, id, id), 3, found);
  expect([...found]).toEqual([0, 1, 1]);
  expect([rows.row("3"), rows.row(String(id)), rows.row("4")]).toEqual([0, 1, 2]);

  const asText = new IdRows("a.csv");
  expect([asText.row("3"), asText.row(String(id)), asText.row(String(id)), asText.row("3")]).toEqual([
    0, 1, 1, 0,
  ]);
});

it("takes no more numbers than it is told to", () => {
  const rows = new IdRows("a.csv");
  const found = new Int32Array(3).fill(-1);
  rows.numbersToRows(Float64Array.of(9, 8, 7), 2, found);
  expect([...found]).toEqual([0, 1, -1]);
  expect(rows.ids).toEqual(["9", "8"]);
});
