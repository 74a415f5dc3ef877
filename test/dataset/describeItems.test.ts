import { expect, it } from "vitest";
import { FILMS, ITEMS } from "../../src/dataset/nouns.ts";
import { areTitles, linked, tagsOf, untitled } from "../../src/dataset/reading/describeItems.ts";
import type { Description } from "../../src/dataset/reading/ItemDescriptions.ts";

function described(title: string, more: Partial<Description> = {}): Description {
  return { title, alternativeTitles: [], year: null, genres: [], tags: [], ...more };
}

it("tells titles from codes, however long they are", () => {
  expect(areTitles(["Heat", "The Matrix", "Toy Story", "Up in the Air"])).toBe(true);
  expect(areTitles(["The Matrix", "7"])).toBe(false);
  expect(areTitles(["tt0113277", "B00ABC", "a-b", "Heat"])).toBe(false);
  // Looked for from each letter on, this took minutes.
  expect(areTitles(Array<string>(20).fill("x".repeat(1_000_000)))).toBe(false);
});

it("adds to each item what IMDb and TMDb call it", () => {
  const items = new Map([["1", described("Heat")]]);
  const links = new Map([["1", { imdbId: "113277", tmdbId: "949" }]]);
  expect(linked(["1"], items, undefined)).toBe(items);
  expect(linked(["1", "2"], items, links)).toEqual(
    new Map([["1", described("Heat", { imdbId: "113277", tmdbId: "949" })]]),
  );
});

it("finds items with ids of their own by IMDb's numbers, and by nothing else then", () => {
  const items = new Map([
    ["949", described("Heat", { imdbId: "113277" })],
    ["2", described("Another")],
  ]);
  const links = new Map([
    ["1", { imdbId: "113277" }],
    ["2", { imdbId: "9" }],
    ["3", {}],
  ]);
  expect(linked(["1", "2", "3", "4"], items, links)).toEqual(
    new Map([["1", described("Heat", { imdbId: "113277" })]]),
  );
});

it("gathers the tags of the items by their rows", () => {
  const entries = tagsOf(
    "items.csv",
    ["a", "b", "c"],
    [described("A", { tags: ["cast x", "cast y"] }), described("B"), described("C", { tags: ["cast y"] })],
  );
  expect([entries.items.ids, entries.names.ids, entries.prefix]).toEqual([
    ["a", "c"],
    ["cast x", "cast y"],
    "",
  ]);
  expect(entries.finish()).toEqual({
    items: Int32Array.of(0, 0, 1),
    names: Int32Array.of(0, 1, 1),
    weights: Float32Array.of(1, 1, 1),
  });
});

it.each([
  ["Heat (1995)", FILMS, "Heat", 1995],
  ["Heat [1995]", FILMS, "Heat", 1995],
  ["Heat (1995)", ITEMS, "Heat (1995)", null],
  ["Heat (1995) 2", FILMS, "Heat (1995) 2", null],
  ["Heat(1995)", FILMS, "Heat(1995)", null],
  ["7", FILMS, "7", null],
  ["Tom &amp; Jerry", ITEMS, "Tom & Jerry", null],
])("without a title, %j of %j is called %j of %j", (id, nouns, title, year) => {
  expect(untitled(id, nouns)).toEqual(described(title, { year }));
});
