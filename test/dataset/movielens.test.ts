import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { isBesides, olderLayout, parseGenres, prizeTitles } from "../../src/dataset/columns/movielens.ts";
import type { TableForm } from "../../src/dataset/columns/TableForm.ts";
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

/** "items: item=item, genres=labels": the names of columns and their roles. */
const toldOf = (form: TableForm | null | undefined) =>
  form && `${form.kind}: ${form.columns.map(({ name, role }) => `${name}=${role}`).join(", ")}`;

describe("the tables of a layout", () => {
  const RATINGS = "ratings: user=user, item=item, rating=rating, timestamp=timestamp";

  it("are those of u.data", () => {
    const layout = olderLayout(["u.item", "u.data"]);
    const formOf = (name: string) => layout?.formOf(name, ["unknown", "Crime"]);
    expect(toldOf(formOf("u.data"))).toBe(RATINGS);
    expect(toldOf(formOf("u.user"))).toBe(
      "users: user=user, age=age, gender=feature, occupation=feature, zip=unused",
    );
    expect(toldOf(formOf("u.item"))).toBe(
      "items: item=item, title=title, release date=unused, video release date=unused, IMDb URL=unused, unknown=unused, Crime=flag",
    );
    expect(formOf("u.data")?.hasHeader).toBe(false);
    expect(formOf("foo.data")).toBeNull();
    expect(layout?.genres).toBe("u.genre");
    const names = layout?.formOf("u.item", null)?.columns.map(({ name }) => name);
    expect([names?.length, names?.[5], names?.[23]]).toEqual([24, "unknown", "Western"]);
  });

  it("are those of ratings.dat", () => {
    const layout = olderLayout(["ratings.dat"]);
    const formOf = (name: string) => layout?.formOf(name, null);
    expect(toldOf(formOf("ratings.dat"))).toBe(RATINGS);
    expect(toldOf(formOf("movies.dat"))).toBe("items: item=item, title=title, genres=labels");
    expect(toldOf(formOf("tags.dat"))).toBe("tags: user=unused, item=item, tag=tags, timestamp=unused");
    const users = formOf("users.dat");
    expect(toldOf(users)).toBe("users: user=user, gender=feature, age=age, occupation=feature, zip=unused");
    const meanings = users?.columns[3].meanings;
    expect([meanings?.size, meanings?.get("0"), meanings?.get("20")]).toEqual([21, "other", "writer"]);
    expect(formOf("foo.dat")).toBeNull();
    expect(layout?.genres).toBeNull();
  });

  it("are none of other files", () => {
    expect(olderLayout(["ratings.csv", "u.item", "movies.dat"])).toBeNull();
  });

  it("have titles of the Netflix Prize that may hold commas", () => {
    expect(toldOf(prizeTitles())).toBe("items: item=item, year=year, title=title");
    expect(prizeTitles().columns[2].isRest).toBe(true);
  });
});

it("takes genres in the order of their numbers", () => {
  expect(parseGenres([["Drama ", "2"], ["Western", "10"], [""], ["Crime", "1"], ["a", "0", "x"]])).toEqual([
    "Crime",
    "Drama",
    "Western",
  ]);
});

it.each<[string, string[], string[]]>([
  [
    "u.data",
    ["README", "README.txt", "allbut.pl", "mku.sh", "u.info", "u1.base", "ub.test"],
    ["u.item", "my README", "u6.base", "u1.base.csv"],
  ],
  [
    "ratings.dat",
    ["README.html", "split_ratings.sh", "r1.train", "rb.test"],
    ["movies.dat", "xr1.train", "r1.trains"],
  ],
  [
    "ratings.csv",
    ["README.md", "checksums.txt", "genome-tags.csv"],
    ["tags.csv", "x-genome-tags.csv", "checksums.txt.csv"],
  ],
])("beside %s lies what is of no use", (ratings, of, others) => {
  expect([...of, ...others].filter((name) => isBesides(name, ["a.csv", ratings]))).toEqual(of);
  expect(of.some((name) => isBesides(name, ["a.csv"]))).toBe(false);
});
