import { expect, test } from "vitest";
import { whyAlike } from "../../../src/features/film/page/whyAlike.ts";
import { ratingsByYear } from "../../../src/features/film/worker/ratingsByYear.ts";

const at = (date: string) => Date.parse(date) / 1000;

test("ratings are counted by year, a year without any included", () => {
  expect(
    ratingsByYear([
      { rating: 5, at: at("1999-12-31T23:59:59Z") },
      { rating: 3, at: at("1997-01-01T00:00:00Z") },
      { rating: 4, at: at("1997-06-01T00:00:00Z") },
    ]),
  ).toEqual([
    { year: 1997, count: 2, mean: 3.5 },
    { year: 1998, count: 0, mean: null },
    { year: 1999, count: 1, mean: 5 },
  ]);
  expect(ratingsByYear([{ rating: 5, at: null }])).toEqual([]);
});

test("why two films are alike says only what is so", () => {
  const film = {
    id: "1",
    title: "A",
    year: 1999,
    genres: ["Crime", "Drama"],
    vector: new Float32Array(),
    hue: null,
  };
  const other = { ...film, id: "2", genres: ["Drama"] };
  expect(whyAlike(film, { film: other, share: 0.456, sharedNeighbours: 7 })).toBe(
    "In common: Drama. 46% of its fans liked this too. They share 7 of their 20 nearest neighbours.",
  );
  expect(whyAlike(film, { film: { ...other, genres: [] }, share: null, sharedNeighbours: 0 })).toBe("");
});
