import { expect, it } from "vitest";
import { checkChoices } from "../../src/dataset/columns/checkChoices.ts";
import type { Choices } from "../../src/dataset/columns/understand.ts";

const messageOf = (choices: unknown) => {
  try {
    checkChoices(choices as Choices, ["a.csv"]);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};
const table = { file: "a.csv", roles: ["user", "item"], hasHeader: true };

it.each([
  [{}],
  [{ tables: [table], likedFrom: 4, userShare: 1, nouns: { one: "film", many: "films" }, unrated: [99] }],
  [{ tables: [{ ...table, roles: ["unused", "timestamp"] }], userShare: 0.001 }],
])("takes %j", (choices) => {
  expect(messageOf(choices)).toBeNull();
});

it.each([
  [3, "choices"],
  [{ tabels: [] }, '"tabels". Did you mean "tables"'],
  [{ tables: 3 }, "choices.tables"],
  [{ tables: [table, 3] }, "choices.tables[1]"],
  [{ tables: [table, { ...table, rows: 3 }] }, '"rows"'],
  [{ tables: [{ ...table, file: "b.csv" }] }, "choices.tables[0].file"],
  [{ tables: [{ ...table, roles: "user" }] }, "choices.tables[0].roles"],
  [{ tables: [{ ...table, roles: ["film"] }] }, "choices.tables[0].roles"],
  [{ tables: [{ ...table, hasHeader: 1 }] }, "choices.tables[0].hasHeader"],
  [{ likedFrom: Number.NaN }, "choices.likedFrom"],
  [{ userShare: 0 }, "choices.userShare"],
  [{ userShare: 1.1 }, "choices.userShare"],
  [{ nouns: { one: "film", two: "films" } }, '"two"'],
  [{ nouns: 3 }, "choices.nouns"],
  [{ unrated: 99 }, "choices.unrated"],
  [{ unrated: [Number.NaN] }, "choices.unrated"],
])("of %j says which is wrong", (choices, name) => {
  expect(messageOf(choices)).toContain(name);
});

it("says what a number has to be", () => {
  expect(messageOf({ likedFrom: Number.NaN })).toContain("finite");
  expect(messageOf({ userShare: 2 })).toContain("above 0 and up to 1");
});
