import { expect, it } from "vitest";
import type { OwnFilm } from "../../src/importers/OwnFilm.ts";
import { TitleMatcher } from "../../src/importers/TitleMatcher.ts";
import { nextTask } from "../../src/nextTask.ts";

/** Titles, their years, how many have rated them, and what else is known of them. */
const ITEMS = (
  [
    ["Heat", 1995, 300],
    ["The Godfather: Part II", 1974, 300],
    ["Copper Lantern", 1985, 2],
    ["Silver Lantern", 1985, 3],
    ["Golden Lantern", 1986, 0],
    ["Ember", 1999, 90],
    ["Opal", 1999, 89],
    ["Orchards", 2001, 0],
    ["Mornings", 2001, 9, { imdbId: "11", tmdbId: "12" }],
    ["Glass Harbour", 2003, 0, { tmdbId: "13" }],
    ["Slow Rivers of Northern Light", 2005, 0],
    ["Wintergarden", 2007, 0],
    ["Alpha 7 Signal", 2009, 0],
    ["Dusty Roads", 2011, 1],
    ["Dusty Roads", 2011, 5],
    ["Her Own Kitchen Table Stories", 2013, 0],
    ["A Tale of Salt", null, 0],
    ["Storm Watch: Long Night", 2015, 0],
    ["Cité (a.k.a. Townhouse)", 2017, 0],
    ["Ash", 2019, 300],
  ] as [string, number | null, number, object?][]
).map(([title, year, count, ids]) => ({ title, year, count, ids }));

const CATALOGUE = ITEMS.map(({ title, year, ids }, row) => ({
  id: String(row + 100),
  title: title.replace(/ \(.*/, ""),
  alternativeTitles: /a\.k\.a\. (.*)\)/.exec(title)?.slice(1) ?? [],
  year,
  genres: [],
  ...ids,
}));
const COUNTS = Int32Array.from(ITEMS, ({ count }) => count);

const NOTHING_KNOWN = { otherTitle: "", id: null, stars: 4, isRated: true, ratedAt: null, isSeries: false };

/** What is found: one for sure, "Heat"; some to choose from, "Heat?"; or nothing. */
async function found(title: string, year: number | null, known: Partial<OwnFilm> = {}): Promise<string> {
  const matcher = await TitleMatcher.create(CATALOGUE, COUNTS, nextTask);
  const { sure, rows } = matcher.match({ ...NOTHING_KNOWN, title, year, ...known });
  return rows.map((row) => `${ITEMS[row].title}${sure ? "" : "?"}`).join(" ");
}

