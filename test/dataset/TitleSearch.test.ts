import { beforeAll, expect, it } from "vitest";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { ratingCounts } from "../../src/dataset/RatingsTable.ts";
import { TitleSearch } from "../../src/dataset/TitleSearch.ts";
import { readEmbedded } from "../support/movielens.ts";

let catalogue: Catalogue;
let search: TitleSearch;

beforeAll(async () => {
  catalogue = await readEmbedded();
  search = new TitleSearch(catalogue.items, ratingCounts(catalogue.ratings));
});

it.each([
  ["matrix", "The Matrix"],
  ["leon", "Léon: The Professional"],
  ["LÉON", "Léon: The Professional"],
  ["amelie", "Amelie"],
  ["fabuleux", "Amelie"],
  ["godf", "The Godfather"],
  ["godfahter", "The Godfather"],
  ["se7en", "Seven"],
  ["seven", "Seven"],
  ["atrix", "The Matrix"],
  ["spiderman", "Spider-Man"],
  ["wall-e", "WALL·E"],
  ["up", "Up"],
  ["star", "Star Wars: Episode IV - A New Hope"],
  ["star trek", "Star Trek"],
  ["matrix 1999", "The Matrix"],
  ["empire star wars", "Star Wars: Episode V - The Empire Strikes Back"],
])("finds %s", (text, title) => {
  expect(search.search(text, 8).map((row) => catalogue.items[row].title)[0]).toBe(title);
});

it("says whether it found what was asked for or only something like it", () => {
  expect(search.find("toy story", 8).isExact).toBe(true);
  expect(search.find("fabuleux", 8).isExact).toBe(true);
  expect(search.find("moana", 8)).toMatchObject({ isExact: false });
});

it("finds nothing for nothing, and no more than asked for", () => {
  expect(search.search("", 8)).toEqual([]);
  expect(search.search(" !? ", 8)).toEqual([]);
  expect(search.search("qqqqqqqq", 8)).toEqual([]);
  expect(search.search("the", 3)).toHaveLength(3);
});
