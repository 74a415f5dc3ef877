import { describe, expect, it } from "vitest";
import type { CatalogueItem } from "../../src/dataset/Catalogue.ts";
import { ratingCounts } from "../../src/dataset/RatingsTable.ts";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { seriesOf, startingSet, traitsOf } from "../../src/dataset/startingSet.ts";
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

/** "Heat|1995|Crime|Drama": a title, a year and genres. */
const filmOf = (film: string): CatalogueItem => {
  const [title, year, ...genres] = film.split("|");
  return { id: title, title, alternativeTitles: [], year: year === "?" ? null : Number(year), genres };
};
const titlesOf = (films: Record<string, number>, count: number) => {
  const items = Object.keys(films).map(filmOf);
  return startingSet(items, Int32Array.from(Object.values(films)), count).map((row) => items[row].title);
};

describe("one after the other", () => {
  it("come the most rated where nothing else tells them apart", () => {
    expect(titlesOf({ "Up|?": 5, "Big|?": 9, "Heat|?": 7, "Jaws|?": 9 }, 3)).toEqual(["Big", "Jaws", "Heat"]);
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`Film${i}|?`, 1 + i]));
    expect(titlesOf(many, 1)).toEqual(["Film29"]);
  });

  it("come those whose genres and decades are not there yet", () => {
    // Of two traits, Big shares one with Heat: 60 / 1.5 ** 1.5 is 32.7. Up shares both: 90 / 2 ** 1.5 is 31.8.
    const films = { "Heat|1995|Crime": 100, "Up|1999|Crime": 90, "Big|1988|Crime": 60, "Jaws|1975|War": 32 };
    expect(titlesOf(films, 4)).toEqual(["Heat", "Big", "Jaws", "Up"]);
    // 95 / 2 ** 1.5 is 33.6. Then Crime was there twice: Big has 60 / 2 ** 1.5, which is 21.2.
    expect(titlesOf({ ...films, "Up|1999|Crime": 95, "Jaws|1975|War": 25 }, 4)).toEqual([
      "Heat",
      "Up",
      "Jaws",
      "Big",
    ]);
  });

  it("come others before those of a series, and only of the most rated", () => {
    const films = { "Rocky|1976|War": 100, "Rocky II|1979|Drama": 90, "Up|1976|War": 40 };
    expect(titlesOf(films, 2)).toEqual(["Rocky", "Up"]);
    const rare = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`Rocky ${i}|1976|War`, 100 - i]));
    expect(titlesOf({ ...rare, "Up|2009|Comedy": 60 }, 2)).toEqual(["Rocky 0", "Rocky 1"]);
    expect(titlesOf({ ...rare, "Up|2009|Comedy": 62 }, 2)).toEqual(["Rocky 0", "Up"]);
  });
});

it.each([
  ["Heat|1995|Crime|Drama", ["Crime", "Drama", "1990s"]],
  ["Up|2009", ["2000s"]],
  ["Big|?|Comedy", ["Comedy", "undated"]],
])("the traits of %s", (film, traits) => {
  expect(traitsOf(filmOf(film))).toEqual(traits);
});

it.each([
  ["Star Wars: Episode IV - A New Hope", "Star Wars"],
  ["Shrek 2", "Shrek"],
  ["Rocky II", "Rocky"],
  ["Rocky IV and more", "Rocky"],
  ["Alien³", "Alien"],
  ["Alien: Resurrection", "Alien"],
  ["Heat", "Heat"],
  ["The Incredibles", "The Incredibles"],
  ["Land of Ivory", "Land of Ivory"],
  ["Se7en", "Se7en"],
])("the series of %s", (title, series) => {
  expect(seriesOf({ title })).toBe(series);
});
