import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { Dataset } from "../../../src/dataset/Dataset.ts";
import type { Id } from "../../../src/dataset/Side.ts";
import { ArgumentError, ModelFileError } from "../../../src/errors.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { loadModel } from "../../../src/model/file/loadModel.ts";
import { NpyArray, writeNpy } from "../../../src/model/file/npy.ts";
import { writeNpz } from "../../../src/model/file/npz.ts";
import { modelArrays, saveModel } from "../../../src/model/file/saveModel.ts";
import { DEFAULTS } from "../../../src/model/hyperparameters.ts";
import { LightFM } from "../../../src/model/LightFM.ts";
import { contentsOf } from "../../support/contentsOf.ts";

/** One user, two items of two features. */
const model = await new LightFM({ noComponents: 1, loss: "bpr", seed: -5, dislikes: "negatives" }).fit(
  new Interactions(1, 2, [], [], []),
  {
    itemFeatures: FeatureMatrix.fromRows(
      [
        [[1, 0.5]],
        [
          [0, 2],
          [1, 1],
        ],
      ],
      2,
    ),
  },
);
model.setParameters({ itemEmbeddings: [1, 2], itemBiases: [3, 4], userEmbeddings: [5], userBiases: [6] });

const dataset = new Dataset<Id, Id>().fit(["ann"], [7, "8"], ["tall"], ["red"]);
const mapping = dataset.mapping();

/** What an array says, and of which shape. */
function said(bytes: Uint8Array): [unknown[], readonly number[]] {
  const array = new NpyArray("a", bytes);
  return [array.isText ? array.texts() : [...array.float64()], array.shape];
}

const NUMBERS = {
  item_embeddings: [
    [1, 2],
    [2, 1],
  ],
  item_biases: [[3, 4], [2]],
  item_embedding_gradients: [
    [1, 1],
    [2, 1],
  ],
  item_bias_gradients: [[1, 1], [2]],
  item_embedding_momentum: [
    [0, 0],
    [2, 1],
  ],
  item_bias_momentum: [[0, 0], [2]],
  user_embeddings: [[5], [1, 1]],
  user_biases: [[6], [1]],
  user_embedding_gradients: [[1], [1, 1]],
  user_bias_gradients: [[1], [1]],
  user_embedding_momentum: [[0], [1, 1]],
  user_bias_momentum: [[0], [1]],
};

it("a file holds every array by LightFM's name, and its shape", () => {
  const random = new SeededRandom(-5);
  // Each feature's one component was drawn.
  for (let feature = 0; feature < 3; feature++) random.float();
  const found = Object.fromEntries(Array.from(modelArrays(model), ([name, bytes]) => [name, said(bytes)]));
  expect(found).toEqual({
    ...NUMBERS,
    no_components: [[1], []],
    loss: [["bpr"], []],
    learning_schedule: [["adagrad"], []],
    learning_rate: [[0.05], []],
    rho: [[0.95], []],
    epsilon: [[1e-6], []],
    item_alpha: [[0], []],
    user_alpha: [[0], []],
    max_sampled: [[10], []],
    k: [[5], []],
    n: [[10], []],
    dislikes: [["negatives"], []],
    seed: [[-5], []],
    epochs: [[0], []],
    random: [[...random.state], [4]],
    item_feature_matrix_shape: [[2, 2], [2]],
    item_feature_matrix_indptr: [[0, 1, 3], [3]],
    item_feature_matrix_indices: [[1, 0, 1], [3]],
    item_feature_matrix_data: [[0.5, 2, 1], [3]],
    user_feature_matrix_shape: [[1, 1], [2]],
    user_feature_matrix_indptr: [[0, 1], [2]],
    user_feature_matrix_indices: [[0], [1]],
    user_feature_matrix_data: [[1], [1]],
  });
});

