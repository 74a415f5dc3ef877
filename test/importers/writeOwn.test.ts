import { expect, test } from "vitest";
import { matineeRatings, movieLensRatings, recommendationList } from "../../src/importers/writeOwn.ts";

const RATINGS = [
  {
    film: { id: "2", title: 'Léon: "The Professional", uncut', year: 1994 },
    stars: 4.5,
    ratedAt: 1_700_000_000_123,
  },
  { film: { id: "-3", title: "=1+1", year: null }, stars: 0.5, ratedAt: 0 },
];

test("ratings in Matinee's columns", () => {
  expect(matineeRatings(RATINGS)).toBe(
    [
      "\ufefffilm_id,title,year,stars,rated_at",
      '2,"Léon: ""The Professional"", uncut",1994,4.5,2023-11-14T22:13:20.123Z',
      `-3,"'=1+1",,0.5,1970-01-01T00:00:00.000Z`,
      "",
    ].join("\r\n"),
  );
});

test("ratings and other answers, in a column more", () => {
  const answer = { film: { id: "5", title: "Heat", year: 1995 }, answer: "seen" as const, ratedAt: 0 };
  expect(matineeRatings(RATINGS.slice(1), [answer])).toBe(
    [
      "\ufefffilm_id,title,year,stars,rated_at,answer",
      `-3,"'=1+1",,0.5,1970-01-01T00:00:00.000Z,`,
      "5,Heat,1995,,1970-01-01T00:00:00.000Z,seen",
      "",
    ].join("\r\n"),
  );
});

test("ratings in MovieLens' columns, of a user who is not in MovieLens", () => {
  expect(movieLensRatings(RATINGS)).toBe(
    "userId,movieId,rating,timestamp\r\n0,2,4.5,1700000000\r\n0,-3,0.5,0\r\n",
  );
});

test("recommendations with their rank and their reasons", () => {
  const film = { id: "7", title: "Heat", year: 1995, genres: ["Crime", "Thriller"] };
  expect(recommendationList([{ ...film, becauseOf: ["Fargo", "Se7en"] }])).toBe(
    "\ufeffrank,film_id,title,year,genres,because_of\r\n1,7,Heat,1995,Crime|Thriller,Fargo; Se7en\r\n",
  );
});
