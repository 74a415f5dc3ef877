import { expect, it } from "vitest";
import type { Column, Role } from "../../src/dataset/columns/TableForm.ts";
import { FILMS } from "../../src/dataset/nouns.ts";
import { ItemsReader } from "../../src/dataset/reading/ItemsReader.ts";
import { LinksReader } from "../../src/dataset/reading/LinksReader.ts";
import { TagsReader } from "../../src/dataset/reading/TagsReader.ts";
import { UsersReader } from "../../src/dataset/reading/UsersReader.ts";
import type { PlainRows } from "../../src/files/text/PlainScanner.ts";

function columns(...roles: Role[]): Column[] {
  return roles.map((role) => ({ name: role, role }));
}

function reasons({ skipped }: { skipped: { examples: { file: string; row: number; reason: string }[] } }) {
  return skipped.examples.map(({ file, row, reason }) => `${file} ${row}: ${reason}`);
}

it("reads users with what is said of them", () => {
  const reader = new UsersReader("u.csv", columns("feature", "user"));
  reader.take(["F", " 1 "], 2, false);
  reader.take(["M", " "], 3, false);
  reader.take(["M"], 4, false);
  reader.take(["M", "2"], 5, true);
  reader.take(["", "3"], 6, false);
  expect(reasons(reader)).toEqual(["u.csv 3: missing id", "u.csv 4: missing id", "u.csv 5: unclosed quote"]);
  expect([...reader.finish()]).toEqual([
    ["1", ["feature F"]],
    ["3", []],
  ]);
});

it("reads what IMDb and TMDb call films", () => {
  const reader = new LinksReader("l.csv", columns("tmdb", "item", "imdb"));
  reader.take(["949", " 6 ", "0113277"], 2, false);
  reader.take(["949", "", "0113277"], 3, false);
  reader.take(["949", "7", "0113277"], 4, true);
  reader.take(["", "8"], 5, false);
  expect(reasons(reader)).toEqual(["l.csv 3: missing id", "l.csv 4: unclosed quote"]);
  expect([...reader.finish()]).toEqual([
    ["6", { imdbId: "113277", tmdbId: "949" }],
    ["8", {}],
  ]);
});

it("reads items, if their rows are long enough and have a title", () => {
  const reader = new ItemsReader("i.csv", columns("title", "item"), FILMS);
  reader.take(["Heat", " 1 "], 2, false);
  reader.take(["Heat"], 3, false);
  reader.take(["Heat", " "], 4, false);
  reader.take([" ", "2"], 5, false);
  reader.take(["Heat", "3"], 6, true);
  expect(reasons(reader)).toEqual([
    "i.csv 3: too few columns",
    "i.csv 4: missing id",
    "i.csv 5: missing title",
    "i.csv 6: unclosed quote",
  ]);
  const untitled = new ItemsReader("i.csv", columns("item"), FILMS);
  untitled.take(["1"], 2, false);
  expect([...untitled.finish()].map(([id, { title }]) => [id, title])).toEqual([["1", "1"]]);
});

it.each([
  [new UsersReader("a.csv", columns("user")), "Expected one user per line: userId,age,gender."],
  [new LinksReader("a.csv", columns("item")), "Expected one film per line: movieId,imdbId,tmdbId."],
  [new ItemsReader("a.csv", columns("item"), FILMS), "Expected one film per line: filmId,title,genres."],
])("says what was expected where there are no rows", (reader, remedy) => {
  expect(() => reader.finish()).toThrow(`a.csv has a header but no rows. ${remedy}`);
});

it("reads tags in small letters and no longer than a hundred", () => {
  const reader = new TagsReader("t.csv", columns("tags", "item"));
  reader.take([" Funny ", " 1 "], 2, false);
  reader.take(["x".repeat(101), "1"], 3, false);
  reader.take([" ", "1"], 4, false);
  reader.take(["dark", " "], 5, false);
  reader.take(["dark", "2"], 6, true);
  expect(reasons(reader)).toEqual(["t.csv 5: missing id", "t.csv 6: unclosed quote"]);
  expect(reader.entries.prefix).toBe("tags ");
  expect(reader.entries.items.ids).toEqual(["1"]);
  expect(reader.entries.names.ids).toEqual(["funny", "x".repeat(100)]);
  expect(reader.entries.finish().weights).toEqual(Float32Array.of(1, 1));
  expect(reader.plainParts()).toBeNull();
});

it("reads tags that fit by more than one half", () => {
  const reader = new TagsReader("t.csv", columns("relevance", "unused", "tags", "item"));
  reader.take(["0.5", "", "a", "1"], 2, false);
  reader.take(["0.75", "", "b", "1"], 3, false);
  reader.take(["much", "", "c", "1"], 4, false);
  expect(reasons(reader)).toEqual(["t.csv 4: relevance is not a number"]);
  expect(reader.entries.names.ids).toEqual(["b"]);
  expect(reader.entries.finish().weights).toEqual(Float32Array.of(0.75));
  expect(reader.plainParts()).toEqual(["rating", null, "user", "item"]);
});

it("reads tags from scanned rows as it does one by one", () => {
  const reader = new TagsReader("t.csv", columns("item", "tags", "relevance"));
  const scanned = (...rows: [number, number, number][]) =>
    ({
      length: rows.length - 1,
      items: Float64Array.from(rows, ([item]) => item),
      users: Float64Array.from(rows, ([, tag]) => tag),
      ratings: Float32Array.from(rows, ([, , fits]) => fits),
    }) as PlainRows;
  reader.takePlain(scanned([1, 10, 0.75], [9, 9, 1]));
  reader.takePlain(scanned([2, 10, 0.5], [2, 11, 0.625], [1, 11, 1], [9, 9, 1]));
  expect([reader.entries.items.ids, reader.entries.names.ids]).toEqual([
    ["1", "2"],
    ["10", "11"],
  ]);
  expect(reader.entries.finish()).toEqual({
    items: Int32Array.of(0, 1, 0),
    names: Int32Array.of(0, 1, 1),
    weights: Float32Array.of(0.75, 0.625, 1),
  });
});
