import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Dataset } from "../../../src/dataset/Dataset.ts";
import type { Id } from "../../../src/dataset/Side.ts";
import { ModelFileError } from "../../../src/errors.ts";
import { loadModel } from "../../../src/model/file/loadModel.ts";
import { writeNpy } from "../../../src/model/file/npy.ts";
import { writeNpz } from "../../../src/model/file/npz.ts";
import { saveModel } from "../../../src/model/file/saveModel.ts";
import { LightFM } from "../../../src/model/LightFM.ts";
import { contentsOf } from "../../support/contentsOf.ts";
import { twoTastes } from "../../support/problems.ts";

describe("a file that is no model", () => {
  const interactions = twoTastes(6, 8);
  const model = new LightFM({ noComponents: 2, loss: "bpr" });
  const dataset = new Dataset<Id, Id>().fit(["a", 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7, 8], ["x"]);
  const saved = async () =>
    saveModel(model.epochs ? model : await model.fit(interactions), { mapping: dataset.mapping() });
  const arraysOf = (bytes: Uint8Array) =>
    new Map<string, Uint8Array>(
      Object.entries(unzipSync(bytes)).map(([name, array]) => [name.slice(0, -4), array]),
    );
  /** The file with some of its arrays changed; null leaves one out. */
  const changed = async (changes: Record<string, Uint8Array | null>) => {
    const arrays = arraysOf(await saved());
    for (const [name, bytes] of Object.entries(changes)) {
      if (bytes) arrays.set(name, bytes);
      else arrays.delete(name);
    }
    return writeNpz(arrays);
  };
  /** Whether it is read; every refusal is a ModelFileError. */
  const isRead = (bytes: Uint8Array) => {
    try {
      loadModel(bytes);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(ModelFileError);
      expect((error as Error).message).not.toMatch(/memory at hand/);
      return false;
    }
  };

  it.each([
    ["user_bias_momentum is missing", { user_bias_momentum: null }],
    ["user_biases is of shape (3), not (6)", { user_biases: writeNpy(new Float32Array(3)) }],
    ["item_embeddings must have two dimensions", { item_embeddings: writeNpy(new Float32Array(16)) }],
    ["not finite, NaN, at 0", { user_biases: writeNpy(new Float32Array(6).fill(Number.NaN)) }],
    ["has 2 components where there should be 3", { no_components: writeNpy(Int32Array.of(3), []) }],
    ["loss must be one of", { loss: writeNpy(["hinge"], []) }],
    ["learningRate must be above 0", { learning_rate: writeNpy(Float64Array.of(0), []) }],
    ["item_feature_matrix_data is missing", { item_feature_matrix_data: null }],
    ["indptr must hold 9 offsets", { item_feature_matrix_indptr: writeNpy(Int32Array.of(0)) }],
    ["has 9 features where 8 are learnt", { item_feature_matrix_shape: writeNpy(Int32Array.of(8, 9)) }],
    ["random is of shape (1), not (4)", { random: writeNpy(Uint32Array.of(1)) }],
    ["users holds a name twice", { users: writeNpy(["1", "2", "2", "4", "5", "6"]), user_number_rows: null }],
    [
      "user_identity_columns must hold whole numbers",
      { user_identity_columns: writeNpy(Int32Array.of(0, 7)) },
    ],
  ] as [string, Record<string, Uint8Array | null>][])("is refused: %s", async (message, changes) => {
    const bytes = await changed(changes);
    expect(() => loadModel(bytes)).toThrow(ModelFileError);
    expect(() => loadModel(bytes)).toThrow(message);
  });

  it("is told to be a sparse matrix of SciPy's if it is one, with the way to a table", () => {
    const names = ["indices", "indptr", "format", "shape", "data"];
    const bytes = writeNpz(new Map(names.map((name) => [name, writeNpy(new Float32Array(2))])));
    expect(() => loadModel(bytes)).toThrow(ModelFileError);
    expect(() => loadModel(bytes)).toThrow(/is a SciPy sparse matrix, not a model.*to_csv\("ratings.csv"/);
  });

  it("is refused whatever its bytes are", async () => {
    const whole = await saved();
    expect(isRead(whole)).toBe(true);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => !isRead(bytes)));
    fc.assert(fc.property(fc.nat(whole.length - 1), (length) => !isRead(whole.subarray(0, length))));
  });

  it("is refused where a bit is wrong, unless it is one that says nothing", async () => {
    const whole = await saved();
    const before = contentsOf(loadModel(whole).model);
    fc.assert(
      fc.property(fc.nat(whole.length * 8 - 1), (bit) => {
        const bytes = whole.slice();
        bytes[bit >> 3] ^= 1 << (bit & 7);
        if (isRead(bytes)) expect(contentsOf(loadModel(bytes).model)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it("is refused, or read, but never anything else, where an array is wrong in a whole zip", async () => {
    const arrays = arraysOf(await saved());
    fc.assert(
      fc.property(
        fc.constantFrom(...arrays),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(200),
        ([name, bytes], writes, cut) => {
          const wrong = bytes.slice(0, Math.max(0, bytes.length - Math.max(0, cut - 100)));
          for (const [at, byte] of writes) wrong[at % wrong.length] = byte;
          isRead(writeNpz(new Map(arrays).set(name, wrong)));
        },
      ),
      { numRuns: 80 },
    );
  });
});
