import { expect, it } from "vitest";
import { bestForAll, mostLikedForAll, varied } from "../../../src/experiment/challenges/lists.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { tasteTrial, trialSettings } from "../../support/tasteTrial.ts";

it("recommends the most liked that is not known yet", () => {
  const known = { indptr: Int32Array.of(0, 1, 1), indices: Int32Array.of(1) };
  expect(mostLikedForAll(Float32Array.of(2, 9, 5, 2), known, 2).map((list) => [...list])).toEqual([
    [2, 0],
    [1, 2],
  ]);
});

it("trades scores for variety", () => {
  // Items 0 and 1 are of one genre, item 2 of another.
  const genres = FeatureMatrix.fromRows([[[0, 1]], [[0, 1]], [[1, 1]]], 2);
  const lists = { items: [Int32Array.of(0, 1, 2)], scores: [Float32Array.of(3, 2.5, 1)] };
  expect([...varied(lists, genres, 0, 2)[0]]).toEqual([0, 1]);
  // Scaled scores 1, 0.75, 0. Second place at 0.3: 0.7 · 0.75 - 0.3 = 0.225 against 0; at 0.5: -0.125 against 0.
  expect([...varied(lists, genres, 0.3, 2)[0]]).toEqual([0, 1]);
  expect([...varied(lists, genres, 0.5, 2)[0]]).toEqual([0, 2]);
});

it("leaves out what is known, and shows less of what is popular with less weight on it", async () => {
  const data = await tasteTrial();
  const model = await data.learn({ settings: trialSettings, seed: 3, epochs: 10 });
  const likesOf = async (itemBiasWeight: number) => {
    const { items } = await bestForAll(model, data.known, { n: 5, itemBiasWeight });
    items.forEach((list, user) => {
      const own = data.known.indices.subarray(data.known.indptr[user], data.known.indptr[user + 1]);
      expect(list.some((item) => own.includes(item))).toBe(false);
    });
    return items.flatMap((list) => [...list]).reduce((sum, item) => sum + data.likes[item], 0);
  };
  expect(await likesOf(-2)).toBeLessThan(await likesOf(1));
});
