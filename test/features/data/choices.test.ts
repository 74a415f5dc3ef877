import { expect, test } from "vitest";
import type { UnderstoodData, UnderstoodTable } from "../../../src/features/data/api.ts";
import { withHeader, withRole } from "../../../src/features/data/page/opening/choices.ts";

const table = (file: string, ...roles: UnderstoodTable["columns"][number]["role"][]): UnderstoodTable => ({
  file,
  kind: "ratings",
  delimiter: "commas",
  encoding: "UTF-8",
  encodings: [],
  hasHeader: true,
  columns: roles.map((role) => ({ name: role, role })),
  rows: [],
});
const ratings = table("a.csv", "user", "item", "rating", "unused");
const items = table("b.csv", "item", "title", "feature");
const understood: UnderstoodData = {
  tables: [ratings, items],
  nouns: { one: "book", many: "books" },
  fittingShare: 1,
  unused: [],
};

test("a column that takes another's role gives its own in return, and other tables stay as they are", () => {
  const choices = withRole({ likedFrom: 4, nouns: understood.nouns }, understood, ratings, 0, "item");
  expect(choices).toEqual({
    nouns: understood.nouns,
    tables: [
      { file: "a.csv", roles: ["item", "user", "rating", "unused"], hasHeader: true },
      { file: "b.csv", roles: ["item", "title", "feature"], hasHeader: true },
    ],
  });
});

test("there may be many features, but nothing is left of a role that was given up", () => {
  const roles = (place: number, role: "feature" | "unused") =>
    withRole({}, understood, items, place, role).tables?.[1].roles;
  expect(roles(1, "feature")).toEqual(["item", "feature", "feature"]);
  expect(roles(2, "unused")).toEqual(["item", "title", "unused"]);
});

test("whether the first row holds names is said of one table", () => {
  const { tables } = withHeader({}, understood, items, false);
  expect(tables?.map(({ hasHeader }) => hasHeader)).toEqual([true, false]);
});
