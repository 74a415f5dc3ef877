import { expect, it } from "vitest";
import {
  decilesOf,
  measurePopularityBias,
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
  expect(deciles[0]).toEqual({ items: 1, likes: 10 / 55, model: 0.5, control: 0, popularity: 1 });
  expect(deciles[1].control).toBe(1);
  expect(deciles[9].model).toBe(0.5);
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

it("finds the model's lists more popular than profiles, and says for whom", async () => {
  const data = await tasteTrial();
  const model = await data.learn({ settings: trialSettings, seed: 3, epochs: 10 });
  const { groups, deciles } = await measurePopularityBias(data, await Scorer.create(model, data.train));
  expect(groups.map(({ name }) => name)).toEqual(["niche", "mixed", "mainstream"]);
  expect(groups.reduce((sum, { users }) => sum + users, 0)).toBe(80);
  for (const share of ["likes", "model", "control", "popularity"] as const) {
    expect(deciles.reduce((sum, decile) => sum + decile[share], 0)).toBeCloseTo(1);
  }
});
