import { describe, expect, it } from "vitest";
import { TrainerSession } from "../../../src/core/worker/TrainerSession.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../../support/tasteFiles.ts";

async function withFilms(): Promise<TrainerSession> {
  const trainer = new TrainerSession();
  await trainer.stage({ kind: "files", files: [ratingsFile(tasteRatings), filmsFile()] }, () => {});
  await trainer.adopt();
  return trainer;
}

const letterboxd = new File(
  [
    "Date,Name,Year,Letterboxd URI,Rating\n2021-01-02,Matrix,1999,u,4.5\n2021-01-03,Film 2,2003,u,3\n2021-01-03,Up,2009,u,3\n",
  ],
  "ratings.csv",
);
const goodreads = new File(["Title,Author,My Rating\nPride and Prejudice,Jane Austen,4\n"], "goodreads.csv");

describe("one person's files", () => {
  it("are matched with the data at hand; nothing of it is kept", async () => {
    const trainer = await withFilms();
    expect(await trainer.matchOwnRatings([letterboxd])).toMatchObject({
      files: [{ file: "ratings.csv", source: "Letterboxd" }],
      matched: [
        {
          written: { title: "Matrix", year: 1999, stars: 4.5, isRated: true, ratedAt: Date.UTC(2021, 0, 2) },
          film: { id: "1", title: "The Matrix" },
        },
      ],
      doubtful: [{ written: { title: "Film 2" }, candidates: [{ id: "2" }] }],
      unmatched: [{ title: "Up" }],
      leftOut: { unrated: 0, notFilms: 0, repeated: 0 },
      skipped: { count: 0 },
    });
  });

  it("are told apart from a data set, whether there is data or not", async () => {
    expect(await (await withFilms()).matchOwnRatings([ratingsFile(tasteRatings), filmsFile()])).toBeNull();
    expect(await new TrainerSession().matchOwnRatings([ratingsFile(tasteRatings)])).toBeNull();
  });

  it("need data, and books no films", async () => {
    await expect(new TrainerSession().matchOwnRatings([letterboxd])).rejects.toMatchObject({
      name: "NotReadyError",
    });
    await expect((await withFilms()).matchOwnRatings([goodreads])).rejects.toThrow(
      /goodreads\.csv holds ratings of books .* Open a data set of books first/,
    );
  });

  it("are matched with a data set of books, where they are of books", async () => {
    const ratings = new File(["user_id,book_id,rating\n1,1,5\n1,2,3\n2,1,4\n2,2,5\n"], "ratings.csv");
    const books = new File(["book_id,title\n1,Pride & Prejudice\n2,Emma\n"], "books.csv");
    const trainer = new TrainerSession();
    await trainer.stage({ kind: "files", files: [ratings, books] }, () => {});
    await trainer.adopt();
    expect(await trainer.matchOwnRatings([goodreads])).toMatchObject({
      matched: [{ written: { title: "Pride and Prejudice", stars: 4 }, film: { id: "1" } }],
    });
  });
});
