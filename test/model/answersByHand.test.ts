import { expect, it } from "vitest";
import { BusyError } from "../../src/errors.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { predict, predictRank } from "../../src/model/predict.ts";
import { Snapshot } from "../../src/model/Snapshot.ts";
import { contentsOf } from "../support/contentsOf.ts";
import { interactionsOf, twoTastes } from "../support/problems.ts";

interface Numbers {
  items: number[];
  itemBiases: number[];
  users: number[];
  userBiases: number[];
}

async function modelOf({ items, itemBiases, users, userBiases }: Numbers): Promise<LightFM> {
  const noComponents = items.length / itemBiases.length;
  const nothing = new Interactions(userBiases.length, itemBiases.length, [], [], []);
  const model = await new LightFM({ noComponents }).fit(nothing);
  model.setParameters({ itemEmbeddings: items, itemBiases, userEmbeddings: users, userBiases });
  return model;
}

/** Two users and three items, each of two components. */
const model = await modelOf({
  items: [1, 0, 2, 0, 0, 3],
  itemBiases: [0.75, 0, 0],
  users: [1, 0.5, -1, 1],
  userBiases: [0, 10],
});

/** Each user's number times each item's, and both biases. */
const sequence = (length: number, of: (i: number) => number) => Array.from({ length }, (_, i) => of(i));
const many = (items: number) =>
  modelOf({
    items: sequence(items, (i) => i % 100),
    itemBiases: sequence(items, (i) => i % 7),
    users: [1, 2, -1],
    userBiases: [0, 0.5, 0],
  });
const scoreOf = (user: number, item: number) =>
  [1, 2, -1][user] * (item % 100) + (item % 7) + (user === 1 ? 0.5 : 0);

it("pairs are scored by their numbers, with an index of all items where that pays", async () => {
  const more = (await many(20_001)).state;
  for (const [items, pairs, makesIndex] of [
    [20_000, 1, true],
    [20_001, 1, false],
    [20_001, 20_000, false],
    [20_001, 20_001, true],
    [5, 9, true],
  ] as const) {
    const snapshot = new Snapshot(items === 20_001 ? more : (await many(items)).state);
    const userIds = Int32Array.from({ length: pairs }, (_, i) => (i >> 1) % 3);
    const itemIds = Int32Array.from({ length: pairs }, (_, i) => (items - 1 - 3 * i + 5 * items * i) % items);
    const expected = Float32Array.from(userIds, (user, i) => scoreOf(user, itemIds[i]));
    expect(snapshot.hasItemIndex).toBe(false);
    expect(await predict(snapshot, userIds, [...itemIds], {})).toEqual(expected);
    expect(snapshot.hasItemIndex).toBe(makesIndex);
    expect([...(await predict(snapshot, 1, [4, 4, 0], {}))]).toEqual(
      [4, 4, 0].map((item) => scoreOf(1, item)),
    );
    await snapshot.itemIndex();
    expect(await predict(snapshot, userIds, itemIds, {})).toEqual(expected);
  }
});

it("pairs of other features have vectors of these", async () => {
  const itemFeatures = FeatureMatrix.fromRows(
    [
      [
        [0, 1],
        [2, 1],
      ],
      [[1, 0.5]],
    ],
    3,
  );
  const userFeatures = FeatureMatrix.fromRows([[[1, 2]]], 2);
  // Item features of (1, 3) with a bias of 0.75, and of (1, 0); a user of (-2, 2) with a bias of 20.
  expect([...(await model.predict(0, [0, 1, 0], { itemFeatures }))]).toEqual([3.25, 1, 3.25]);
  expect([...(await model.predict(0, [0, 2], { userFeatures }))]).toEqual([18.75, 26]);
  expect([...(await model.predict([0], [1], { userFeatures, itemFeatures }))]).toEqual([18]);
  expect(await model.itemRepresentations(itemFeatures)).toEqual({
    embeddings: Float32Array.of(1, 3, 1, 0),
    biases: Float32Array.of(0.75, 0),
  });
  expect(await model.userRepresentations(userFeatures)).toEqual({
    embeddings: Float32Array.of(-2, 2),
    biases: Float32Array.of(20),
  });
  expect((await model.userRepresentations()).biases).toEqual(Float32Array.of(0, 10));
  expect((await model.itemRepresentations()).biases).toEqual(Float32Array.of(0.75, 0, 0));
  const test = interactionsOf(1, 2, [[0, 1, 1]]);
  expect([...(await model.predictRank(test, { userFeatures, itemFeatures })).ranks]).toEqual([1]);
});

