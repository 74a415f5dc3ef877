import { expect, it } from "vitest";
import type { Nouns } from "../../../src/core/api/DatasetSummary.ts";
import type { Film } from "../../../src/core/api/Film.ts";
import type { OwnRatingsSummary } from "../../../src/features/importRatings/api.ts";
import type { Chosen } from "../../../src/features/importRatings/page/chosenRatings.ts";
import { notesOn, whatIsAdded } from "../../../src/features/importRatings/page/sentences.ts";

const film: Film = { id: "1", title: "Heat", year: 1995, genres: [], vector: new Float32Array(), hue: null };
const rating = { film, stars: 4, ratedAt: null };
const seen = { film, stars: null, answer: "seen", ratedAt: null } as const;

const chosen = (ratings: Chosen["ratings"]): Chosen => ({ ratings, seen: [], replaced: 0, spared: 0 });

it("what is added is counted by its kind, and what there is none of is not named", () => {
  expect(whatIsAdded(chosen([rating, rating, seen]))).toBe("2 ratings and 1 other answer");
  expect(whatIsAdded(chosen([seen, seen]))).toBe("2 other answers");
  expect(whatIsAdded(chosen([]))).toBe("0 ratings");
});

it("only files of other things than the data come with a warning", () => {
  const notes = (of: OwnRatingsSummary["files"][number]["of"], nouns: Nouns) =>
    notesOn(
      {
        files: [{ file: "mine.csv", source: "Goodreads", of, encodings: [] }],
        matched: [],
        doubtful: [],
        unmatched: [],
        leftOut: { unrated: 0, notFilms: 0, repeated: 0 },
        assumptions: [],
        skipped: { count: 0, examples: [] },
      },
      chosen([]),
      nouns,
    );
  const books = { one: "book", many: "books" };
  expect(notes("films", books)).toContain("The loaded data may not be films; matched by title anyway.");
  expect(notes("books", books)).toEqual(["You can undo this in one step."]);
});
