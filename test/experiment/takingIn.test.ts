import { beforeAll, expect, it } from "vitest";
import { readCatalogue } from "../../src/dataset/readCatalogue.ts";
import { CancelledError, NotReadyError } from "../../src/errors.ts";
import type { ModelSettings } from "../../src/experiment/defaults.ts";
import { bystandersOf, driftBetween, driftOfFitPartial } from "../../src/experiment/drift.ts";
import { driftCourse } from "../../src/experiment/driftCourse.ts";
import { examineOnce } from "../../src/experiment/examineOnce.ts";
import { differenceOfWays, Folds } from "../../src/experiment/Folds.ts";
import { takeInByFitPartial } from "../../src/experiment/fitPartial.ts";
import { takeInByFoldIn } from "../../src/experiment/foldIn.ts";
import { learnToBest } from "../../src/experiment/learnToBest.ts";
import { likedBy, newUsersOf, recommendTo } from "../../src/experiment/newUsers.ts";
import { takeInByRetraining } from "../../src/experiment/retrain.ts";
import { TimeSplit } from "../../src/experiment/TimeSplit.ts";
import { createModel, train } from "../../src/experiment/train.ts";
import { type TuningPoint, tune } from "../../src/experiment/tune.ts";
import type { Validation } from "../../src/experiment/Validation.ts";
import { filmsFile, filmsOf, ratingsFile, tasteRatings } from "../support/tasteFiles.ts";

const settings: ModelSettings = {
  hyperparameters: { loss: "warp", noComponents: 8 },
  featureWeights: { users: 1, items: 1 },
};
const { featureWeights } = settings;
const training = { settings, seed: 3, epochs: 10 };

let split: TimeSplit;
beforeAll(async () => {
  split = new TimeSplit(await readCatalogue([ratingsFile(tasteRatings), filmsFile()]));
});

async function currentModel() {
  return (await train(split.current, split.features(featureWeights).current, training)).model;
}

it("parts the ratings where nine tenths have come, and knows who is new", () => {
  const { length } = tasteRatings;
  expect(split.earlier.length).toBe(Math.floor(0.9 * length));
  expect(split.earlier.length + split.added.length).toBe(length);
  expect([split.users, split.currentUsers]).toEqual([80, 76]);
  const newUsers = newUsersOf(split);
  expect(newUsers.map(({ id }) => id).sort()).toEqual(["77", "78", "79", "80"]);
  for (const { id, interactions, likes } of newUsers) {
    expect(interactions).toBe(tasteRatings.filter(({ user }) => String(user) === id).length);
    expect(likes).toBe(likedBy(split, id).length);
  }
});

it("gives the model what is known of users and items, by their weights", async () => {
  const catalogue = await readCatalogue([ratingsFile(tasteRatings), filmsFile()]);
  const userFeatures = catalogue.ratings.userIds.map((id) => [
    Number(id) % 2 === 1 ? "gender F" : "gender M",
  ]);
  const { current, whole } = new TimeSplit({ ...catalogue, userFeatures }).features({
    users: 0.25,
    items: 2,
  });
  expect([current.userFeatures.rows, current.userFeatures.features]).toEqual([76, 76 + 2]);
  expect([whole.userFeatures.rows, whole.userFeatures.features]).toEqual([80, 80 + 2]);
  expect(new Set(whole.userFeatures.data)).toEqual(new Set([1, 0.25]));
  expect(new Set(whole.itemFeatures.data)).toEqual(new Set([1, 2]));
});

it("refuses ratings of which nobody knows when they were given", async () => {
  const catalogue = await readCatalogue([ratingsFile(tasteRatings, { timestamps: false })]);
  expect(() => new TimeSplit(catalogue)).toThrow(NotReadyError);
});

it("refuses ratings that are too few to part", async () => {
  const few = tasteRatings.filter((_, i) => i % 50 === 0);
  const catalogue = await readCatalogue([ratingsFile(few)]);
  expect(() => new TimeSplit(catalogue, 0)).toThrow(NotReadyError);
  expect(() => new Folds(new TimeSplit(catalogue), { seed: 3 })).toThrow("Too few new ratings (2)");
});

it("serves all numbers of epochs by one run, as runs of their own would", async () => {
  const validation = split.validation(3);
  const run = async (epochs: number[]) => {
    const points: TuningPoint[] = [];
    for await (const point of tune(split, validation, settings, { seed: 3, epochs })) points.push(point);
    return points;
  };
  const together = await run([2, 5]);
  const [alone] = await run([5]);
  expect({ ...together[1], seconds: 0 }).toEqual({ ...alone, seconds: 0 });
});