it("what is changed while an answer is on its way does not change it, nor does the next question", async () => {
  const userIds = Int32Array.of(1);
  const itemIds = Int32Array.of(2);
  const itemFeatures = FeatureMatrix.identity(3);
  const asked = predict(new Snapshot(model.state), userIds, itemIds, { itemFeatures });
  userIds[0] = 0;
  itemIds[0] = 0;
  expect([...(await asked)]).toEqual([13]);
  const ofMany = await many(200);
  const first = await ofMany.recommend(1, { n: 200 });
  const kept = { items: first.items.slice(), scores: first.scores.slice() };
  await ofMany.recommend(2, { n: 200 });
  expect(first).toEqual(kept);
  first.items.forEach((item, place) => {
    expect(first.scores[place]).toBe(scoreOf(1, item));
  });
});

it("ranks follow every option by its name", async () => {
  // User 0 scores 1.75 2 1.5, user 1 9.75 8 13.
  const test = interactionsOf(2, 3, [
    [1, 0, 1],
    [0, 2, 1],
  ]);
  const train = interactionsOf(2, 3, [
    [0, 2, 1],
    [1, 2, 1],
  ]);
  expect([...(await model.predictRank(test)).ranks]).toEqual([2, 1]);
  expect([...(await model.predictRank(test, { train })).ranks]).toEqual([2, 0]);
  const one = interactionsOf(2, 3, [[1, 0, 1]]);
  const all = { train, checkIntersections: true, onSlice: () => {} };
  expect([...(await model.predictRank(one, all)).ranks]).toEqual([0]);
  await expect(model.predictRank(test, all)).rejects.toThrow("user 0 and item 2");
  const snapshot = new Snapshot(model.state);
  const refused = (options: object, message: string) =>
    expect(predictRank(snapshot, test, options)).rejects.toThrow(message);
  await refused({ onSlice: 1 }, "onSlice must be a function, not 1.");
  await refused({ checkIntersections: 1 }, "checkIntersections must be true or false, not 1.");
  await refused({ check: true }, '"check"');
});

it("the best are ranked by score, by another weight of the biases, or so that they are less alike", async () => {
  const listed = async (options: object) => {
    const { items, scores } = await model.recommend(0, options);
    return [[...items], [...scores]];
  };
  expect(await listed({})).toEqual([
    [1, 0, 2],
    [2, 1.75, 1.5],
  ]);
  expect(await listed({ itemBiasWeight: 2, n: 2 })).toEqual([
    [0, 1],
    [2.5, 2],
  ]);
  expect(await listed({ diversity: 0, n: 2 })).toEqual([
    [1, 0],
    [2, 1.75],
  ]);
  // Item 0 points where item 1 does, and item 2 elsewhere.
  expect(await listed({ diversity: 1, n: 2 })).toEqual([
    [1, 2],
    [2, 1.5],
  ]);
  expect(await listed({ diversity: 1, n: 3 })).toEqual([
    [1, 2, 0],
    [2, 1.5, 1.75],
  ]);
  expect(await listed({ diversity: 1, n: 2, exclude: [1] })).toEqual([
    [0, 2],
    [1.75, 1.5],
  ]);
});

it("people are known by their row, their vector or their features", async () => {
  const mapping = {
    users: new Map([
      ["ann", 0],
      ["bob", 1],
    ]),
    items: new Map([
      ["a", 0],
      ["b", 1],
      ["c", 2],
    ]),
  };
  const embedding = [-1, 1];
  const ann = FeatureMatrix.fromRows([[[0, 1]]], 2);
  for (const [user, rows, ids] of [
    ["bob", [2, 0, 1], ["c", "a", "b"]],
    [{ embedding, bias: 10 }, [2, 0, 1], ["c", "a", "b"]],
    [ann, [1, 0, 2], ["b", "a", "c"]],
  ] as const) {
    expect((await model.recommend(user as never, { mapping } as never)).items).toEqual(ids);
    const row = typeof user === "string" ? 1 : user;
    expect([...(await model.recommend(row as never)).items]).toEqual(rows);
  }
  expect([...(await model.recommend({ embedding: Float32Array.of(0, 0), bias: 5 })).scores]).toEqual([
    5.75, 5, 5,
  ]);
});

