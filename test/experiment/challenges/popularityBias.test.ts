import { expect, it } from "vitest";
import {
  decilesOf,
  measurePopularityBias,
  nicheLessMainstream,
  tasteGroups,
  tasteOfUsers,
} from "../../../src/experiment/challenges/popularityBias.ts";
import { Scorer } from "../../../src/model/scorer/Scorer.ts";
import { tasteTrial, trialSettings } from "../../support/tasteTrial.ts";

it("shares exposure out by tenths of the catalogue, the most liked first", () => {
  // Ten items, so one to each tenth; item 9 is liked most.
  const likes = Float32Array.from({ length: 10 }, (_, item) => item + 1);
  const popularity = [Int32Array.of(9), Int32Array.of(9)];
  const model = [Int32Array.of(9), Int32Array.of(0)];
  const deciles = decilesOf(likes, { model, control: [Int32Array.of(8)], popularity });
  expect(deciles.map(({ items }) => items)).toEqual(Array(10).fill(1));
  expect(deciles[0]).toMatchObject({
    items: 1,
    likes: 10 / 55,
    model: { mean: 0.5, users: 2 },
    control: { mean: 0 },
    popularity: { mean: 1, low: 1, high: 1 },
  });
  expect(deciles[1].control.mean).toBe(1);
  expect(deciles[9].model.mean).toBe(0.5);
});

it("tells niche from mainstream users by the share of popular items in what they like", () => {
  // Item 0 is the popular fifth of five. Users like it alone, beside others or not at all; user 5 likes nothing.
  const rows = [[0], [0, 1], [0, 1, 2], [1, 2], [0, 1, 2, 3], []];
  const liked = {
    indptr: Int32Array.of(0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)),
    indices: Int32Array.from(rows.flat()),
  };
  const likes = Float32Array.of(4, 4, 3, 1, 0);
  expect(tasteOfUsers({ likes, liked, users: 6 })).toEqual([
    "mainstream",
    "mixed",
    "mixed",
    "niche",
    "mixed",
    null,
  ]);
});

it("says how much more popular the lists of each group are than their profiles, and what the control changes", () => {
  // Item 0 is the popular fifth; user i likes a share of it that grows with i: niche is user 0, mainstream user 4.
  const profiles = [[1], [0, 1, 2, 3], [0, 1, 2], [0, 1], [0]];
  const rowsOf = (rows: number[][]) => ({
    indptr: Int32Array.of(0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)),
    indices: Int32Array.from(rows.flat()),
  });
  const liked = rowsOf(profiles);
  const data = {
    users: 5,
    likes: Float32Array.of(8, 4, 2, 2, 0),
    known: liked,
    liked,
    // User 0 likes item 0 in test, user 4 item 1; the others nothing.
    heldOut: rowsOf([[0], [], [], [], [1]]),
    genres: null,
  };
  const lists = [[0, 2], [4], [4], [4], [1, 2]].map((list) => Int32Array.from(list));
  const control = [[2, 3], [4], [4], [4], [1, 2]].map((list) => Int32Array.from(list));
  const [niche, mixed, mainstream] = tasteGroups(data, lists, control);
  expect([niche, mixed, mainstream].map(({ users }) => users)).toEqual([1, 3, 1]);
  // The niche profile is known to 4; its list to (8 + 2) / 2 = 5, with the control moved to 2.
  expect([niche.profilePopularity.mean, niche.listPopularity.mean]).toEqual([4, 5]);
  expect(niche.lift.mean).toBe(5 / 4 - 1);
  expect(niche.controlOfListPopularity.mean).toBe(2 - 5);
  expect(niche.precision.mean).toBe(1 / 2);
  expect(niche.controlOfPrecision.mean).toBe(0 - 1 / 2);
  // (8 + 4 + 2 + 2) / 4 = 4, (8 + 4 + 2) / 3 and (8 + 4) / 2 = 6; lists that nobody knows are 100% less popular.
  expect(mixed.profilePopularity.mean).toBeCloseTo((4 + 14 / 3 + 6) / 3, 5);
  expect(mixed.lift.mean).toBe(-1);
  expect(mixed.precision.users).toBe(0);
  // 8 against (4 + 2) / 2 = 3.
  expect(mainstream.lift.mean).toBe(3 / 8 - 1);
  expect(mainstream.miscalibration).toBeNull();
  // User 0 likes one of two, user 4 the same; one user of each taste says nothing of others.
  expect(nicheLessMainstream(data, lists)).toMatchObject({ mean: 1 / 2 - 1 / 2, low: Number.NaN, users: 2 });
});

it("finds the model's lists more popular than profiles, and says for whom", async () => {
  const data = await tasteTrial();
  const model = await data.learn({ settings: trialSettings, seed: 3, epochs: 10 });
  const { groups, deciles } = await measurePopularityBias(data, await Scorer.create(model, data.train));
  expect(groups.map(({ name }) => name)).toEqual(["niche", "mixed", "mainstream"]);
  expect(groups.reduce((sum, { users }) => sum + users, 0)).toBe(80);
  expect(deciles.reduce((sum, { likes }) => sum + likes, 0)).toBeCloseTo(1);
  for (const share of ["model", "control", "popularity"] as const) {
    expect(deciles.reduce((sum, decile) => sum + decile[share].mean, 0)).toBeCloseTo(1);
  }
});
