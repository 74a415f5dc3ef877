import { describe, expect, it } from "vitest";
import { withRatedIds } from "../../src/dataset/columns/ratedIds.ts";
import type { Column, Role, TableKind } from "../../src/dataset/columns/TableForm.ts";
import type { Table } from "../../src/dataset/columns/understand.ts";
import { headOf } from "../support/headOf.ts";

/** "book_id=item|id": columns that are called and used so. */
function tableOf(kind: TableKind, header: string, rows: string, hasHeader = true): Table {
  const columns = header.split("|").map((column): Column => {
    const [name, role = "unused"] = column.split("=");
    return { name, role: role as Role };
  });
  const names = columns.map(({ name }) => name).join("|");
  return { head: headOf(hasHeader ? `${names} / ${rows}` : rows), form: { kind, hasHeader, columns } };
}

/** Which column the things are joined by, where these ids were rated, "1 2 3". */
function joinedBy(header: string, rows: string, rated: string, ...others: [TableKind?, boolean?]) {
  const [kind = "items", hasHeader = true] = others;
  const ratings = tableOf(
    "ratings",
    "item=item|user=user",
    rated
      .split(" ")
      .map((id) => `${id}|u`)
      .join(" / "),
  );
  const { table, said } = withRatedIds(tableOf(kind, header, rows, hasHeader), ratings);
  const [item, ...more] = table.form.columns.filter(({ role }) => role === "item").map(({ name }) => name);
  expect(more).toEqual([]);
  return said.length > 0 ? `${item}: ${said[0].sentence}` : item;
}

const HEADER = "book_id=item|id|title=title";
/** Each book under its own number, and under that of ten more. */
const rowsOf = (...ids: number[]) => ids.map((id) => `${id}|${id + 10}| t${id}`).join(" / ");
const SIX = rowsOf(1, 2, 3, 4, 5, 6);
const TOLD = 'id: table.csv is joined by "id", as hardly any "book_id" in it was rated in table.csv.';

describe("things are joined by another number", () => {
  it.each<[string, string, string, string]>([
    ["by which five were rated", HEADER, SIX, "11 12 13 14 15"],
    ["by which twice as many were rated", HEADER, SIX, "11 12 13 14 15 16 1 2 3"],
    ["whatever spaces there are", HEADER, SIX.replaceAll("|1", "| 1"), "11 12 13 14 15"],
    ["in front", "id|book_id=item|title", SIX.replace(/(\d+)\|(\d+)/g, "$2|$1"), "11 12 13 14 15"],
    [
      "that most are known by",
      "book_id=item|work_id|id",
      [1, 2, 3, 4, 5, 6].map((id) => `${id}|${id < 3 ? id + 10 : id + 90}|${id + 10}`).join(" / "),
      "11 12 13 14 15",
    ],
  ])("%s", (_, header, rows, rated) => {
    expect(joinedBy(header, rows, rated)).toBe(TOLD);
  });

  it("whose name ends in id", () => {
    expect(joinedBy("book_id=item|best_book_id|title=title", SIX, "11 12 13 14 15")).toBe(
      TOLD.replaceAll("id: ", "best_book_id: ").replace('"id"', '"best_book_id"'),
    );
  });
});

describe("things are joined by their own number", () => {
  it.each<[string, string, string, string]>([
    ["where only four others were rated", HEADER, SIX, "11 12 13 14"],
    ["where fewer than twice as many others were", HEADER, SIX, "11 12 13 14 15 1 2 3"],
    [
      "where both are known alike",
      "book_id=item|id",
      [1, 2, 3, 4, 5].map((id) => `${id}|${id}`).join(" / "),
      "1 2 3 4 5",
    ],
    [
      "where it is the only one",
      "book_id=item|title=title",
      [1, 2, 3, 4, 5].map((id) => `${id}|t`).join(" / "),
      "1 2 3 4 5",
    ],
    ["where the other is no id", "book_id=item|place", SIX, "11 12 13 14 15"],
    ["where the other is a video's idea", "book_id=item|idea", SIX, "11 12 13 14 15"],
    ["where the other is IMDb's", "book_id=item|imdb_id=imdb", SIX, "11 12 13 14 15"],
    ["where the other comes again", HEADER, `${SIX} / 7|16|t7`, "11 12 13 14 15"],
  ])("%s", (_, header, rows, rated) => {
    expect(joinedBy(header, rows, rated)).toBe("book_id");
  });

  it("where the table is not one of things, or has no header", () => {
    expect(joinedBy(HEADER, SIX, "11 12 13 14 15", "links")).toBe("book_id");
    expect(joinedBy(HEADER, `0|0|t / ${SIX}`, "11 12 13 14 15", "items", false)).toBe("book_id");
  });

  it("where they have none", () => {
    expect(joinedBy("title=title|id", SIX, "11 12 13 14 15")).toBeUndefined();
  });
});
