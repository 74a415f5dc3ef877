import { expect, it } from "vitest";
import type { Film } from "../../../src/core/api/Film.ts";
import type { ListedFilm, OwnRatingsSummary } from "../../../src/features/importRatings/api.ts";
import { chosenRatings } from "../../../src/features/importRatings/page/chosenRatings.ts";

const film = (id: string): Film => ({
  id,
  title: id,
  year: 1999,
  genres: [],
  vector: new Float32Array(),
  hue: null,
});
const listed = (stars: number, isRated = true): ListedFilm => ({
  title: "as listed",
  year: 1999,
  stars,
  isRated,
  ratedAt: 7,
});
const SUMMARY: OwnRatingsSummary = {
  files: [],
  matched: [
    { listed: listed(4), film: film("a") },
    { listed: listed(3, false), film: film("b") },
  ],
  doubtful: [{ listed: listed(2), candidates: [film("c"), film("d")] }],
  unmatched: [listed(5), listed(1)],
  assumptions: [],
  leftOut: { unrated: 0, notFilms: 0, repeated: 0 },
  skipped: { count: 0, examples: [] },
};
const NONE = new Map<number, Film>();

it("sure matches are added, close or missing ones only once they are chosen", () => {
  const kept = (confirmed: Map<number, Film>, lookedUp: Map<number, Film>) =>
    chosenRatings(SUMMARY, confirmed, lookedUp, []).ratings.map((rating) => [rating.film.id, rating.stars]);
  expect(kept(NONE, NONE)).toEqual([
    ["a", 4],
    ["b", 3],
  ]);
  expect(kept(new Map([[0, film("d")]]), new Map([[1, film("e")]]))).toEqual([
    ["a", 4],
    ["b", 3],
    ["d", 2],
    ["e", 1],
  ]);
});

it("what is left unconfirmed counts as seen, unless it is rated or chosen", () => {
  const seen = (confirmed: Map<number, Film>, here: string[]) =>
    chosenRatings(
      SUMMARY,
      confirmed,
      NONE,
      here.map((id) => ({ film: film(id), stars: 2 })),
    ).seen;
  expect(seen(NONE, [])).toEqual([{ film: film("c"), stars: null, answer: "seen", ratedAt: 7 }]);
  expect(seen(new Map([[0, film("d")]]), [])).toEqual([]);
  expect(seen(NONE, ["c"])).toEqual([]);
});

it("what was only watched or wanted keeps the rating that is here", () => {
  const wanted = { ...listed(0, false), answer: "watchlist" as const };
  const summary = { ...SUMMARY, matched: ["a", "b"].map((id) => ({ listed: wanted, film: film(id) })) };
  const { ratings, spared } = chosenRatings(summary, NONE, NONE, [{ film: film("a"), stars: 2 }]);
  expect(ratings).toEqual([{ film: film("b"), stars: null, answer: "watchlist", ratedAt: 7 }]);
  expect(spared).toBe(1);
});

it("a film that is chosen twice is kept as it was found first", () => {
  const { ratings } = chosenRatings(SUMMARY, new Map([[0, film("a")]]), new Map([[0, film("a")]]), []);
  expect(ratings.filter(({ film }) => film.id === "a")).toMatchObject([{ stars: 4 }]);
});

it("stars of the file replace those that are here; what was only watched does not", () => {
  const rated = ["a", "b"].map((id) => ({ film: film(id), stars: 2 }));
  const { ratings, replaced, spared } = chosenRatings(SUMMARY, NONE, NONE, rated);
  expect({ kept: ratings.map((rating) => rating.film.id), replaced, spared }).toEqual({
    kept: ["a"],
    replaced: 1,
    spared: 1,
  });
});
