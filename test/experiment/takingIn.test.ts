import { beforeAll, expect, it } from "vitest";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { CancelledError, NotReadyError } from "../../src/errors.ts";
import type { ModelSettings } from "../../src/experiment/defaults.ts";
import { examineOnce } from "../../src/experiment/examineOnce.ts";
import type { Findings } from "../../src/experiment/experiment.ts";
import { differenceOfWays, Folds } from "../../src/experiment/Folds.ts";
import { takeInByFitPartial } from "../../src/experiment/fitPartial.ts";
import { takeInByFoldIn } from "../../src/experiment/foldIn.ts";
import { learnToBest } from "../../src/experiment/learnToBest.ts";
import { likedBy, newUsersOf, recommendTo } from "../../src/experiment/newUsers.ts";
import { takeInByRetraining } from "../../src/experiment/retrain.ts";
import { deviationsOf } from "../../src/experiment/seeds.ts";
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

it("counts what old users liked next, what of it was in a top ten, and what of it is new", () => {
  const folds = new Folds(split, { seed: 3 });
  const { users, items, currentUsers, currentItems } = split;
  // Of old users, 0 likes an old item that stands 4th and a new one that stands 10th, 1 a new one that stands 11th; the
  // last user, a new one, counts for nothing here.
  const own = new Map([
    [
      0,
      [
        [0, 3],
        [currentItems, 9],
      ],
    ],
    [1, [[currentItems, 10]]],
    [users - 1, [[0, 0]]],
  ]);
  const rows = Array.from({ length: users }, (_, user) => own.get(user) ?? []);
  const entries = rows.flat();
  const test = {
    indptr: Int32Array.of(0, ...rows.map((_, user) => rows.slice(0, user + 1).flat().length)),
    indices: Int32Array.from(entries, ([item]) => item),
  };
  const ranks = Float32Array.from(entries, ([, rank]) => rank);
  const { newItemsByUser, ...hits } = folds.examine(
    { items, test, ranks, trainCounts: new Int32Array(users) },
    0,
  ).hits;
  expect(newItemsByUser.slice(0, 3)).toEqual([
    { cases: 1, hits: 1 },
    { cases: 1, hits: 0 },
    { cases: 0, hits: 0 },
  ]);
  expect(currentUsers).toBeLessThan(users);
  expect(hits).toEqual({ likes: 3, likesOfNewItems: 2, hits: 2, hitsOfNewItems: 1 });
});

it("says how far seeds differ", () => {
  const way = (auc: number) => ({
    newUsers: { auc, precisionAt10: 0.2 },
    oldUsers: { auc, precisionAt10: 0.2 },
  });
  const [first, second] = [0.6, 0.8].map((auc) => ({
    tuning: { perUser: { auc: [auc], precisionAt10: [0.2], ndcgAt10: [auc] } },
    takingIn: { best: way(auc), foldIn: way(0.5), retrained: way(auc) },
  }));
  // Each is 0.1 from the mean of 0.7: the root of 0.02 / (2 - 1).
  const { validation, fitPartial, foldIn } = deviationsOf([first, second] as unknown as Findings[]);
  expect(validation).toEqual({
    auc: expect.closeTo(Math.sqrt(0.02)),
    precisionAt10: 0,
    ndcgAt10: expect.closeTo(Math.sqrt(0.02)),
  });
  expect(fitPartial.newUsers).toEqual({ auc: expect.closeTo(Math.sqrt(0.02)), precisionAt10: 0 });
  expect(foldIn.oldUsers).toEqual({ auc: 0, precisionAt10: 0 });
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