it("takes in new users in three ways, all better than knowing nothing of them", async () => {
  const folds = new Folds(split, { seed: 3 });
  const model = await currentModel();
  const tested = folds.all.flatMap(({ test }) =>
    [...test.userIds].map((user, i) => `${user},${test.itemIds[i]}`),
  );
  expect(new Set(tested).size).toBe(split.added.length);
  const { chosen, points } = await takeInByFitPartial(split, folds, model, {
    featureWeights,
    epochs: [1, 10],
    widenTo: 40,
    seed: 3,
  });
  expect(chosen.chosenEpochs).toHaveLength(5);
  expect(chosen.chosenEpochs.every((epochs) => [1, 10, 20, 40].includes(epochs))).toBe(true);
  expect(points[0].epochs).toBe(1);
  const foldIn = await takeInByFoldIn(split, folds, model, { featureWeights });
  const { retrained, thenUpdated } = await takeInByRetraining(split, folds, training, [5, 5, 5, 5, 5]);
  for (const { newUsers, intervals, oldUsersHits } of [chosen, foldIn, retrained, thenUpdated]) {
    expect(newUsers.auc).toBeGreaterThan(0.7);
    expect(intervals.newUsers.auc.mean).toBeCloseTo(newUsers.auc);
    expect(intervals.newUsers.auc.users).toBe(4);
    expect(oldUsersHits.hits).toBeLessThanOrEqual(oldUsersHits.likes);
  }
  const { newUsers } = differenceOfWays(split, chosen, foldIn);
  expect(newUsers.auc.mean).toBeCloseTo(chosen.newUsers.auc - foldIn.newUsers.auc);
});

it("goes on beyond the grid while the last number of epochs is best", async () => {
  const examined = async (scores: number[], widenTo: number) => {
    const model = createModel(settings, 3);
    const { current } = split.features(featureWeights);
    const epochs: number[] = [];
    const examine = async () => ({ score: scores[epochs.length] });
    const course = {
      ...current,
      epochs: [1, 3],
      widenTo,
      examine,
      score: (point: { score: number }) => point.score,
    };
    for await (const point of learnToBest(model, split.current, course)) epochs.push(point.epochs);
    expect(model.epochs).toBe(epochs.at(-1));
    return epochs;
  };
  expect(await examined([2, 1], 100)).toEqual([1, 3]);
  expect(await examined([1, 2, 3, 3], 100)).toEqual([1, 3, 6, 12]);
  expect(await examined([1, 2, 3, 4], 11)).toEqual([1, 3, 6]);
});

it("chooses epochs within the training part, and examines them once on what had no say", async () => {
  const validation = split.validation(3);
  const pairs = ({ train }: Validation) =>
    Array.from(train.userIds, (user, i) => `${user} ${train.itemIds[i]}`);
  const outer = new Set(pairs(validation));
  const inner = pairs(validation.inner(3));
  expect(inner.every((pair) => outer.has(pair))).toBe(true);
  expect(inner.length / outer.size).toBeCloseTo(0.7, 1);
  const examined = await examineOnce(split, validation, training);
  expect(await validation.perUser(examined.model)).toEqual(examined.perUser);
});

it("recommends to a new user what is of their taste and not yet rated", async () => {
  const model = await currentModel();
  await model.fitPartial(split.added, { ...split.features(featureWeights).whole, epochs: 10 });
  const { itemIds, userIds, users, items } = split.catalogue.ratings;
  const films = (await recommendTo(split, model, "79", 5)).map((row) => itemIds[row]);
  const rated = new Set(
    Array.from(items)
      .filter((_, i) => userIds[users[i]] === "79")
      .map((row) => itemIds[row]),
  );
  expect(films.filter((film) => rated.has(film))).toEqual([]);
  expect(films.slice(0, 3).every((film) => filmsOf(1).includes(film))).toBe(true);
});

it("finds no drift where nothing is taken in, and some where something is", async () => {
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

it("stops within a slice", async () => {
  const folds = new Folds(split, { seed: 3 });
  const model = await currentModel();
  const controller = new AbortController();
  const work = { signal: controller.signal, onProgress: () => controller.abort() };
  for (const stopped of [
    takeInByFitPartial(split, folds, model, { featureWeights, epochs: [1000], widenTo: 0, seed: 3, ...work }),
    takeInByRetraining(split, folds, { ...training, epochs: 1000 }, [1, 1, 1, 1, 1], work),
  ]) {
    await expect(stopped).rejects.toThrow(CancelledError);
  }
});