it.each<[string, () => Promise<unknown>]>([
  ["user must be a whole number from 0 to 1, not 2.", () => model.recommend(2)],
  [
    "embedding must be of 2 components, not 1.",
    () => model.recommend({ embedding: Float32Array.of(1), bias: 0 }),
  ],
  [
    "bias must be a finite number",
    () => model.recommend({ embedding: new Float32Array(2), bias: Number.NaN }),
  ],
  ["user must be a matrix of one row, not of 2.", () => model.recommend(FeatureMatrix.identity(2))],
  [
    "user has 3 features, of which the model has learnt 2: train it on them with fitPartial first.",
    () => model.recommend(FeatureMatrix.identity(3)),
  ],
  ["diversity must be from 0 to 1, not -0.1.", () => model.recommend(0, { diversity: -0.1 })],
  ["diversity must be from 0 to 1, not 1.1.", () => model.recommend(0, { diversity: 1.1 })],
  ["n must be a whole number", () => model.recommend(0, { n: 0.5 })],
  ['diversity must be from 0 to 1, not "1".', () => model.recommend(0, { diversity: "1" as never })],
  ["users must hold whole numbers from 0 to 1, but users[0] is 2.", () => model.similarUsers(2)],
  ["items must hold whole numbers from 0 to 2, but items[0] is 3.", () => model.similarItems(3)],
  ["n must be a whole number", () => model.similarItems(0, { n: 0.5 })],
  ["items must name at least one.", () => model.similarItems([])],
  ["users must name at least one.", () => model.similarUsers([])],
  ["userIds must be a whole number from 0 to 1, not 2.", () => model.predict(2, [0])],
  ["userIds must hold whole numbers from 0 to 1, but userIds[1] is 2.", () => model.predict([0, 2], [0, 0])],
  ["itemIds must hold whole numbers from 0 to 2, but itemIds[0] is 3.", () => model.predict(0, [3])],
  ["userIds", () => model.predict([0], [0, 1])],
  ["userFeatures must be of type FeatureMatrix", () => model.predict(0, [0], { userFeatures: 1 as never })],
  ["itemFeatures must be of type FeatureMatrix", () => model.predict(0, [0], { itemFeatures: 1 as never })],
  ["userFeatures has 3 features", () => model.userRepresentations(FeatureMatrix.identity(3))],
  ["itemFeatures has 4 features", () => model.itemRepresentations(FeatureMatrix.identity(4))],
  ["The model has not been trained: call fit first.", () => new LightFM().recommend(0)],
  ["onEpoch must be a function, not 1.", () => model.clone().fit(twoTastes(), { onEpoch: 1 as never })],
])("what does not fit is refused: %s", async (message, ask) => {
  await expect(ask()).rejects.toThrow(message);
});

it("long lists of ids are checked wherever the wrong one stands", async () => {
  const ids = (wrong: number, at: number) =>
    Int32Array.from({ length: 40_000 }, (_, i) => (i === at ? wrong : 0));
  const fine = ids(0, 0);
  for (const at of [0, 16_384, 39_999]) {
    for (const wrong of [-1, 2])
      await expect(model.predict(ids(wrong, at), fine)).rejects.toThrow(`userIds[${at}] is ${wrong}.`);
    for (const wrong of [-1, 3])
      await expect(model.predict(fine, ids(wrong, at))).rejects.toThrow(`itemIds[${at}] is ${wrong}.`);
  }
  expect((await model.predict(fine, fine)).every((score) => score === 1.75)).toBe(true);
});

it("users are alike by the cosine of their vectors", async () => {
  const alike = await model.similarUsers(0);
  expect([...alike.users]).toEqual([1]);
  expect(alike.scores[0]).toBeCloseTo(-0.5 / Math.sqrt(1.25 * 2), 6);
  expect((await model.similarItems(0)).scores).toEqual(Float32Array.of(1, 0));
});

it("a model that is reset knows nothing, and while it is trained it is not to be changed", async () => {
  const reset = model.clone();
  reset.reset();
  expect(reset.epochs).toBe(0);
  await expect(reset.recommend(0)).rejects.toThrow("call fit first");
  const epochs = reset.fitEpochs(twoTastes(), { epochs: 3 });
  await epochs.next();
  const message = "The model is being trained. Stop that, or wait until it ends.";
  expect(() => reset.reset()).toThrow(BusyError);
  expect(() => reset.setParameters({})).toThrow(message);
  await expect(reset.fit(twoTastes())).rejects.toThrow(message);
  await epochs.return();
  expect(reset.epochs).toBe(1);
  expect(() => reset.setParameters(null as never)).toThrow("parameters must be");
  expect(() => reset.setParameters({ biases: [] } as never)).toThrow('"biases"');
});

it("training that stops early goes back to its best epoch, and goes on by the random numbers that follow", async () => {
  const data = twoTastes();
  const figures = [1, 5, 4, 3, 9];
  const ends: number[] = [];
  const stopped = await new LightFM({ noComponents: 1 }).fit(data, {
    epochs: 5,
    onEpoch: ({ epoch }) => void ends.push(epoch),
    earlyStopping: { metric: (asked) => figures[asked.epochs - 1], patience: 2 },
  });
  expect(ends).toEqual([1, 2, 3, 4]);
  const [two, four] = await Promise.all(
    [2, 4].map((epochs) => new LightFM({ noComponents: 1 }).fit(data, { epochs })),
  );
  expect(contentsOf(stopped)).toEqual({ ...contentsOf(two), random: contentsOf(four).random });
});
