import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { DataFileError } from "../../src/errors.ts";
import { fileSource } from "../../src/files/ByteSource.ts";
import { ANSWERS, MATINEE_COLUMNS } from "../../src/importers/matineeColumns.ts";
import type { OwnFilm } from "../../src/importers/OwnFilm.ts";
import { readOwnFiles } from "../../src/importers/readOwnFiles.ts";
import { matineeRatings } from "../../src/importers/writeOwn.ts";
import { file, filmsOf, IMDB, LETTERBOXD, read, readFiles } from "../support/readOwn.ts";

it("Matinee's own export", async () => {
  const films = await filmsOf(
    "matinee.csv",
    MATINEE_COLUMNS.join(","),
    "2571,The Matrix,1999,4.5,2026-11-24T10:00:00.000Z",
  );
  expect(films).toMatchObject([
    { id: "2571", title: "The Matrix", year: 1999, stars: 4.5, ratedAt: Date.UTC(2026, 10, 24, 10) },
  ]);
});

it("Matinee's own export with other answers than stars", async () => {
  const film = (id: string, title: string) => ({ id, title, year: 1995 });
  const ratedAt = Date.UTC(2026, 10, 24);
  const answers = ANSWERS.map((answer, i) => ({ film: film(String(i), `Film ${i}`), answer, ratedAt }));
  const text = matineeRatings([{ film: film("9", "Heat"), stars: 4.5, ratedAt }], answers);
  const { files, answered } = await readFiles(file("matinee.csv", text));
  const told = [...files[0].films, ...(answered ?? [])] as (Partial<OwnFilm> & { answer?: string })[];
  expect(told.map(({ id, title, stars, answer, ratedAt }) => [id, title, answer ?? stars, ratedAt])).toEqual([
    ["9", "Heat", 4.5, ratedAt],
    ...answers.map(({ film, answer }) => [film.id, film.title, answer, ratedAt]),
  ]);
});

describe("what cannot be used is refused with file, row and remedy", () => {
  it.each([
    ["episodes only", ["netflix.csv", "Title,Date", "Lost: Season 1: Pilot,1/1/20"], /contains no films/],
    [
      "words for ratings",
      ["r.csv", LETTERBOXD, "2020-01-01,Heat,1995,u,so-so"],
      /line 2: rating "so-so" isn't between 0\.5 and 5/,
    ],
    [
      "a rating beyond the scale",
      ["r.csv", IMDB, "tt1,11,2020-01-01,Heat,Heat,u,Movie,8,1,1995,a,1,1995-01-01,b"],
      /"11" isn't between 1 and 10/,
    ],
    [
      "rows that are cut",
      ["r.csv", LETTERBOXD, "2020-01-01,Heat", "2020-01-01,Jaws", "2020-01-01,Alien"],
      /too few columns/,
    ],
    [
      "only a header",
      ["r.csv", LETTERBOXD],
      /^r\.csv has a header but no rows\. Export again from Letterboxd and open it unchanged\.$/,
    ],
    [
      "Trakt's ratings of shows",
      ["ratings-shows.json", '[{"rating":5,"show":{"title":"Lost"}}]'],
      /contains no films/,
    ],
  ] as const)("%s", async (_, [name, ...lines], message) => {
    const reading = read(name, ...lines);
    await expect(reading).rejects.toBeInstanceOf(DataFileError);
    await expect(reading).rejects.toThrow(message);
  });

  it("a few bad rows are skipped and told of", async () => {
    const { files, skipped } = await read(
      "ratings.csv",
      LETTERBOXD,
      "2020-01-01,Heat,1995,u,4",
      "2020-01-01,Jaws,1975,u,so-so",
    );
    expect(files[0].films).toHaveLength(1);
    expect(skipped).toEqual({
      count: 1,
      examples: [{ file: "ratings.csv", row: 3, reason: 'rating "so-so" isn\'t between 0.5 and 5' }],
    });
  });
});

describe("told apart from everything else", () => {
  it.each([
    ["a data set's films", "movies.csv", "movieId,title,genres\n1,Heat,Crime"],
    ["ratings of many people", "ratings.csv", "userId,movieId,rating,title\n1,1,4,Heat"],
    ["a table of two other columns", "a.csv", "title,genre\nHeat,Crime"],
    ["no table", "letter.csv", "Dear Sir or Madam"],
    ["nothing", "empty.csv", ""],
  ])("%s is none", async (_, name, text) => {
    expect(await readOwnFiles([fileSource(file(name, text))])).toBeNull();
  });

  const heat = `${LETTERBOXD}\n2020-01-01,Heat,1995,u,4`;

  it("two exports are read together, but not one with a data set", async () => {
    const letterboxd = fileSource(file("ratings.csv", heat));
    const netflix = fileSource(file("netflix.csv", "Title,Date\nJaws,1/1/20"));
    expect((await readOwnFiles([letterboxd, netflix]))?.files.map(({ source }) => source)).toEqual([
      "Letterboxd",
      "Netflix",
    ]);
    const many = fileSource(file("many.csv", "userId,movieId,rating\n1,1,4"));
    await expect(readOwnFiles([many, letterboxd])).rejects.toThrow(
      /Open ratings\.csv and many\.csv separately/,
    );
  });
});

it("takes titles for text, whatever they are called", async () => {
  const titles = ["__proto__", "constructor", "<img src=x onerror=alert(1)>", "=1+1", "🎬", 'a "b" c'];
  const rows = titles.map((title) => ["2020-01-01", title, "1999", "u", "4"]);
  const csv = Papa.unparse([LETTERBOXD.split(","), ...rows]);
  const films = await filmsOf("ratings.csv", csv);
  expect(films.map(({ title }) => title)).toEqual(titles);
});

it("reads back whatever titles were written", async () => {
  const title = fc
    .string({ unit: "grapheme", minLength: 1 })
    .map((text) => text.trim())
    .filter((text) => text !== "" && !text.includes("\0"));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(title, fc.integer({ min: 1, max: 10 })), { minLength: 1 }),
      async (rated) => {
        const rows = rated.map(([name, stars]) => ["2020-01-01", name, "1999", "u", String(stars / 2)]);
        const films = await filmsOf(
          "ratings.csv",
          Papa.unparse([LETTERBOXD.split(","), ...rows], { newline: "\n" }),
        );
        expect(films.map((film) => [film.title, (film.stars ?? 0) * 2])).toEqual(rated);
      },
    ),
    { numRuns: 50 },
  );
});
