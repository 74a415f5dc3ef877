import { expect, test } from "vitest";
import type { DatasetSummary, RecommendedFilm } from "../../../src/core/api.ts";
import { AT_FIRST } from "../../../src/core/page/session/PageState.ts";
import type { SessionState } from "../../../src/core/page/session/Session.ts";
import { leadOf } from "../../../src/features/forYou/page/leadOf.ts";

const film = (id: string, ...genres: string[]): RecommendedFilm => ({
  id,
  title: id,
  year: null,
  genres,
  vector: new Float32Array(),
  becauseOf: [],
});

const trained: SessionState = {
  ...AT_FIRST,
  dataset: { interactions: 100_004, nouns: { one: "film", many: "films" } } as DatasetSummary,
  recommendations: [film("1", "Animation", "Comedy"), film("2", "Animation"), film("3", "Drama")],
};

test("before any rating it says that the films are not chosen for anyone", () => {
  expect(leadOf(trained)).toMatch(/^Nothing rated yet/);
});

test("after ratings it counts them, and the genres of the list", () => {
  const ratings = [{ film: film("9"), stars: 4 }];
  expect(leadOf({ ...trained, ratings })).toBe(
    "One rating so far. Of these 3 films, 2 are marked Animation and 1 Comedy.",
  );
});

test("dislikes alone are no taste", () => {
  const ratings = [{ film: film("9"), stars: 1 }];
  expect(leadOf({ ...trained, ratings })).toMatch(/None has 3 stars or more/);
});
