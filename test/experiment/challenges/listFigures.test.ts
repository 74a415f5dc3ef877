import { expect, it } from "vitest";
import { changes, genresOf } from "../../../src/experiment/challenges/frontier.ts";
import {
  listFigures,
  listsPerUser,
  precisionPerUser,
} from "../../../src/experiment/challenges/listFigures.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";

/** User 0 likes items 1, 2 and 3, user 1 item 0, user 2 nothing. */
const rows = { indptr: Int32Array.of(0, 3, 4, 4), indices: Int32Array.of(1, 2, 3, 0) };
const lists = [Int32Array.of(1, 2, 4, 5), Int32Array.of(1, 2), Int32Array.of(0)];

it("precision of a list is the share of it that is liked in test", () => {
  expect([...precisionPerUser(lists, { heldOut: rows })]).toEqual([2 / 4, 0, Number.NaN]);
});

it("what a control changes is measured on the users who have something to find, and where lists can differ", () => {
  const moved = {
    precision: Float32Array.of(2 / 4, 0, Number.NaN),
    diversity: Float32Array.of(1, 1 / 2, 1 / 4),
  };
  const own = {
    precision: Float32Array.of(3 / 4, 1 / 2, Number.NaN),
    diversity: Float32Array.of(1, 1 / 4, 1 / 4),
  };
  expect(changes(moved, own)).toMatchObject({
    precisionChange: { mean: (2 / 4 - 3 / 4 + (0 - 1 / 2)) / 2, users: 2 },
    diversityChange: { mean: 1 / 4 / 3, users: 3 },
  });
  expect(changes({ ...moved, diversity: null }, own).diversityChange).toBeNull();
});

it("says what lists are like as worked out by hand", () => {
  // Users 0 and 1 know items 0 and 3; the most liked others are 1 and 2. Item 2 is the only comedy.
  const entries = [[0], [0], [1], [0]].map((row) => row.map((genre) => [genre, 1] as const));
  const data = {
    users: 2,
    items: 4,
    likes: Float32Array.of(2, 2, 1, 0),
    known: { indptr: Int32Array.of(0, 1, 2), indices: Int32Array.of(0, 3) },
    liked: { indptr: Int32Array.of(0, 1, 2), indices: Int32Array.of(0, 3) },
    heldOut: { indptr: Int32Array.of(0, 2, 3), indices: Int32Array.of(2, 3, 1) },
    genres: { names: ["Drama", "Comedy"], matrix: FeatureMatrix.fromRows(entries, 2) },
  };
  const own = [Int32Array.of(2, 3), Int32Array.of(0, 1)];
  const figures = listFigures(data, own, listsPerUser(data, own));
  // User 0 likes both, user 1 one of two; popularity shows 1 and 2 to user 0, 0 and 1 to user 1.
  expect(figures.precision.mean).toBe((1 + 1 / 2) / 2);
  expect(figures.serendipity.mean).toBe((1 / 2 + 0) / 2);
  // Item 2 is known to one of two, item 3 counts as known to one, items 0 and 1 to both: 1 and 1 bits, none and none.
  expect(figures.novelty.mean).toBe((1 + 0) / 2);
  expect(figures.diversity?.mean).toBe((1 + 0) / 2);
  // All of user 1's list is of the profile's genre; half of user 0's is.
  expect(figures.miscalibration?.mean).toBeCloseTo((Math.log(1 / (0.99 / 2 + 0.01)) + 0) / 2, 5);
  expect(figures.coverage).toMatchObject({ mean: 1, users: 2 });
  expect(figures.gini.mean).toBeCloseTo(0);
});

it("compares the genres of lists with those of profiles, user by user", () => {
  // Items 0 and 1 are dramas, item 2 a comedy, item 3 both, items 4 and 5 of no genre.
  const entries = [[0], [0], [1], [0, 1], [], []].map((row) => row.map((genre) => [genre, 1] as const));
  const genres = { names: ["Drama", "Comedy"], matrix: FeatureMatrix.fromRows(entries, 2) };
  const [drama, comedy] = genresOf({ genres, liked: rows }, lists);
  // User 0 likes 1 + 1/2 dramas of 3, user 1 nothing else; a half of either list is drama. User 2 likes nothing.
  expect(drama).toMatchObject({ name: "Drama", profiles: { mean: (1 / 2 + 1) / 2 }, lists: { mean: 1 / 2 } });
  expect(drama.listsLessProfiles).toMatchObject({ mean: (0 - 1 / 2) / 2, users: 2 });
  expect(comedy.listsLessProfiles.mean).toBe(1 / 4);
  expect(genresOf({ genres: null, liked: rows }, lists)).toEqual([]);
});
