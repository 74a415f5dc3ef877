import { expect, it } from "vitest";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { CancelledError } from "../../src/errors.ts";
import type { ModelSettings } from "../../src/experiment/defaults.ts";
import { HitCounter, hitRates } from "../../src/experiment/hitRates.ts";
import { type Hits, type ReplayStep, replay } from "../../src/experiment/replay.ts";
import { TimeSplit } from "../../src/experiment/TimeSplit.ts";
import { train } from "../../src/experiment/train.ts";
import { contentsOf } from "../support/contentsOf.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../support/tasteFiles.ts";

const settings: ModelSettings = {
  hyperparameters: { loss: "warp", noComponents: 8 },
  featureWeights: { users: 1, items: 1 },
};
const { featureWeights } = settings;

async function begin(share: number) {
  const split = new TimeSplit(await readCatalogue([ratingsFile(tasteRatings), filmsFile()]), share);
  const { current } = split.features(featureWeights);
  const { model } = await train(split.current, current, { settings, seed: 3, epochs: 10 });
  return { split, model };
}

it("predicts every new like before it is learnt, and learning along hits more often than standing still", async () => {
  // Half of the time: so there is much to learn, and the tables have to grow on the way.
  const { split, model } = await begin(0.5);
  const before = contentsOf(model);
  const steps: ReplayStep[] = [];
  for await (const step of replay(split, model, { featureWeights })) steps.push(step);
  expect(steps).toHaveLength(split.added.length);
  expect(steps.map(({ time }) => time)).toEqual(steps.map(({ time }) => time).sort((a, b) => a - b));
  expect(steps.filter(({ hits }) => hits)).toHaveLength(
    split.added.values.filter((value) => value > 0).length,
  );
  const rate = (who: keyof Hits) => steps.filter(({ hits }) => hits?.[who]).length;
  expect(rate("learning")).toBeGreaterThan(rate("frozen"));
  expect(rate("learning")).toBeGreaterThan(rate("popularity"));
  expect(rate("foldIn")).toBeGreaterThan(rate("frozen"));
  expect(contentsOf(model)).toEqual(before);
});

it("shares hits out among the likes of each user", () => {
  const counter = new HitCounter({ users: 3, isNew: (user) => user === 1 });
  const step = { replayed: 0, time: 0 };
  const hits = (...by: (keyof Hits)[]) => ({
    learning: by.includes("learning"),
    frozen: by.includes("frozen"),
    foldIn: by.includes("foldIn"),
    popularity: by.includes("popularity"),
  });
  counter.add({ ...step, user: 0, hits: hits("learning", "popularity") });
  counter.add({ ...step, user: 0, hits: hits("popularity") });
  counter.add({ ...step, user: 1, hits: hits("learning", "foldIn") });
  // A dislike, which nobody predicts.
  counter.add({ ...step, user: 2, hits: null });
  const { predicted, byNewUsers, recent } = counter.pointAt({ ...step, user: 2, hits: null });
  expect([predicted, byNewUsers]).toEqual([3, 1]);
  // Lately, which here is always, each like counts once; two users are too few for an interval.
  const none = { low: Number.NaN, high: Number.NaN, users: 2 };
  expect(recent?.rates.learning).toEqual({ mean: 2 / 3, ...none });
  expect(recent?.learningLess.foldIn).toEqual({ mean: 1 / 3, ...none });
  const { learning, frozen, foldIn, popularity } = counter.perUser;
  expect([...learning]).toEqual([1 / 2, 1, Number.NaN]);
  expect([...frozen]).toEqual([0, 0, Number.NaN]);
  expect([...foldIn]).toEqual([0, 1, Number.NaN]);
  expect([...popularity]).toEqual([1, 0, Number.NaN]);
});

it("lately is the last thousand likes, with an interval over those who gave them", () => {
  const counter = new HitCounter({ users: 14, isNew: () => false });
  const step = (user: number, learning: boolean): ReplayStep => ({
    replayed: 0,
    time: 0,
    user,
    hits: { learning, frozen: false, foldIn: false, popularity: learning },
  });
  expect(counter.pointAt({ ...step(0, false), hits: null }).recent).toBeNull();
  // Ten users who are hit always, and then four who are hit every second, every fourth … time.
  for (let i = 0; i < 1000; i++) counter.add(step(4 + (i % 10), true));
  for (let i = 0; i < 1000; i++) counter.add(step(i % 4, i % (2 * ((i % 4) + 1)) === 0));
  const { recent } = counter.pointAt(step(0, false));
  expect(recent?.users).toBe(4);
  const { mean = 0, low = 1, high = 0 } = recent?.rates.learning ?? {};
  expect(mean).toBeLessThan(0.5);
  expect(low).toBeLessThan(mean);
  expect(high).toBeGreaterThan(mean);
  // Popularity hit the same likes: there is nothing between the two, for any user.
  expect(recent?.learningLess.popularity).toEqual({ mean: 0, low: 0, high: 0, users: 4 });
});

it("counts each user's share of hits once", async () => {
  const { split, model } = await begin(0.8);
  const { predicted, users, rates, learningLess, perUser, course } = await hitRates(split, model, {
    featureWeights,
  });
  expect(course).toHaveLength(10);
  expect(course.at(-1)).toMatchObject({ replayed: split.added.length, predicted });
  expect(predicted).toBe(split.added.values.filter((value) => value > 0).length);
  expect(users).toBe(perUser.learning.filter((share) => !Number.isNaN(share)).length);
  expect(rates.learning.mean).toBeGreaterThan(rates.frozen.mean);
  expect(learningLess.frozen.mean).toBeCloseTo(rates.learning.mean - rates.frozen.mean);
});

it("stops where it is told to", async () => {
  const { split, model } = await begin(0.5);
  const controller = new AbortController();
  const run = async () => {
    for await (const _ of replay(split, model, { featureWeights, signal: controller.signal }))
      controller.abort();
  };
  await expect(run()).rejects.toThrow(CancelledError);
});
