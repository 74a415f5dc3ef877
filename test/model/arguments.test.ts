import { describe, expect, it } from "vitest";
import { ArgumentError, UnsupportedError } from "../../src/errors.ts";
import { Dataset, popularityRanks } from "../../src/index.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { loadModel } from "../../src/model/file/loadModel.ts";
import { saveModel } from "../../src/model/file/saveModel.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { contentsOf } from "../support/contentsOf.ts";
import { twoTastes } from "../support/problems.ts";

const interactions = twoTastes();
const model = await new LightFM({ loss: "warp", seed: 1 }).fit(interactions, { epochs: 2 });
const { items, users } = interactions;

/** What JavaScript would turn into row 0, or into another row. */
const NO_ROWS: unknown[] = [
  undefined,
  null,
  Number.NaN,
  "x",
  "1",
  0.5,
  -1,
  2 ** 32,
  2 ** 32 + 1,
  Infinity,
  true,
  1n,
  {},
];

/** Calls that would have to fail, each with something where rows belong. */
const asRow: [name: string, call: (row: never) => unknown][] = [
  ["userIds", (row) => model.predict([row], [0])],
  ["itemIds", (row) => model.predict([0], [row])],
  ["user", (row) => model.recommend(row)],
  ["exclude", (row) => model.recommend(0, { exclude: [1, row] })],
  ["among", (row) => model.recommend(0, { among: [row] })],
  ["itemIds", (row) => model.foldIn({ itemIds: [2, row] })],
  ["items", (row) => model.similarItems([row])],
  ["users", (row) => model.similarUsers([row])],
  ["users", (row) => model.recommendMany([row]).next()],
  ["item", (row) => model.explain({ itemIds: [1] }, row)],
  ["userIds", (row) => new Interactions(2, 2, [0, row], [0, 1], [1, 1])],
  ["itemIds", (row) => new Interactions(2, 2, [0, 1], [0, row], [1, 1])],
  ["indices", (row) => FeatureMatrix.fromRows([[[row, 1]]], 2)],
  ["rows", (row) => FeatureMatrix.fromEntries(2, 2, { rows: [row], columns: [0], weights: [1] })],
  ["columns", (row) => FeatureMatrix.fromEntries(2, 2, { rows: [0], columns: [row], weights: [1] })],
];

describe("what is no row", () => {
  for (const [name, call] of asRow) {
    it(`is refused by the name of ${name}: ${call.toString().replace("(row) => ", "")}`, async () => {
      for (const row of NO_ROWS) {
        const answer = (async () => call(row as never))();
        await expect(answer, String(row)).rejects.toThrow(ArgumentError);
        await expect(answer).rejects.toThrow(name);
      }
    });
  }

  it("is quoted where it is a string, with its place", async () => {
    await expect(model.predict(0, [1, "Heat" as never])).rejects.toThrow(
      `itemIds must hold whole numbers from 0 to ${items - 1}, but itemIds[1] is "Heat".`,
    );
    expect(() => new LightFM({ noComponents: "10" as never })).toThrow(/noComponents .* not "10"/);
  });
});

it("features of two, and ids without a mapping, are refused by the name of the user", async () => {
  await expect(model.recommend(FeatureMatrix.identity(2))).rejects.toThrow(/^user must /);
  await expect(model.recommend("ann" as never)).rejects.toThrow(
    'user: "ann" is not a row. To use ids, give the option mapping as well.',
  );
  const mapping = new Dataset().fit(Array(users).keys(), Array(items).keys()).mapping();
  await expect(model.recommend("ann" as never, { mapping })).rejects.toThrow(/^user\b/);
});

it("matrices that were changed after they were made are refused before memory is written", async () => {
  const before = contentsOf(model);
  const changed = twoTastes();
  changed.itemIds[7] = 1_000_000;
  await expect(model.fitPartial(changed)).rejects.toThrow(/itemIds\[7\] is 1000000/);
  await expect(model.predictRank(changed)).rejects.toThrow(ArgumentError);
  const features = FeatureMatrix.fromRows(
    Array.from({ length: items }, () => [[0, 1]]),
    1,
  );
  features.indices[3] = 99;
  await expect(model.fitPartial(interactions, { itemFeatures: features })).rejects.toThrow(/indices\[3\]/);
  const identity = FeatureMatrix.identity(items);
  identity.data[2] = 5;
  await expect(model.fitPartial(interactions, { itemFeatures: identity })).rejects.toThrow(/was changed/);
  expect(contentsOf(model)).toEqual(before);
});

