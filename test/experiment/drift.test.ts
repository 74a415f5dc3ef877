import { expect, it } from "vitest";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { bystandersOf, driftBetween, driftOfFitPartial } from "../../src/experiment/drift.ts";
import { driftCourse } from "../../src/experiment/driftCourse.ts";
import { TimeSplit } from "../../src/experiment/TimeSplit.ts";
import { train } from "../../src/experiment/train.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../support/tasteFiles.ts";
import { trialSettings as settings } from "../support/tasteTrial.ts";

const { featureWeights } = settings;
const training = { settings, seed: 3, epochs: 10 };

it("reckons drift from the figures of those who did nothing alone", () => {
  // User 1 was active; users 0 and 2 change by 0.2 and -0.1, and user 3 has no held-out like.
  const figures = (...each: number[]) => {
    const of = Float32Array.from(each);
    return { auc: of, precisionAt10: of.map((figure) => figure / 2), ndcgAt10: of };
  };
  const before = figures(0.5, 0.5, 0.5, Number.NaN);
  const drift = driftBetween(figures(0.7, 0.9, 0.4, Number.NaN), before, (user) => user !== 1);
  expect(drift.auc).toBeCloseTo((0.2 - 0.1) / 2, 6);
  expect(drift.precisionAt10).toBeCloseTo((0.1 - 0.05) / 2, 6);
  expect(drift.intervals.auc.users).toBe(2);
  expect(drift.perUser.auc[1]).toBeNaN();
});

it("finds no drift where nothing is taken in, and some where something is", async () => {
  const split = new TimeSplit(await readCatalogue([ratingsFile(tasteRatings), filmsFile()]));
  const validation = split.validation(3);
  const { whole } = split.features(featureWeights);
  const { model } = await train(validation.train, whole, training);
  const bystanders = bystandersOf(split);
  const before = await validation.perUser(model);
  const none = driftBetween(await validation.perUser(model.clone()), before, bystanders);
  expect(none.intervals.auc).toMatchObject({ mean: 0, low: 0, high: 0 });
  const [drift] = await driftOfFitPartial(split, validation, model, { featureWeights, epochs: [20] });
  expect(drift.auc).not.toBe(0);
  expect(await validation.perUser(model)).toEqual(before);
});

it("follows the drift block by block: the AUC falls from 1 to 2 / 3 as newcomers like what nobody did", async () => {
  // Ten like film 1, and one of them dislikes films 3 and 4. Then 20 more come, an hour apart, who all like film 2.
  const rate = (user: number, film: number, stars: number) => ({ user, film, stars, seconds: 3600 * user });
  const early = [...Array.from({ length: 10 }, (_, i) => rate(i + 1, 1, 5)), rate(1, 3, 1), rate(1, 4, 1)];
  const late = Array.from({ length: 20 }, (_, i) => rate(i + 11, 2, 4));
  const tiny = new TimeSplit(await readCatalogue([ratingsFile([...early, ...late])]), 12 / 32);
  const validation = tiny.validation(1);
  const { model } = await train(validation.train, tiny.features(featureWeights).whole, {
    ...training,
    epochs: 1,
  });
  // Embeddings of 0 stay so, and biases alone are learnt. Film 1 begins a little above film 2, for everybody, and films
  // 3 and 4 so far below that nothing is learnt of them.
  const { users, items } = model.state.tables;
  for (const { values, rowLength, noComponents, features } of [users, items]) {
    for (let row = 0; row < features; row++) {
      values.fill(0, row * rowLength, row * rowLength + noComponents);
    }
  }
  const biases = new Map([
    ["1", 0.1],
    ["2", 0],
    ["3", -5],
    ["4", -5],
  ]);
  for (let item = 0; item < tiny.items; item++) {
    const id = tiny.catalogue.ratings.itemIds[tiny.itemRow(item)];
    items.values[item * items.rowLength + items.biasColumn] = biases.get(id) as number;
  }
  const held = (await validation.perUser(model)).auc.filter((auc) => !Number.isNaN(auc));
  expect(held.length).toBeGreaterThan(1);
  expect([...held]).toEqual(Array(held.length).fill(1));

  const course = await driftCourse(tiny, validation, model, { featureWeights, epochs: 1 });
  expect(course.map(({ interactions }) => interactions)).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
  expect(course.map(({ time }) => time / 3600)).toEqual([12, 14, 16, 18, 20, 22, 24, 26, 28, 30]);
  // The first step that WARP takes moves film 2 up and film 1 down by the learning rate times ln 3, 0.055: past each
  // other. From then on one of three films stands above the held-out like.
  const aucs = course.map(({ drift }) => drift.auc);
  expect(aucs).toEqual(aucs.toSorted((a, b) => b - a));
  expect(aucs.every((auc) => auc === 0 || Math.abs(auc + 1 / 3) < 1e-6)).toBe(true);
  const { mean, low, high, users: bystanders } = course[9].drift.intervals.auc;
  for (const end of [mean, low, high]) expect(end).toBeCloseTo(-1 / 3, 6);
  expect(bystanders).toBe(held.length);
});
