import { unzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import { Dataset } from "../../../src/dataset/Dataset.ts";
import type { Id } from "../../../src/dataset/Side.ts";
import { ModelFileError } from "../../../src/errors.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { loadModel } from "../../../src/model/file/loadModel.ts";
import { NpyArray, writeNpy } from "../../../src/model/file/npy.ts";
import { Npz, writeNpz } from "../../../src/model/file/npz.ts";
import { madeFromFile } from "../../../src/model/file/refuseFile.ts";
import { mappingArrays, readMapping } from "../../../src/model/file/savedMapping.ts";
import { saveModel } from "../../../src/model/file/saveModel.ts";
import { LightFM } from "../../../src/model/LightFM.ts";

const text = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
const random = new SeededRandom(1);
const noise = (length: number) => Uint8Array.from({ length }, () => random.below(256));

it("an array goes packed where its end shrinks to less than half, and its beginning says nothing", () => {
  const halfZeros = new Uint8Array(12_000);
  halfZeros.set(noise(7000));
  const methodOf = (bytes: Uint8Array) => {
    const file = writeNpz(new Map([["a", bytes]]));
    expect(Buffer.compare(unzipSync(file)["a.npy"], bytes)).toBe(0);
    return file[8];
  };
  expect(methodOf(halfZeros)).toBe(8);
  expect(methodOf(halfZeros.toReversed())).toBe(0);
  expect(methodOf(noise(5000))).toBe(0);
  // Six bits of each byte: it shrinks, but not to half.
  expect(methodOf(noise(5000).map((byte) => byte & 63))).toBe(0);
  // A whole piece, and nothing after it.
  expect(methodOf(new Uint8Array(2 ** 20))).toBe(8);
  expect(methodOf(new Uint8Array(2 ** 20 + 1))).toBe(8);
});

it("an array is told by its name, with or without its ending", () => {
  const bytes = writeNpy(Float32Array.of(1));
  const file = new Npz(zipSync({ "a.npy": bytes, b: bytes, "c.npy.d.npy": bytes }));
  expect(["a", "b", "c.npy.d", "c.d", "a.npy"].map((name) => file.has(name))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect([...file.read("a").float32()]).toEqual([1]);
  expect(() => new Npz(zipSync({ "a.npy": bytes, a: bytes }))).toThrow(
    "This model cannot be read: it holds a twice.",
  );
});

it("what does not begin as a zip is none, and what does is told by its fault", () => {
  const none = "it is not an .npz file (not a zip)";
  for (const start of [
    [0x50, 0x4c],
    [0x51, 0x4b],
    [0x50, 0x4b],
    [0, 0],
  ]) {
    const short = Uint8Array.from(start);
    expect(() => new Npz(short)).toThrow(none);
    const long = Uint8Array.of(...start, 3, 4, ...new Uint8Array(60));
    const isZip = start[0] === 0x50 && start[1] === 0x4b;
    let message = "";
    try {
      new Npz(long);
    } catch (error) {
      ({ message } = error as Error);
    }
    expect([message.includes(none), message !== ""]).toEqual([!isZip, true]);
  }
  const four = Uint8Array.of(0x50, 0x4b, 3, 4);
  expect(() => new Npz(four)).toThrow(ModelFileError);
  expect(() => new Npz(four)).not.toThrow(none);
});

it("a header says the shape as NumPy does, and texts may have many letters", () => {
  expect(text(writeNpy(Float32Array.of(1, 2)))).toContain("'shape': (2,), }");
  expect(text(writeNpy(Float32Array.of(1), []))).toContain("'shape': (), }");
  const names = ["twelve words", "", "x"];
  expect(text(writeNpy(names))).toContain("'descr': '<U12'");
  expect(new NpyArray("a", writeNpy(names)).texts()).toEqual(names);
  const flat = new NpyArray("a", writeNpy(Float32Array.of(1, 2), [2, 1]));
  expect(() => flat.shaped(2)).toThrow("a is of shape (2, 1), not (2)");
  expect(() => flat.shaped(2, 1, 1)).toThrow("a is of shape (2, 1), not (2, 1, 1)");
  expect(flat.shaped(2, 1)).toBe(flat);
});

it("only what is wrong with a figure of the file is the file's fault", () => {
  const oops = new TypeError("a slip.");
  expect(() =>
    madeFromFile(() => {
      throw oops;
    }),
  ).toThrow(oops);
  expect(() => loadModel(saveModel(new LightFM()))).not.toThrow();
  const arrays = unzipSync(saveModel(new LightFM()));
  arrays["rho.npy"] = writeNpy(Float64Array.of(1.5), []).slice();
  expect(() => loadModel(zipSync(arrays))).toThrow(/^This model cannot be read: rho must be .*, not 1\.5\.$/);
});

it("a model with rows of one side alone has features, and one without any has none", () => {
  const featuresOf = (items: number, users: number, matrix: Record<string, Uint8Array> = {}) => {
    const arrays = new Map<string, Uint8Array>(Object.entries(matrix));
    for (const [side, rows] of [
      ["item", items],
      ["user", users],
    ] as const) {
      for (const name of ["embeddings", "embedding_gradients", "embedding_momentum"])
        arrays.set(`${side}_${name}`, writeNpy(new Float32Array(rows), [rows, 1]));
      for (const name of ["biases", "bias_gradients", "bias_momentum"])
        arrays.set(`${side}_${name}`, writeNpy(new Float32Array(rows)));
    }
    const { features } = loadModel(writeNpz(arrays)).model.state;
    return features && [features.itemFeatures.rows, features.userFeatures.rows];
  };
  expect(featuresOf(0, 0)).toBe(null);
  expect(featuresOf(2, 0)).toEqual([2, 0]);
  expect(featuresOf(0, 3)).toEqual([0, 3]);
  for (const side of ["item", "user"]) {
    const empty = {
      [`${side}_feature_matrix_shape`]: writeNpy(Int32Array.of(4, 0)),
      [`${side}_feature_matrix_indptr`]: writeNpy(new Int32Array(5)),
      [`${side}_feature_matrix_indices`]: writeNpy(new Int32Array()),
      [`${side}_feature_matrix_data`]: writeNpy(new Float32Array()),
    };
    expect(featuresOf(0, 0, empty)).toEqual(side === "item" ? [4, 0] : [0, 4]);
  }
});

it.each<[string, Id[], string, boolean]>([
  ["whole numbers", [3, -7, 2 ** 53 - 1], "<i8", false],
  ["fractions", [3, 0.5], "<f8", false],
  ["text", ["3", "x"], "<U1", false],
  ["both", [3, "3"], "<U1", true],
  ["nothing", [], "<U1", false],
])("ids come back as they were: %s", (_, ids, dtype, areMixed) => {
  const mapping = new Dataset<Id, Id>().fit([], ids).mapping();
  const arrays = new Map(mappingArrays(mapping));
  expect(text(arrays.get("items") as Uint8Array)).toContain(`'descr': '${dtype}'`);
  expect(arrays.has("item_number_rows")).toBe(areMixed);
  expect(arrays.has("user_number_rows")).toBe(false);
  expect(readMapping(new Npz(writeNpz(arrays)))).toEqual(mapping);
  // A model that has learnt nothing takes any.
  expect(loadModel(saveModel(new LightFM(), { mapping })).mapping).toEqual(mapping);
});

it("rows and columns with gaps are refused by their names", () => {
  const mapping = new Dataset<Id, Id>().fit(["a"], ["b"], ["c"], ["d"]).mapping();
  const written = (change: object) => () => mappingArrays({ ...mapping, ...change });
  const gap = new Map([["a", 5]]);
  expect(written({ users: gap })).toThrow(/^mapping\.users/);
  expect(written({ items: gap })).toThrow(/^mapping\.items/);
  expect(written({ userFeatures: gap })).toThrow(/^mapping\.userFeatures/);
  expect(written({ itemFeatures: gap })).toThrow(/^mapping\.itemFeatures/);
});

it("ids of a file are refused where they stand twice, or their columns are none", () => {
  const read = (arrays: Record<string, Uint8Array>) => () =>
    readMapping(new Npz(writeNpz(new Map(Object.entries(arrays)))));
  expect(read({ users: writeNpy(["a", "a"]) })).toThrow("users holds a name twice");
  expect(read({ items: writeNpy(Float64Array.of(1, 1)) })).toThrow("items holds a name twice");
  const columns = { users: writeNpy(["a"]), user_features: writeNpy(["a", "b"]) };
  const at = (column: number) => read({ ...columns, user_identity_columns: writeNpy(Int32Array.of(column)) });
  expect(at(2)).toThrow("user_identity_columns must hold whole numbers from 0 to 1, not 2");
  expect(at(1)).not.toThrow();
  // Numbers have no rows of numbers among them.
  const numbers = { users: writeNpy(Float64Array.of(1, 2)), user_number_rows: writeNpy(["?"]) };
  expect(read(numbers)()?.users).toEqual(
    new Map([
      [1, 0],
      [2, 1],
    ]),
  );
});
