import { expect, it } from "vitest";
import { ratingCounts } from "../../src/dataset/RatingsTable.ts";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { startingSet } from "../../src/dataset/startingSet.ts";
import { readEmbedded } from "../support/movielens.ts";

it("is made of known films of many genres and decades, one of a series", async () => {
  const catalogue = await readEmbedded();
  const counts = ratingCounts(catalogue.ratings);
  const rows = startingSet(catalogue.items, counts, 24);
  const films = rows.map((row) => catalogue.items[row]);
  expect(new Set(rows).size).toBe(24);
  expect(Math.min(...rows.map((row) => counts[row]))).toBeGreaterThanOrEqual(50);
  expect(new Set(films.flatMap(({ genres }) => genres)).size).toBeGreaterThanOrEqual(17);
  expect(new Set(films.map(({ year }) => Math.floor((year ?? 0) / 10))).size).toBeGreaterThanOrEqual(6);
  expect(films.filter(({ title }) => title.startsWith("Star Wars"))).toHaveLength(1);
  expect(startingSet(catalogue.items, counts, 24)).toEqual(rows);
});

it("takes all there are of a few, alike as they may be", async () => {
  const ratings = new File(["user,item,rating\n1,Film 1,5\n2,Film 2,5\n2,Film 3,1\n2,Film 1,4\n"], "few.csv");
  const catalogue = await readCatalogue([ratings]);
  expect(startingSet(catalogue.items, ratingCounts(catalogue.ratings), 24)).toEqual([0, 1, 2]);
});
