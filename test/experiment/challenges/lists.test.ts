import { expect, it } from "vitest";
import { bestForAll, mostLikedForAll } from "../../../src/experiment/challenges/lists.ts";
import { indicesIn } from "../../../src/model/neighbours/likes.ts";
import { tasteTrial, trialSettings } from "../../support/tasteTrial.ts";

it("recommends the most liked that is not known yet", () => {
  const known = { indptr: Int32Array.of(0, 1, 1), indices: Int32Array.of(1) };
  expect(mostLikedForAll(Float32Array.of(2, 9, 5, 2), known, 2).map((list) => [...list])).toEqual([
    [2, 0],
    [1, 2],
  ]);
});

it("leaves out what is known", async () => {
  const data = await tasteTrial();
  const model = await data.learn({ settings: trialSettings, seed: 3, epochs: 10 });
  const { items } = await bestForAll(model, data.known, { n: 5 });
  items.forEach((list, user) => {
    const own = indicesIn(data.known, user);
    expect(list.some((item) => own.includes(item))).toBe(false);
  });
});
