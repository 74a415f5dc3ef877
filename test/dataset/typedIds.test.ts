import { describe, expect, it } from "vitest";
import { withTypedIds } from "../../src/dataset/columns/typedIds.ts";
import { headOf } from "../support/headOf.ts";

const inLine = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("|")).join(" / ");

/** The table as it is shown, and as it is read below a remark; "as it is" where nothing is done. */
async function typed(table: string, broken = -1): Promise<string> {
  const whole = headOf(`remark / ${table}`);
  const head = { ...whole, skip: 1, rows: whole.rows.slice(1) };
  head.read = async (take) => {
    for (const [i, row] of whole.rows.entries()) take(row, i + 1, i === broken);
  };
  const one = withTypedIds(head);
  if (one === head) return "as it is";
  const read: string[][] = [];
  await one.read(
    (row) => read.push([...row]),
    () => {},
  );
  expect(one.plain).toBeUndefined();
  if (broken >= 0) return inLine(read.slice(1));
  expect(inLine(read)).toBe(`remark / ${inLine(one.rows)}`);
  return inLine(one.rows);
}

const HEADER = "userId|itemId|itemType";

describe("types stand before ids", () => {
  it.each<[string, string, string]>([
    [
      "of two types that are numbered each for themselves",
      `${HEADER} / u1|1|Film / u1|1|Show / u2|2|Film`,
      `${HEADER} / u1|Film 1|Film / u1|Show 1|Show / u2|Film 2|Film`,
    ],
    [
      "wherever the type is",
      "entity_type|entity_id|user / Film|1|u1 / Show|1|u1",
      "entity_type|entity_id|user / Film|Film 1|u1 / Show|Show 1|u1",
    ],
    [
      "in whole rows",
      `${HEADER} / u1|1|Film / u1|1|Show / u2|2 / u2`,
      `${HEADER} / u1|Film 1|Film / u1|Show 1|Show / u2|2 / u2`,
    ],
    [
      "of eight types",
      `${HEADER} / ${"abcdefgh".replace(/./g, "u|1|$& / ").slice(0, -3)}`,
      `${HEADER} / ${"abcdefgh".replace(/./g, "u|$& 1|$& / ").slice(0, -3)}`,
    ],
  ])("%s", async (_, table, expected) => {
    expect(await typed(table)).toBe(expected);
  });

  it("but not in a row that is broken", async () => {
    expect(await typed(`${HEADER} / u1|1|Film / u1|1|Show`, 3)).toBe(
      `${HEADER} / u1|Film 1|Film / u1|1|Show`,
    );
  });
});

describe("ids stand alone", () => {
  it.each<[string, string]>([
    ["of one type", `${HEADER} / u1|1|Film / u1|2|Film`],
    ["of nine types", `${HEADER} / ${"abcdefghi".replace(/./g, "u|1|$& / ").slice(0, -3)}`],
    ["that are numbered all together", `${HEADER} / u1|1|Film / u1|2|Show`],
    ["of things that nobody rated", "name|itemId|itemType / u1|1|Film / u1|1|Show"],
    ["without a type", "userId|itemId|kind / u1|1|Film / u1|1|Show"],
    ["with another's type", "userId|itemId|userType / u1|1|Film / u1|1|Show"],
    ["that are not called ids", "userId|item|itemType / u1|1|Film / u1|1|Show"],
    ["of nothing", "userId|foo|itemType / u1|1|Film / u1|1|Show"],
  ])("%s", async (_, table) => {
    expect(await typed(table)).toBe("as it is");
  });
});