it("scalars are of the kinds that LightFM has: whole numbers of 64 bits, fractions of 64, text", () => {
  const dtypeOf = (name: string) =>
    /'descr': '([^']*)'/.exec(new TextDecoder("latin1").decode(modelArrays(model).get(name)))?.[1];
  const dtypes = ["no_components", "max_sampled", "k", "n", "seed", "epochs"].map(dtypeOf);
  expect(dtypes).toEqual(new Array(6).fill("<i8"));
  expect(["learning_rate", "rho", "epsilon", "item_alpha", "user_alpha"].map(dtypeOf)).toEqual(
    new Array(5).fill("<f8"),
  );
  expect(dtypeOf("loss")).toBe("<U3");
});

it("a mapping adds the ids by row, the labels by column and each row's own column", () => {
  const bare = new Set(modelArrays(model).keys());
  const map = Float32Array.of(1, 2, 3, 4);
  const added = Array.from(modelArrays(model, mapping, map)).filter(([name]) => !bare.has(name));
  expect(Object.fromEntries(added.map(([name, bytes]) => [name, said(bytes)]))).toEqual({
    users: [["ann"], [1]],
    user_features: [["ann", "tall"], [2]],
    user_identity_columns: [[0], [1]],
    items: [["7", "8"], [2]],
    item_number_rows: [[0], [1]],
    item_features: [["7", "8", "red"], [3]],
    item_identity_columns: [[0, 1], [2]],
    fold_in_map: [
      [1, 2, 3, 4],
      [4, 1],
    ],
  });
  const loaded = loadModel(saveModel(model, { mapping, foldInMap: map }));
  expect(loaded.mapping).toEqual(mapping);
  expect(loaded.foldInMap).toEqual(map);
  expect(contentsOf(loaded.model)).toEqual(contentsOf(model));
  expect(Object.keys(loadModel(saveModel(model, { foldInMap: null })))).toEqual(["model"]);
});

it("what does not fit a model is not saved", () => {
  const refused = (options: object, message: string) => {
    expect(() => saveModel(model, options)).toThrow(ArgumentError);
    expect(() => saveModel(model, options)).toThrow(message);
  };
  const other = new Dataset<Id, Id>().fit(["ann", "bob"], [7, "8"]).mapping();
  refused({ mapping: other }, "mapping.users is of 2 users, but the model was trained with 1.");
  const fewer = new Dataset<Id, Id>().fit(["ann"], [7]).mapping();
  refused({ mapping: fewer }, "mapping.items is of 1 items, but the model was trained with 2.");
  const plain = new Dataset<Id, Id>({ itemIdentityFeatures: false })
    .fit(["ann"], [7, "8"], [], ["red"])
    .mapping();
  refused(
    { mapping: plain },
    "mapping names 1 features of items, but the model was trained with 2. Give the mapping of the dataset that built them.",
  );
  // Without any columns, it is one of ids alone.
  const ids = new Dataset<Id, Id>({ itemIdentityFeatures: false }).fit(["ann"], [7, "8"]).mapping();
  expect(loadModel(saveModel(model, { mapping: ids })).mapping).toEqual(ids);
  refused({ foldInMap: new Float32Array(3) }, "foldInMap must hold 4 numbers for 1 components, not 3.");
  refused({ map: 1 }, '"map"');
  refused({ mapping: 1 }, "mapping must be");
  expect(() => saveModel({} as never)).toThrow("model must be of type LightFM");
  const changed = model.clone();
  const features = FeatureMatrix.fromRows([[[0, 1]], []], 2);
  const state = { ...changed.state, features: { ...changed.state.features, itemFeatures: features } };
  const of = LightFM.fromState(state as never);
  features.data[0] = Number.NaN;
  expect(() => saveModel(of)).toThrow(ArgumentError);
});

