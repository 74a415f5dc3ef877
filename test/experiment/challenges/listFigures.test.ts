import { expect, it } from "vitest";
import { genresOf } from "../../../src/experiment/challenges/frontier.ts";
import { precisionDifference, precisionPerUser } from "../../../src/experiment/challenges/listFigures.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";

/** User 0 likes items 1, 2 and 3, user 1 item 0, user 2 nothing. */
const rows = { indptr: Int32Array.of(0, 3, 4, 4), indices: Int32Array.of(1, 2, 3, 0) };
const lists = [Int32Array.of(1, 2, 4, 5), Int32Array.of(1, 2), Int32Array.of(0)];

it("precision of a list is the share of it that is liked in test", () => {
  expect([...precisionPerUser(lists, { heldOut: rows })]).toEqual([2 / 4, 0, Number.NaN]);
});

it("what lists cost is measured on the users who have something to find", () => {
  const others = [Int32Array.of(1, 2, 3, 5), Int32Array.of(0, 2), Int32Array.of(1)];
  expect(precisionDifference({ heldOut: rows }, lists, others)).toMatchObject({
    mean: (2 / 4 - 3 / 4 + (0 - 1 / 2)) / 2,
    users: 2,
  });
});

it("compares the genres of lists with those of profiles, user by user", () => {
  // Items 0 and 1 are dramas, item 2 a comedy, item 3 both, items 4 and 5 of no genre.
  const entries = [[0], [0], [1], [0, 1], [], []].map((row) => row.map((genre) => [genre, 1] as const));
  const genres = { names: ["Drama", "Comedy"], matrix: FeatureMatrix.fromRows(entries, 2) };
  const [drama, comedy] = genresOf({ genres, liked: rows }, lists);
  // User 0 likes 1 + 1/2 dramas of 3, user 1 nothing else; a half of either list is drama. User 2 likes nothing.
  expect(drama).toMatchObject({ name: "Drama", profiles: (1 / 2 + 1) / 2, lists: 1 / 2 });
  expect(drama.listsLessProfiles).toMatchObject({ mean: (0 - 1 / 2) / 2, users: 2 });
  expect(comedy.listsLessProfiles.mean).toBe(1 / 4);
  expect(genresOf({ genres: null, liked: rows }, lists)).toEqual([]);
});
