import { expect, it } from "vitest";
import type { Role } from "../../src/dataset/columns/TableForm.ts";
import type { Table } from "../../src/dataset/columns/understand.ts";
import { checkBudget, estimateRows, fittingShare, isSampled } from "../../src/dataset/reading/budget.ts";

/** A table of ten bytes a row. */
function tableOf(rows: number, ...roles: Role[]): Table {
  return {
    head: { source: { name: "big.csv", size: rows * 10 }, bytesARow: 10 },
    form: { columns: roles.map((role) => ({ name: role, role })) },
  } as unknown as Table;
}

it("estimates whole rows from the size of a table", () => {
  expect(estimateRows(tableOf(1234))).toBe(1234);
  expect(estimateRows(tableOf(12.6))).toBe(13);
});

it.each([
  [45_000, 1],
  [90_000, 1],
  [44_999, 0.99],
  [22_949, 0.5],
  [450, 0.01],
  [1, 0.01],
])("into %d bytes fits of a thousand ratings the share %d", (bytes, share) => {
  expect(fittingShare(tableOf(1000), bytes)).toBe(share);
});

it("says how much memory ratings need, and which share would fit", () => {
  const [table, free] = [tableOf(100_000_000, "item", "user"), 2 ** 30];
  expect(() => checkBudget(table, 0.23, free)).not.toThrow();
  expect(() => checkBudget(table, 0.5, free)).toThrow(
    "big.csv has about 50 million ratings. Learning from them takes about 2.1 GB of memory, and about 1.0 GB is free. A random 23% of the users would fit, or slightly more with fewer components.",
  );
  expect(() => checkBudget(tableOf(100_000_000, "user"), 1, free)).toThrow("about 100 million ratings");
  expect(() => checkBudget(tableOf(100_000_000, "item"), 1, free)).not.toThrow();
});

it("draws about the share of users that is asked for, and a larger one with all of a smaller", () => {
  const users = Array.from({ length: 1000 }, (_, i) => String(i));
  const drawn = (share: number) => users.filter((user) => isSampled(user, share));
  expect([drawn(0).length, drawn(1).length]).toEqual([0, 1000]);
  expect(Math.abs(drawn(0.3).length - 300)).toBeLessThan(60);
  expect(drawn(0.6)).toEqual(expect.arrayContaining(drawn(0.3)));
});