const array = ([numbers, shape]: number[][]) => writeNpy(Float32Array.from(numbers), shape);
const numbers = () => new Map(Object.entries(NUMBERS).map(([name, content]) => [name, array(content)]));
const fileOf = (changes: Record<string, Uint8Array | null>) => {
  const arrays = numbers();
  for (const [name, bytes] of Object.entries(changes)) {
    if (bytes) arrays.set(name, bytes);
    else arrays.delete(name);
  }
  return writeNpz(arrays);
};
const whole = (...values: number[]) =>
  writeNpy(Int32Array.from(values), values.length === 1 ? [] : [values.length]);

it("a file of numbers alone is a model by LightFM's defaults, each row with a feature of its own", () => {
  const { model: loaded, mapping: names, foldInMap } = loadModel(fileOf({}));
  expect([names, foldInMap]).toEqual([undefined, undefined]);
  expect(loaded.hyperparameters).toEqual({ ...DEFAULTS, noComponents: 1 });
  expect(loaded.epochs).toBe(0);
  expect(loaded.state.random.state).toEqual(new SeededRandom(0).state);
  expect(loaded.state.features).toEqual({
    itemFeatures: FeatureMatrix.identity(2),
    userFeatures: FeatureMatrix.identity(1),
  });
  expect([...loaded.state.tables.items.values]).toEqual([1, 0, 3, 0, 2, 0, 4, 0]);
  expect([...loaded.state.tables.users.sums]).toEqual([
    1,
    1,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
  expect(loaded.state.tables.users.momenta).toBe(null);
});

it("momenta of either side tell adadelta", () => {
  for (const [name, values] of [
    [
      "item_embedding_momentum",
      [
        [0, 0.5],
        [2, 1],
      ],
    ],
    ["user_embedding_momentum", [[0.5], [1, 1]]],
  ] as const) {
    const { model: loaded } = loadModel(fileOf({ [name]: array(values as never) }));
    expect(loaded.hyperparameters.learningSchedule).toBe("adadelta");
    expect(loaded.state.tables.items.momenta).toHaveLength(8);
  }
  const told = fileOf({ learning_schedule: writeNpy(["adadelta"], []) });
  expect([...(loadModel(told).model.state.tables.users.momenta ?? [])]).toEqual([0, 0, 0, 0]);
});

it("numbers, a state of the random sequence and epochs are those of the file", () => {
  const random = SeededRandom.fromState(Uint32Array.of(1, 2, 3, 2 ** 32 - 1));
  const { model: loaded } = loadModel(
    fileOf({
      epochs: whole(12),
      random: writeNpy(random.state),
      seed: writeNpy(BigInt64Array.of(-(2n ** 53n) + 1n), []),
      max_sampled: writeNpy(Float64Array.of(3), [1]),
      item_feature_matrix_shape: whole(1, 2),
      item_feature_matrix_indptr: whole(0, 2),
      item_feature_matrix_indices: whole(1, 0),
      item_feature_matrix_data: writeNpy(Float64Array.of(2, 0.5)),
    }),
  );
  expect([loaded.epochs, loaded.hyperparameters.seed, loaded.hyperparameters.maxSampled]).toEqual([
    12,
    Number.MIN_SAFE_INTEGER,
    3,
  ]);
  expect(loaded.state.random.state).toEqual(random.state);
  const features = loaded.state.features?.itemFeatures;
  expect([features?.rows, [...(features?.indices ?? [])], [...(features?.data ?? [])]]).toEqual([
    1,
    [1, 0],
    [2, 0.5],
  ]);
});

it("a model that was saved before it learnt anything has learnt nothing", async () => {
  const { model: loaded } = loadModel(saveModel(new LightFM({ noComponents: 3 })));
  expect(loaded.state.features).toBe(null);
  await expect(loaded.recommend(0)).rejects.toThrow("call fit first");
});

it.each<[string, Record<string, Uint8Array | null>]>([
  ["item_embeddings is missing", { item_embeddings: null }],
  ["user_bias_gradients is missing", { user_bias_gradients: null }],
  ["user_embeddings must have two dimensions", { user_embeddings: whole(1, 2) }],
  ["item_biases is of shape (3), not (2)", { item_biases: whole(1, 2, 3) }],
  ["item_embedding_gradients is of shape (2), not (2, 1)", { item_embedding_gradients: whole(1, 2) }],
  ["item_bias_momentum is of shape (), not (2)", { item_bias_momentum: whole(1) }],
  ["item_embeddings has 1 components where there should be 2", { no_components: whole(2) }],
  [
    "user_embeddings has 2 components where there should be 1",
    {
      user_embeddings: array([
        [1, 2],
        [1, 2],
      ]),
      user_embedding_gradients: array([
        [1, 2],
        [1, 2],
      ]),
      user_embedding_momentum: array([
        [1, 2],
        [1, 2],
      ]),
    },
  ],
  ["epochs must hold one value, not 2", { epochs: whole(1, 2) }],
  ["epochs must hold whole numbers from 0 to 9007199254740991, not -1", { epochs: whole(-1) }],
  ["random is of shape (3), not (4)", { random: whole(1, 2, 3) }],
  ["random must hold whole numbers from 0 to 4294967295, not -1", { random: whole(1, 2, 3, -1) }],
  ["loss must hold one value, not 2", { loss: writeNpy(["warp", "bpr"]) }],
  ["k must be a whole number", { k: writeNpy(Float64Array.of(0.5), []) }],
  ["fold_in_map is of shape (4), not (4, 1)", { fold_in_map: whole(1, 2, 3, 4) }],
  ["item_feature_matrix_indptr is missing", { item_feature_matrix_shape: whole(1, 2) }],
  ["user_feature_matrix_shape is missing", { user_feature_matrix_data: whole(1, 2) }],
])("a file is refused: %s", (problem, changes) => {
  expect(() => loadModel(fileOf(changes))).toThrow(ModelFileError);
  expect(() => loadModel(fileOf(changes))).toThrow(`This model cannot be read: ${problem}`);
});

it.each([
  ["has 3 features where 2 are learnt", [1, 3], [0, 1], [0]],
  ["shape must hold whole numbers from 0 to 2147483647, not -1", [-1, 2], [0, 1], [0]],
  ["shape is of shape (3), not (2)", [1, 2, 3], [0, 1], [0]],
  ["indptr must hold whole numbers from 0 to 2147483647, not -1", [1, 2], [0, -1], [0]],
  ["indices must hold whole numbers from 0 to 1, not 2", [1, 2], [0, 1], [2]],
  ["indptr must hold 2 offsets from 0 to 1", [1, 2], [0, 0], [0]],
])("features are refused: %s", (problem, shape, indptr, indices) => {
  const list = (values: number[]) => writeNpy(Int32Array.from(values));
  const file = fileOf({
    item_feature_matrix_shape: list(shape),
    item_feature_matrix_indptr: list(indptr),
    item_feature_matrix_indices: list(indices),
    item_feature_matrix_data: list([1]),
  });
  expect(() => loadModel(file)).toThrow(ModelFileError);
  expect(() => loadModel(file)).toThrow(problem);
});

it("bytes, a buffer and a Blob are read, and nothing else", async () => {
  const bytes = saveModel(model);
  const expected = contentsOf(model);
  expect(contentsOf(loadModel(bytes).model)).toEqual(expected);
  expect(contentsOf(loadModel(bytes.slice().buffer).model)).toEqual(expected);
  expect(contentsOf((await loadModel(new Blob([bytes.slice()]))).model)).toEqual(expected);
  expect(() => loadModel("model.npz" as never)).toThrow(
    'file must hold a model\'s bytes, as a Uint8Array, an ArrayBuffer or a Blob, not "model.npz".',
  );
  expect(() => loadModel(new Uint8Array(3))).toThrow("it is not an .npz file (not a zip)");
  const matrix = zipSync(
    Object.fromEntries(
      ["shape", "indptr", "indices", "data", "format"].map((name) => [`${name}.npy`, whole(1)]),
    ),
  );
  expect(() => loadModel(matrix)).toThrow(/sparse matrix/);
});
