import { expect, it } from "vitest";
import type { Column, Role } from "../../src/dataset/columns/TableForm.ts";
import { FILMS, guessNouns, ITEMS } from "../../src/dataset/nouns.ts";
import { ItemDescriptions } from "../../src/dataset/reading/ItemDescriptions.ts";
import { Labels } from "../../src/dataset/reading/Labels.ts";

function columns(...roles: Role[]): Column[] {
  return roles.map((role) => ({ name: `the ${role}`, role }));
}

it.each([
  ["1995", 1995],
  [" 1995.0 ", 1995],
  ["12 May 1995", 1995],
  ["1995-05-12", 1995],
  ["0000", null],
  ["1789", 1789],
  ["in 1789", null],
  ["119955", null],
  ["1995x", 1995],
  ["", null],
])("the year of %j", (text, year) => {
  expect(new ItemDescriptions(columns("year"), ITEMS).of("1", [text]).year).toBe(year);
});

it("describes films by their titles, and other things by what is written", () => {
  const all = columns("item", "title", "year", "imdb", "tmdb", "labels", "tags");
  const row = ["1", " Heat, The (1995) ", "", "tt7", "8", "Crime|Drama", "Heist, Heist"];
  expect(new ItemDescriptions(all, FILMS).of("1", row)).toEqual({
    title: "The Heat",
    year: 1995,
    alternativeTitles: [],
    imdbId: "7",
    tmdbId: "8",
    genres: ["Crime", "Drama"],
    tags: ["the tags heist"],
  });
  expect(new ItemDescriptions(all, ITEMS).of("1", row.with(2, "1994"))).toMatchObject({
    title: "Heat, The (1995)",
    year: 1994,
  });
  expect(new ItemDescriptions(all, FILMS).of("1", ["1", "Heat (1995)", "1994"]).year).toBe(1994);
  expect(new ItemDescriptions(all, FILMS).of("1 (1995)", ["1"])).toStrictEqual({
    title: "1 (1995)",
    year: null,
    alternativeTitles: [],
    genres: [],
    tags: [],
  });
});

it("puts a title with commas together again", () => {
  const rest: Column[] = [...columns("item"), { name: "title", role: "title", isRest: true }];
  expect(new ItemDescriptions(rest, ITEMS).of("1", ["1", "Run", " Lola", " Run"]).title).toBe(
    "Run, Lola, Run",
  );
});

it.each<[Role[], boolean]>([
  [["item", "imdb"], false],
  [["title"], true],
  [["year"], true],
  [["item", "year"], true],
  [["item", "labels"], true],
  [["item", "tags"], true],
])("%j tell more than which item it is: %j", (roles, areAny) => {
  expect(new ItemDescriptions(columns(...roles), FILMS).areAny).toBe(areAny);
});

it.each<[Partial<Column> & { role: Role }, string, string[]]>([
  [{ role: "labels" }, " Crime | Drama ||Crime", ["Crime", "Drama"]],
  [{ role: "labels" }, "Sci-Fi, Drama;War，Art、Pop；Jazz", ["Sci-Fi", "Drama", "War", "Art", "Pop", "Jazz"]],
  [{ role: "labels" }, "Sci, Fi|Drama", ["Sci, Fi", "Drama"]],
  [{ role: "labels" }, "{Drama,Comedy}", ["Drama", "Comedy"]],
  [{ role: "labels" }, "[{'name': 'Drama'}, {'name': 'War'}]", ["Drama", "War"]],
  [{ role: "labels" }, "(no genres listed)", []],
  [{ role: "labels" }, "x".repeat(101), ["x".repeat(100)]],
  [{ role: "labels" }, "", []],
  [{ role: "labels" }, "{}", []],
  [{ role: "labels" }, "Sci{Fi}", ["Sci{Fi}"]],
  [{ role: "labels" }, "{Sci}Fi", ["{Sci}Fi"]],
  [{ role: "labels", isSpaced: true }, "Drama  War", ["Drama", "War"]],
  [{ role: "labels", isSpaced: true }, "", []],
  [{ role: "labels", isSlashed: true }, "Drama / War/", ["Drama", "War"]],
  [{ role: "flag" }, " 1 ", ["of it"]],
  [{ role: "flag" }, "0", []],
  [{ role: "age" }, "30", ["age 25-34"]],
  [{ role: "age" }, "?", []],
  [{ role: "feature" }, "F", ["of it F"]],
  [{ role: "feature" }, "", []],
  [{ role: "feature", meanings: new Map([["2", "artist"]]) }, "2", ["of it artist"]],
  [{ role: "feature", meanings: new Map([["2", "artist"]]) }, "3", ["of it 3"]],
  [{ role: "tags" }, "Funny", []],
  [{ role: "unused" }, "Funny", []],
])("the labels of %j in %j", (column, text, labels) => {
  expect(Labels.ofFeatures([{ name: "of it", ...column }]).of([text])).toEqual(labels);
});

it("takes the first of many tags, each behind the name of its column", () => {
  const many = Array.from({ length: 21 }, (_, i) => `T${i}`);
  const tags = Labels.ofTags([
    { name: "cast", role: "tags" },
    { name: "genres", role: "labels" },
  ]);
  expect(tags.of([many.join("|"), "Drama"])).toEqual(many.slice(0, 20).map((_, i) => `cast t${i}`));
  expect(Labels.ofTags([{ name: "cast", role: "tags", isSpaced: true }]).of(["A b"])).toEqual([
    "cast a",
    "cast b",
  ]);
  expect(tags.of(["a", ""])).toBe(tags.of([" a ", "x"]));
  expect(tags.of(["a"])).toEqual(["cast a"]);
  expect(tags.of([])).toBe(tags.of([" "]));
});

it.each([
  [["x", "movie_id", "book"], "films"],
  [["isbn"], "books"],
  [["bookmark"], "items"],
  [["Buchung"], "items"],
  [["Spielfilm"], "films"],
  [["Spiel"], "games"],
  [["asin"], "products"],
  [[], "items"],
])("what %j are called", (names, many) => {
  expect(guessNouns(names).many).toBe(many);
});
