import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { CSV, HUNDRED_K, MILLION, TEN_MILLION } from "../support/movielensFiles.ts";

const titlesOf = ({ items }: Catalogue) =>
  items.map(({ id, title, year, genres }) => [id, title, year, genres]);

describe("MovieLens", () => {
  it("is read as ml-100k: flags for genres, Latin-1, one title under two ids", async () => {
    const catalogue = await readCatalogue(HUNDRED_K());
    expect(titlesOf(catalogue)).toEqual([
      ["242", "Kolya", 1996, ["Comedy"]],
      ["2", "Misérables", 1995, ["Drama", "Musical"]],
      ["266", "Kull the Conqueror", 1997, []],
      ["680", "Kull the Conqueror", 1997, ["Action"]],
    ]);
    expect(catalogue.ratings.userIds).toEqual(["196", "1", "22"]);
    expect(catalogue.userFeatures).toEqual([
      ["age 45-49", "gender M", "occupation writer"],
      ["age under 18", "gender F", "occupation student"],
      [],
    ]);
    expect([...(catalogue.ratings.timestamps ?? [])][0]).toBe(881250949);
    expect(catalogue).toMatchObject({ likedFrom: 3, nouns: { one: "film" }, skipped: { count: 0 } });
  });

  it("needs neither the genre file of ml-100k nor its films and users", async () => {
    const without = (...names: string[]) =>
      readCatalogue(HUNDRED_K().filter(({ name }) => !names.includes(name)));
    expect(titlesOf(await without("u.genre"))).toEqual(titlesOf(await readCatalogue(HUNDRED_K())));
    const bare = await without("u.genre", "u.item", "u.user");
    expect(bare).toMatchObject({ hasTitles: false, userFeatures: null, nouns: { one: "film" } });
  });

  it("is read as ml-1m: colons, bands of ages, codes of occupations, quotes as they are", async () => {
    const catalogue = await readCatalogue(MILLION());
    expect(titlesOf(catalogue)).toEqual([
      ["1193", "One Flew Over the Cuckoo's Nest", 1975, ["Drama"]],
      ["661", '"James" and the, Giant Peach', 1996, ["Animation", "Children's"]],
      ["73", "Les Misérables", 1995, ["Drama"]],
    ]);
    expect(catalogue.userFeatures).toEqual([
      ["gender F", "age under 18", "occupation K-12 student"],
      ["gender M", "age 56 and over", "occupation self-employed"],
    ]);
  });

  it("is read as ml-10M100K: colons, half stars, UTF-8, no users", async () => {
    const catalogue = await readCatalogue(TEN_MILLION());
    expect([...catalogue.ratings.ratings]).toEqual([5, 3.5, 0.5]);
    expect(catalogue.userFeatures).toBeNull();
    expect(titlesOf(catalogue)).toContainEqual(["185", "Amélie", 2001, ["Romance"]]);
  });

  it("is read as ml-latest, 20m, 25m and 32m: headers, quoted commas, tables that are not needed", async () => {
    const catalogue = await readCatalogue(CSV());
    expect(titlesOf(catalogue)).toEqual([
      ["1", "Toy Story", 1995, ["Adventure", "Animation"]],
      ["11", "The American President", 1995, ["Comedy", "Romance"]],
    ]);
    expect(catalogue).toMatchObject({ userFeatures: null, likedFrom: 3, skipped: { count: 0 } });
  });

  it("is one set at a time", async () => {
    await expect(readCatalogue([...HUNDRED_K(), ...MILLION()])).rejects.toThrow(
      /u.data and ratings.dat: more than one file of ratings/,
    );
  });
});
