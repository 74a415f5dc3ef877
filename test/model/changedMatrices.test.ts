import { expect, it } from "vitest";
import { ArgumentError } from "../../src/errors.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { saveModel } from "../../src/model/file/saveModel.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { Scorer } from "../../src/model/scorer/Scorer.ts";
import { contentsOf } from "../support/contentsOf.ts";
import { twoTastes } from "../support/problems.ts";

const interactions = twoTastes();
const { users, items } = interactions;
const featuresOf = (rows: number) =>
  FeatureMatrix.fromRows(
    Array.from({ length: rows }, (_, row) => [
      [row, 1],
      [rows + (row % 2), 1],
    ]),
    rows + 2,
  );
const model = await new LightFM({ loss: "warp" }).fit(interactions, { epochs: 1 });

/** Everything that takes interactions. */
const takers: [name: string, take: (interactions: Interactions) => unknown][] = [
  ["fit", (x) => model.clone().fit(x)],
  ["fitPartial", (x) => model.clone().fitPartial(x)],
  ["fitEpochs", (x) => model.clone().fitEpochs(x).next()],
  ["predictRank, test", (x) => model.predictRank(x)],
  ["predictRank, train", (x) => model.predictRank(interactions, { train: x })],
  ["recommendMany", (x) => model.recommendMany("all", { exclude: x }).next()],
  ["Scorer", (x) => Scorer.create(model, x)],
];
const changes: [name: string, change: (x: Interactions) => void][] = [
  ["an item beyond memory", ({ itemIds }) => itemIds.set([1e9], 3)],
  ["an item just beyond the last", ({ itemIds }) => itemIds.set([items], 3)],
  ["an item below 0", ({ itemIds }) => itemIds.set([-1], 3)],
  ["a user beyond the last", ({ userIds }) => userIds.set([5000], 3)],
];

it.each(takers)("interactions that were changed are refused by %s", async (_, take) => {
  for (const [name, change] of changes) {
    const changed = twoTastes();
    change(changed);
    await expect((async () => take(changed))(), name).rejects.toThrow(ArgumentError);
  }
});

it("interactions that change between two epochs stop training with what the whole ones have learnt", async () => {
  for (const loss of ["warp", "bpr", "logistic"] as const) {
    const changed = twoTastes();
    const own = new LightFM({ loss });
    const epochs = own.fitEpochs(changed, { epochs: 3 });
    await epochs.next();
    changed.itemIds[3] = 1e8;
    await expect(epochs.next(), loss).rejects.toThrow(ArgumentError);
    expect(own.epochs).toBe(1);
    expect((await own.predict(0, [0]))[0]).toBeTypeOf("number");
  }
});

it("interactions that change while millions are laid out stop training before it begins", async () => {
  const many = 1_200_000;
  const ids = Int32Array.from({ length: many }, (_, i) => i % 1000);
  for (const change of [1e8, -1]) {
    const changing = new Interactions(1000, 1200, ids, ids.slice(), new Int8Array(many).fill(1));
    const own = new LightFM({ loss: "warp-kos", noComponents: 1 });
    const training = own.fit(changing);
    const timer = setTimeout(() => changing.itemIds.fill(change), 0);
    await expect(training).rejects.toThrow(ArgumentError);
    clearTimeout(timer);
    expect(own.epochs).toBe(0);
  }
});

it("features that were changed since the model learnt with them are refused by whatever reads those rows", async () => {
  const broken: [name: string, change: (matrix: FeatureMatrix) => void][] = [
    ["a column beyond memory", ({ indices }) => indices.set([1e8], 0)],
    ["a column beyond the last", ({ indices }) => indices.set([indices.length], 0)],
    ["a column below 0", ({ indices }) => indices.set([-1], 0)],
    ["a weight", ({ data }) => data.set([Number.NaN], 0)],
    ["an offset", ({ indptr }) => indptr.set([2 ** 30], 1)],
  ];
  for (const [name, change] of broken) {
    const userFeatures = featuresOf(users);
    const itemFeatures = featuresOf(items);
    const own = await new LightFM().fit(interactions, { userFeatures, itemFeatures });
    const before = contentsOf(own);
    const matrix = name === "a weight" ? userFeatures : itemFeatures;
    change(matrix);
    const calls: (() => unknown)[] = [
      () => own.fitPartial(interactions),
      () => own.predict(0, [0]),
      () => own.predict(0, [0], { userFeatures, itemFeatures }),
      () => own.userRepresentations(userFeatures).then(() => own.itemRepresentations(itemFeatures)),
      () => own.predictRank(interactions),
      () => saveModel(own),
    ];
    for (const call of calls) {
      await expect((async () => call())(), `${name}, ${call}`).rejects.toThrow(ArgumentError);
    }
    expect(contentsOf(own)).toEqual(before);
  }
});

it("few pairs read few rows of the features that come with them", async () => {
  const itemFeatures = featuresOf(items);
  const own = await new LightFM().fit(interactions, { itemFeatures });
  const userFeatures = FeatureMatrix.identity(users);
  const read: number[] = [];
  for (const matrix of [userFeatures, featuresOf(items)]) {
    const { checkRow } = matrix;
    matrix.checkRow = (row) => {
      read.push(row);
      checkRow.call(matrix, row);
    };
    matrix.check = () => expect.fail("all rows were checked");
    await own.predict(
      [3, 3, 3],
      [1, 2, 1],
      matrix === userFeatures ? { userFeatures } : { itemFeatures: matrix },
    );
  }
  expect(read).toEqual([3, 1, 2]);
});

it("what is asked about one user reads that user's row alone, among however many", async () => {
  const userFeatures = featuresOf(users);
  const own = await new LightFM({ loss: "warp" }).fit(interactions, { userFeatures });
  const scorer = await Scorer.create(own, null);
  const read: number[] = [];
  const { checkRow } = userFeatures;
  userFeatures.checkRow = (row) => {
    read.push(row);
    checkRow.call(userFeatures, row);
  };
  userFeatures.check = () => expect.fail("all rows were checked");
  await own.recommend(3);
  for await (const _ of own.recommendMany([5, 7]));
  await own.predict(9, [1, 2]);
  await scorer.recommend(4);
  expect(read).toEqual([3, 5, 7, 9, 4]);
});

it("the vectors of all items are made once an epoch, however often they are asked for", async () => {
  const itemFeatures = FeatureMatrix.identity(items);
  const own = await new LightFM({ loss: "warp" }).fit(interactions, { itemFeatures });
  const { checkRow } = itemFeatures;
  let read = 0;
  itemFeatures.checkRow = (row) => {
    read++;
    checkRow.call(itemFeatures, row);
  };
  for (const epoch of [1, 2]) {
    await Promise.all([own.recommend(0), own.predict(1, [2]), own.similarItems(3)]);
    await own.recommend(1);
    expect(read).toBe(epoch * items);
    await own.fitPartial(interactions, { itemFeatures });
  }
});

it("lists that change while they are waited for do not reach memory", async () => {
  const own = await new LightFM({ loss: "bpr" }).fit(interactions);
  const wanted = await own.clone().recommend(0, { exclude: [1] });
  const exclude = Int32Array.of(1);
  const list = own.recommend(0, { exclude });
  await Promise.resolve();
  exclude[0] = 1e9;
  // Which of the two is read is a matter of time; neither is written anywhere.
  expect(await list.catch((error: Error) => error)).toSatisfy(
    (outcome) => outcome instanceof ArgumentError || JSON.stringify(outcome) === JSON.stringify(wanted),
  );
});