it.each<[string, [string, number | null, Partial<OwnFilm>?], string]>([
  ["its year", ["Heat", 1995], "Heat"],
  ["a year before", ["Heat", 1994], "Heat"],
  ["a year after", ["Heat", 1996], "Heat"],
  ["two years off", ["Heat", 1997], "Heat?"],
  ["three years off", ["Heat", 1992], "Heat?"],
  ["four years off", ["Heat", 1999], ""],
  ["a title spelt otherwise, a year off", ["Godfather 2", 1975], "The Godfather: Part II"],
  ["a title spelt otherwise, three years off", ["Godfather 2", 1977], "The Godfather: Part II?"],
  ["a title spelt otherwise, four years off", ["Godfather 2", 1978], ""],
  ["without a year, a title spelt otherwise", ["Godfather 2", null], "The Godfather: Part II"],
  ["without a year, a word that three tenths as many as the best known have rated", ["Ember", null], "Ember"],
  ["without a year, a word that fewer have rated", ["Opal", null], "Opal?"],
  ["without a year, two words of 1985 that two have rated", ["Copper Lantern", null], "Copper Lantern?"],
  ["without a year, two words of 1985 that three have rated", ["Silver Lantern", null], "Silver Lantern"],
  ["without a year, two words of 1986 that nobody has rated", ["Golden Lantern", null], "Golden Lantern"],
  ["a film of which no year is known", ["A Tale of Salt", 1950], "A Tale of Salt"],
  ["another title", ["Townhouse", 2017], "Cité (a.k.a. Townhouse)"],
  ["another title in the file", ["Unheard of", 2019, { otherTitle: "Ash" }], "Ash"],
  ["both titles in one", ["Unheard of (Ash)", 2019], "Ash"],
  ["IMDb's number", ["Anything", 1900, { imdbId: "11", tmdbId: "13" }], "Mornings"],
  ["TMDb's number", ["Anything", 1900, { imdbId: "0", tmdbId: "13" }], "Glass Harbour"],
  ["TMDb's number of a series", ["Anything", 1900, { tmdbId: "13", isSeries: true }], ""],
  ["IMDb's number of a series", ["Anything", 1900, { imdbId: "11", isSeries: true }], "Mornings"],
  ["its own number and title, years off", ["Heat", 1900, { id: "100" }], "Heat"],
  ["its own number and another title", ["Anything", 1995, { id: "100" }], "Heat?"],
  ["its own number and another title, of two years before", ["Anything", 1993, { id: "100" }], ""],
  ["two of a name and year, the better known in front", ["Dusty Roads", 2011], "Dusty Roads? Dusty Roads?"],
  ["two of a name, by its number", ["Dusty Roads", 2011, { id: "114" }], "Dusty Roads"],
  ["a series of that name", ["Heat", 1995, { isSeries: true }], "Heat?"],
  ["a series of that name, a year off", ["Heat", 1996, { isSeries: true }], ""],
  ["a series of that name without a year", ["Ember", null, { isSeries: true }], "Ember"],
  ["a series that a film's title begins with", ["Storm Watch", null, { isSeries: true }], ""],
  ["a series with a slip", ["Wintergardem", 2007, { isSeries: true }], ""],
  ["what a title begins with", ["Storm Watch", 2015], "Storm Watch: Long Night"],
  ["what a title begins with, a year off", ["Storm Watch", 2016], "Storm Watch: Long Night?"],
  ["what a title begins with, two years off", ["Storm Watch", 2017], ""],
  ["what a title ends with", ["Long Night", 2015], "Storm Watch: Long Night"],
  ["a title with more behind it", ["Heat: Uncut", 1995], "Heat"],
  ["a title with a number behind it", ["Heat: Part 2", 1995], "Heat?"],
  ["a letter off in eight", ["Mornangs", 2001], "Mornings"],
  ["a letter off in eight, a year off", ["Mornangs", 2002], "Mornings?"],
  ["a letter off in eight, two years off", ["Mornangs", 2003], ""],
  ["a letter off in five", ["Embor", 1999], "Ember?"],
  ["a letter off in three", ["Ask", 2019], ""],
  ["two letters off in twelve", ["Wuntergurden", 2007], "Wintergarden?"],
  ["three letters off in twelve", ["Wuntergurdun", 2007], ""],
  ["the first letter and the last off", ["Mintergardem", 2007], ""],
  ["a letter off in one of its titles", ["Townhouze", 2017], "Cité (a.k.a. Townhouse)"],
  ["another number", ["Alpha 8 Signal", 2009], ""],
  ["no number", ["Alpha Signal", 2009], "Alpha 7 Signal?"],
  ["three of five words", ["Northern Light Rivers", 2005], "Slow Rivers of Northern Light"],
  ["three of five words, a year off", ["Northern Light Rivers", 2006], "Slow Rivers of Northern Light?"],
  ["three words of few letters", ["Own Her Table", 2013], "Her Own Kitchen Table Stories?"],
  ["two of its words", ["Northern Light", 2005], "Slow Rivers of Northern Light?"],
  ["one of its words", ["Northern", 2005], ""],
  ["three of four words", ["Slow Northern Light Show", 2005], "Slow Rivers of Northern Light?"],
  ["two of four words", ["Northern Light Show Tonight", 2005], ""],
  ["of no year, a word of its title", ["Salt", 1950], "A Tale of Salt?"],
  ["of no year, its title and a word more", ["Tale of Salt Retold", 1950], "A Tale of Salt?"],
  ["of no year, another word", ["Tale of Iron", 1950], ""],
  ["nothing alike", ["Nobody Knows This One", 1995], ""],
])("%s", async (_, film, expected) => {
  expect(await found(...film)).toBe(expected);
});

it("offers five at most, the likeliest in front", async () => {
  const items = Array.from({ length: 7 }, (_, i) => ({
    ...{ id: String(i), title: "Same Name", alternativeTitles: [], genres: [] },
    year: 2000 + (i % 2),
  }));
  const many = await TitleMatcher.create(items, Int32Array.of(1, 9, 2, 8, 3, 7, 4), nextTask);
  expect(many.match({ ...NOTHING_KNOWN, title: "Same Name", year: 2000 })).toEqual({
    sure: false,
    rows: [6, 4, 2, 0, 1],
    distance: 0,
  });
});
