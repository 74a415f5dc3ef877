import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { toCsv, unguarded } from "../../src/files/toCsv.ts";

const read = (text: string) => Papa.parse<string[]>(text, { newline: "\r\n", skipEmptyLines: true }).data;

/** Letters, and what matters to spreadsheets and to CSV. */
const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(..."=+-@'\t\r\n\",; 1a.é"), maxLength: 6 }),
);

test("whatever text a table holds comes back, and a spreadsheet takes none of it for a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const table = [["one", "other"], ...rows];
      const cells = read(toCsv(table[0], rows));
      expect(cells.map((row) => row.map(unguarded))).toEqual(table);
      for (const text of cells.flat()) expect(text).not.toMatch(/^[=+\-@\t\r](?!\d+(\.\d+)?$)/);
    }),
  );
});

test.each([
  ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["@home", "'@home"],
  ["-", "'-"],
  ["-1+2", "'-1+2"],
  ["'=1", "''=1"],
  ["-12.5", "-12.5"],
  ["+7", "+7"],
  ["'Round Midnight", "'Round Midnight"],
])("the text %s is written as %s", (text, written) => {
  expect(read(toCsv(["cell"], [[text]]))[1]).toEqual([written]);
});

test("numbers stay numbers, and what is not known stays empty", () => {
  expect(toCsv(["a", "b", "c"], [[-1.5, 2, null]])).toBe("a,b,c\r\n-1.5,2,\r\n");
});