describe("names of options", () => {
  const misspelt: [call: () => unknown, suggestion: string][] = [
    [() => new LightFM({ no_components: 5 } as object), '"noComponents"'],
    [() => new LightFM({ learningrate: 5 } as object), '"learningRate"'],
    [() => new LightFM({ loss: "wrap" as never }), '"warp"'],
    [() => model.fit(interactions, { epoch: 10 } as object), '"epochs"'],
    [() => model.fitPartial(interactions, { item_features: null } as object), '"itemFeatures"'],
    [() => model.fitEpochs(interactions, { thread: 2 } as object).next(), '"threads"'],
    [() => model.predict(0, [0], { userFeature: null } as object), '"userFeatures"'],
    [() => model.predictRank(interactions, { trian: interactions } as object), '"train"'],
    [() => model.recommend(0, { exlude: [1] } as object), '"exclude"'],
    [() => model.recommendMany("all", { exlude: interactions } as object).next(), '"exclude"'],
    [() => model.similarItems(0, { amongst: [1] } as object), '"among"'],
    [() => model.foldIn({ itemIds: [1] }, { dislike: "known" } as object), '"dislikes"'],
    [() => saveModel(model, { mappings: null } as object), '"mapping"'],
    [() => new Dataset({ userIdentityFeature: false } as object), '"userIdentityFeatures"'],
    [() => new Dataset().fit([1], [2]).buildItemFeatures([], { normalise: true } as object), '"normalize"'],
  ];
  for (const [call, suggestion] of misspelt) {
    it(`are suggested: ${suggestion} in ${call.toString().replace("() => ", "")}`, async () => {
      await expect((async () => call())()).rejects.toThrow(`Did you mean ${suggestion}?`);
    });
  }

  it("are asked for where Python would take positions", async () => {
    const before = contentsOf(model);
    const positional = model.fit(interactions, FeatureMatrix.identity(users) as object);
    await expect(positional).rejects.toThrow(/options must be an object such as/);
    await expect(model.similarItems(0, 10 as never)).rejects.toThrow(ArgumentError);
    await expect(model.recommend(0, 10 as never)).rejects.toThrow(ArgumentError);
    await expect(model.fit("ab" as never)).rejects.toThrow(
      /interactions must be of type Interactions, not "ab"/,
    );
    await expect(model.fit(interactions, { itemFeatures: [[1]] as never })).rejects.toThrow(/FeatureMatrix/);
    expect(contentsOf(model)).toEqual(before);
  });
});

describe("what is not a number", () => {
  it("is refused in a representation, a weight and a metric", async () => {
    const { embedding, bias } = await model.foldIn({ itemIds: [1, 3] });
    const broken = Float32Array.from(embedding, (x, i) => (i === 2 ? Number.NaN : x));
    await expect(model.recommend({ embedding: broken, bias })).rejects.toThrow(/embedding\[2\] is NaN/);
    await expect(model.recommend({ embedding, bias: Number.NaN })).rejects.toThrow(/bias/);
    await expect(model.foldIn({ itemIds: [1], weights: [Number.NaN] })).rejects.toThrow(/weights/);
    const fit = model.clone().fit(interactions, { earlyStopping: { metric: () => Number.NaN, patience: 1 } });
    await expect(fit).rejects.toThrow(/metric must give a number, not NaN/);
  });
});

it("more users than WebAssembly can hold are refused before memory is asked for", async () => {
  const tables = new Interactions(100_000_000, 10, [5], [5], [1]);
  await expect(new LightFM().fit(tables)).rejects.toThrow(UnsupportedError);
  // Their tables would fit, but not what each user is known to have beside them.
  const known = new Interactions(125_000_000, 10, [5], [5], [1]);
  await expect(new LightFM({ noComponents: 2 }).fit(known)).rejects.toThrow(/needs 4\.2 GiB/);
});

it("a mapping of another data set is not saved, and other shapes are not ranked", async () => {
  const mapping = new Dataset().fit([1, 2, 3], [4]).mapping();
  expect(() => saveModel(model, { mapping })).toThrow(/mapping\.users is of 3 users, but .* with 40/);
  const ids = (count: number) => Array.from({ length: count }, (_, id) => id);
  const less = new Dataset({ itemIdentityFeatures: false })
    .fit(ids(users), ids(items), [], ["one"])
    .mapping();
  expect(() => saveModel(model, { mapping: less })).toThrow(/names 1 features of items/);
  await expect(model.recommend(1, { mapping })).rejects.toThrow(/mapping\.users is of 3 users/);
  const other = new Interactions(users, items + 5, [0], [1], [1]);
  await expect((async () => popularityRanks(interactions, other))()).rejects.toThrow(ArgumentError);
});

it("a model is loaded from bytes, a buffer or a blob", async () => {
  const bytes = saveModel(model);
  const wanted = contentsOf(model);
  expect(contentsOf(loadModel(bytes).model)).toEqual(wanted);
  expect(contentsOf(loadModel(bytes.slice().buffer as ArrayBuffer).model)).toEqual(wanted);
  expect(contentsOf((await loadModel(new Blob([bytes as BlobPart]))).model)).toEqual(wanted);
  expect(() => loadModel("model.npz" as never)).toThrow(ArgumentError);
});
