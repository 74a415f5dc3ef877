import { expect, it } from "vitest";
import { areParts, joined } from "../../src/dataset/columns/joinedTables.ts";
import type { Column } from "../../src/dataset/columns/TableForm.ts";
import type { Table } from "../../src/dataset/columns/understand.ts";
import { headOf } from "../support/headOf.ts";

const tableOf = (names: string, hasHeader = true): Table => ({
  head: headOf(names),
  form: {
    kind: "ratings",
    hasHeader,
    columns: names.split("|").map((name): Column => ({ name, role: "unused" })),
  },
});

it.each<[string, Table[], boolean]>([
  ["one table", [tableOf("user|item")], true],
  ["the same columns, however written", [tableOf("user|item"), tableOf("User |ITEM")], true],
  ["other columns", [tableOf("user|item"), tableOf("user|film")], false],
  ["more columns", [tableOf("user|item"), tableOf("user|item|rating")], false],
  ["one other of three", [tableOf("a|b"), tableOf("a|b"), tableOf("a|c")], false],
  ["as many columns without a header", [tableOf("1|2", false), tableOf("3|4", false)], true],
  ["a header above one of them", [tableOf("1|2", false), tableOf("1|2")], false],
])("parts of one table are told by their columns: %s", (_, tables, are) => {
  expect(areParts(tables)).toBe(are);
});

/** A part below a remark, of ten bytes, each read in one piece. */
function partOf(name: string, rows: string) {
  const whole = headOf(`remark / ${rows}`);
  return {
    ...whole,
    skip: 1,
    plain: { quote: null, delimiter: "," } as never,
    source: { ...whole.source, name, size: 10 },
    read: async (...[take, onBytes]: Parameters<typeof whole.read>) => {
      await whole.read(take, onBytes);
      onBytes(10);
    },
  };
}

it("reads the rows of the parts after each other, below one header", async () => {
  const parts = [partOf("a.csv", "x|y / 1|2"), partOf("b.csv", "x|y / 3|4"), partOf("c.csv", "x|y / 5|6")];
  const one = joined(parts, true);
  const rows: string[] = [];
  const bytes: number[] = [];
  await one.read(
    (row) => rows.push(row.join("|")),
    (count) => bytes.push(count),
  );
  expect(rows).toEqual(["remark", "x|y", "1|2", "3|4", "5|6"]);
  expect(bytes).toEqual([10, 20, 30]);
  expect(one).toMatchObject({ skip: 1, plain: undefined, source: { name: "a.csv and 2 others", size: 30 } });
  expect(joined(parts.slice(1), true).source.name).toBe("b.csv and c.csv");
});

it("reads all rows of parts without a header", async () => {
  const rows: string[] = [];
  const one = joined([partOf("a.csv", "1|2"), partOf("b.csv", "3|4 / 5|6")], false);
  await one.read(
    (row) => rows.push(row.join("|")),
    () => {},
  );
  expect(rows).toEqual(["remark", "1|2", "3|4", "5|6"]);
});
