import { expect, test } from "vitest";
import type { DatasetSummary } from "../../../src/core/api/DatasetSummary.ts";
import type { RecommendedFilm } from "../../../src/features/forYou/api.ts";
import { leadOf } from "../../../src/features/forYou/page/leadOf.ts";

const film = (id: string, ...genres: string[]): RecommendedFilm => ({
  id,
  title: id,
  year: null,
  genres,
  vector: new Float32Array(),
  hue: null,
  becauseOf: [],
});

const trained = {
  dataset: { interactions: 100_004, nouns: { one: "film", many: "films" } } as DatasetSummary,
  reading: null,
  job: null,
  ratings: [],
  recommendations: [film("1", "Animation", "Sci-Fi"), film("2", "Animation"), film("3", "Drama", "Sci-Fi")],
};

test("before any rating it asks for some", () => {
  expect(leadOf(trained)).toMatch(/^Rate a few films/);
});

test("after ratings it names the two most common genres of the list", () => {
  const ratings = [{ film: film("9"), stars: 4 }];
  expect(leadOf({ ...trained, ratings })).toBe("Mostly animation and sci-fi films so far.");
  const recommendations = [film("1", "Children"), film("2", "Children", "Drama")];
  expect(leadOf({ ...trained, ratings, recommendations })).toBe("Mostly children’s and drama films so far.");
});

test("dislikes alone do not make a taste", () => {
  const ratings = [{ film: film("9"), stars: 1 }];
  expect(leadOf({ ...trained, ratings })).toMatch(/^No rating of 3 stars or more yet/);
});

test("while it loads, it counts the rows of the file that is read", () => {
  const reading = { file: "movies.csv", rows: 9_066, bytes: 1, totalBytes: 2, secondsLeft: null };
  expect(leadOf({ ...trained, dataset: null, reading })).toBe("Loading movies.csv… 9,066 rows so far");
});
