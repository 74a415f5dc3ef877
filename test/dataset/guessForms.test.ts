import { expect, it } from "vitest";
import { guessForms } from "../../src/dataset/columns/guessForms.ts";
import { headOf } from "../support/headOf.ts";

/** What each of some tables is taken for. */
const toldOf = (...tables: string[]) =>
  guessForms(tables.map(headOf)).map(
    ({ kind, columns }) => `${kind}: ${columns.map(({ role }) => role).join("|")}`,
  );

const RATINGS = "userId|movieId|rating / 1|10|4 / 1|11|5 / 2|10|3";
const TAGS = "userId|movieId|tag|timestamp / 1|10|funny|964982703 / 2|10|dark|964982703";

it("is asked once of the same tables", () => {
  const heads = [headOf(RATINGS)];
  expect(guessForms(heads)).toBe(guessForms(heads));
});

it.each<[string, string, string]>([
  ["who tagged what", TAGS, "tags: unused|item|tags|unused"],
  ["how well tags fit", "movieId|tagId|relevance / 10|1|0.5 / 10|2|0.25", "tags: item|tags|relevance"],
  ["keywords in front", "keyword|movieId / funny|10 / dark|10", "tags: tags|item"],
  ["tags rather than their numbers", "movieId|tagId|tag / 10|1|funny / 10|2|dark", "tags: item|unused|tags"],
])("beside ratings, tags are read: %s", (_, table, expected) => {
  expect(toldOf(RATINGS, table)[1]).toBe(expected);
  expect(toldOf(table, RATINGS)[0]).toBe(expected);
});

it.each<[string, string]>([
  ["with titles", "movieId|title|tag / 10|Heat|funny / 11|Up|dark"],
  ["with a feature", "movieId|tag|studio / 10|a|Fox / 11|b|Fox / 12|c|Fox2 / 13|d|Fox2"],
  ["without things", "tag|foo / funny|1 / dark|2"],
  ["without tags", "movieId|foo / 10|1 / 11|2"],
])("beside ratings, no tags are read: %s", (_, table) => {
  expect(toldOf(RATINGS, table)[1]).toBe(toldOf(table)[0]);
});

it("takes tags for who tagged what where there are no ratings", () => {
  expect(toldOf(TAGS, TAGS)).toEqual(Array(2).fill("ratings: user|item|unused|timestamp"));
  expect(toldOf("movieId|title / 10|Heat / 11|Up", TAGS)[1]).toBe("ratings: user|item|unused|timestamp");
});

const titles = (count: number, others = "") =>
  [...Array.from({ length: count }, (_, id) => `1${id}|Heat`), others].filter(Boolean).join(" / ");
it.each<[string, string]>([
  ["two", "10|Heat / 11|Ran"],
  ["all but one of eleven", titles(10, "30|7")],
])("beside ratings, ids and words without a header are titles: %s", (_, table) => {
  expect(toldOf(RATINGS, table)[1]).toBe("items: item|title");
});

it.each<[string, string]>([
  ["a single one", "10|Heat"],
  ["all but one of ten", titles(9, "30|7")],
  ["one without a word", titles(8, "30")],
  ["letters", "10|A / 11|B"],
  ["an id that comes again", "10|Heat / 10|Ran / 11|Big"],
  ["three columns", "10|Heat|a / 11|Ran|b"],
])("beside ratings, others are no titles: %s", (_, table) => {
  expect(toldOf(RATINGS, table)[1]).not.toContain("title");
});

it("takes ids and words for no titles without ratings beside them", () => {
  expect(toldOf("10|Heat / 11|Ran")[0]).not.toContain("title");
  expect(toldOf("movieId|title / 10|Heat / 11|Up", "10|Heat / 11|Ran")[1]).not.toContain("title");
});
