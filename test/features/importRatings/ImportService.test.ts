import { describe, expect, it } from "vitest";
import { NotReadyError } from "../../../src/errors.ts";
import { createServices, type Services } from "../../../src/services.ts";
import { openInto } from "../../support/openInto.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../../support/tasteFiles.ts";

async function withFilms(): Promise<Services> {
  const services = createServices();
  await openInto(services, [ratingsFile(tasteRatings), filmsFile()]);
  return services;
}

async function match(services: Services, file: File) {
  await services.opening.open([file], {});
  return services.importRatings.match();
}

const letterboxd = new File(
  [
    "Date,Name,Year,Letterboxd URI,Rating\n2021-01-02,Matrix,1999,u,4.5\n2021-01-03,Film 2,2003,u,3\n2021-01-03,Up,2009,u,3\n",
  ],
  "ratings.csv",
);
const goodreads = new File(["Title,Author,My Rating\nPride and Prejudice,Jane Austen,4\n"], "goodreads.csv");

describe("one person's files", () => {
  it("are matched with the current data", async () => {
    expect(await match(await withFilms(), letterboxd)).toMatchObject({
      files: [{ file: "ratings.csv", source: "Letterboxd" }],
      matched: [
        {
          listed: { title: "Matrix", year: 1999, stars: 4.5, isRated: true, ratedAt: Date.UTC(2021, 0, 2) },
          film: { id: "1", title: "The Matrix" },
        },
      ],
      doubtful: [{ listed: { title: "Film 2" }, candidates: [{ id: "2" }] }],
      unmatched: [{ title: "Up" }],
      leftOut: { unrated: 0, notFilms: 0, repeated: 0 },
      skipped: { count: 0 },
    });
  });

  it("are told apart from a data set, whether there is data or not", async () => {
    const dataset = [ratingsFile(tasteRatings), filmsFile()];
    expect(await (await withFilms()).opening.open(dataset, {})).toEqual({ kind: "dataset" });
    expect(await createServices().opening.open(dataset, {})).toEqual({ kind: "dataset" });
    expect(await createServices().opening.open([letterboxd], {})).toEqual({ kind: "own" });
  });

  it("say how their scale was understood, once", async () => {
    const assumed = async (name: string, ...lines: string[]) =>
      (await match(await withFilms(), new File([lines.join("\n")], name))).assumptions;
    expect(
      await assumed("ratings.csv", "Const,Your Rating,Date Rated,Title,Title Type", "tt1,7,,Matrix,Movie"),
    ).toEqual(["IMDb scores are halved (7 = 3.5 stars)."]);
    expect(await assumed("NetflixViewingHistory.csv", "Title,Date", "Matrix,1/2/24")).toEqual([
      expect.stringContaining("each film counts as 3 stars"),
    ]);
    const thumbs = "Profile Name,Title Name,Thumbs Value,Event Utc Ts";
    expect(await assumed("Ratings.csv", thumbs, "Ada,Matrix,2,2024-01-02 10:00:00")).toEqual([
      "On Netflix, a thumb down counts as 1 star, a thumb up as 4 and two as 5.",
    ]);
  });

  it("need data, and books no films", async () => {
    await expect(match(createServices(), letterboxd)).rejects.toThrow(NotReadyError);
    await expect(match(await withFilms(), goodreads)).rejects.toThrow(
      /goodreads\.csv is a Goodreads \(books\) export.*Load a data set of books first/,
    );
  });

  it("are matched with a data set of books, where they are of books", async () => {
    const ratings = new File(["user_id,book_id,rating\n1,1,5\n1,2,3\n2,1,4\n2,2,5\n"], "ratings.csv");
    const books = new File(["book_id,title\n1,Pride & Prejudice\n2,Emma\n"], "books.csv");
    const services = createServices();
    await openInto(services, [ratings, books]);
    expect(await match(services, goodreads)).toMatchObject({
      matched: [{ listed: { title: "Pride and Prejudice", stars: 4 }, film: { id: "1" } }],
    });
  });
});
