import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { Dataset } from "../../../src/dataset/Dataset.ts";
import type { Id } from "../../../src/dataset/Side.ts";
import { ArgumentError, DivergedError } from "../../../src/errors.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { loadModel } from "../../../src/model/file/loadModel.ts";
import { Npz } from "../../../src/model/file/npz.ts";
import { saveModel } from "../../../src/model/file/saveModel.ts";
import type { Hyperparameters } from "../../../src/model/hyperparameters.ts";
import { LightFM } from "../../../src/model/LightFM.ts";
import { Scorer } from "../../../src/model/scorer/Scorer.ts";
import { contentsOf } from "../../support/contentsOf.ts";
import { twoTastes } from "../../support/problems.ts";

const USERS = 6;
const ITEMS = 8;
const interactions = twoTastes(USERS, ITEMS);

/** Of all pairs, user by user. */
function scoresOf(model: LightFM): Promise<Float32Array> {
  const pairs = Array.from({ length: USERS * ITEMS }, (_, pair) => pair);
  return model.predict(
    pairs.map((pair) => Math.floor(pair / ITEMS)),
    pairs.map((pair) => pair % ITEMS),
  );
}

const hyperparameters: fc.Arbitrary<Partial<Hyperparameters>> = fc.record({
  loss: fc.constantFrom("warp", "warp-kos", "bpr", "logistic"),
  learningSchedule: fc.constantFrom("adagrad", "adadelta"),
  noComponents: fc.integer({ min: 1, max: 9 }),
  learningRate: fc.double({ min: 1e-3, max: 0.1, noNaN: true }),
  rho: fc.double({ min: 0.1, max: 0.99, noNaN: true }),
  epsilon: fc.double({ min: 1e-8, max: 1e-3, noNaN: true }),
  itemAlpha: fc.double({ min: 0, max: 1e-3, noNaN: true }),
  userAlpha: fc.double({ min: 0, max: 1e-3, noNaN: true }),
  maxSampled: fc.integer({ min: 1, max: 20 }),
  k: fc.integer({ min: 1, max: 5 }),
  n: fc.integer({ min: 1, max: 10 }),
  dislikes: fc.constantFrom("known", "negatives"),
  seed: fc.maxSafeInteger(),
});

/** Any feature matrix of so many rows, or none. */
const matrix = (rows: number) =>
  fc.option(
    fc.integer({ min: 1, max: 5 }).chain((features) => {
      const entry = fc.tuple(fc.nat(features - 1), fc.float({ min: -2, max: 2, noNaN: true }));
      const row = fc.array(entry, { maxLength: 3 });
      return fc
        .array(row, { minLength: rows, maxLength: rows })
        .map((entries) => FeatureMatrix.fromRows(entries, features));
    }),
    { nil: null },
  );

const text = fc.string({ unit: "binary" }).map((id) => id.replace(/\0+$/, ""));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const ids: fc.Arbitrary<Id[]> = fc
  .constantFrom<fc.Arbitrary<Id>[]>(text, fc.maxSafeInteger(), finite, fc.oneof(text, finite))
  .chain((id) => fc.uniqueArray(id, { comparator: "SameValueZero", maxLength: 2 }));
const names = fc.uniqueArray(text, { maxLength: 4 });
const mapping = fc
  .tuple(fc.boolean(), fc.boolean(), fc.array(fc.tuple(ids, ids, names, names), { maxLength: 2 }))
  .map(([userIdentityFeatures, itemIdentityFeatures, arrivals]) => {
    const dataset = new Dataset({ userIdentityFeatures, itemIdentityFeatures });
    for (const arrival of arrivals) dataset.fitPartial(...arrival);
    const [users, items] = dataset.interactionsShape();
    const more = (count: number) => Array.from({ length: count }, (_, i) => `one more: ${i}`);
    // At least as many features as any model here has learnt.
    const features = more(Math.max(USERS, ITEMS));
    return dataset.fitPartial(more(USERS - users), more(ITEMS - items), features, features).mapping();
  });

describe("a saved model", () => {
  it("is the same to the bit once it is loaded, and trains on in the same way", async () => {
    await fc.assert(
      fc.asyncProperty(
        hyperparameters,
        matrix(USERS),
        matrix(ITEMS),
        fc.option(mapping, { nil: undefined }),
        async (hyper, userFeatures, itemFeatures, mapping) => {
          const features = { ...(userFeatures && { userFeatures }), ...(itemFeatures && { itemFeatures }) };
          const model = await new LightFM(hyper).fit(interactions, features).catch((error: unknown) => {
            // Some matrices go too far; what matters is what can be saved.
            if (!(error instanceof DivergedError)) throw error;
            return new LightFM(hyper);
          });
          const bytes = saveModel(model, { mapping });
          const loaded = loadModel(bytes);
          expect(contentsOf(loaded.model)).toEqual(contentsOf(model));
          expect(loaded.mapping).toEqual(mapping);
          expect(Buffer.compare(saveModel(loaded.model, { mapping: loaded.mapping }), bytes)).toBe(0);
          if (model.epochs === 0) return;
          expect(await scoresOf(loaded.model)).toEqual(await scoresOf(model));
          const more = { ...features, epochs: 2 };
          const ends = await Promise.allSettled([
            model.fitPartial(interactions, more),
            loaded.model.fitPartial(interactions, more),
          ]);
          expect(ends[0].status).toBe(ends[1].status);
          expect(contentsOf(loaded.model)).toEqual(contentsOf(model));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("brings the fold-in map back, and folds in as before", async () => {
    const model = await new LightFM({ noComponents: 3 }).fit(interactions);
    const before = await Scorer.create(model, interactions);
    const foldInMap = before.foldInMap;
    const loaded = loadModel(saveModel(model, { foldInMap }));
    expect(loaded.foldInMap).toEqual(foldInMap);
    const after = await Scorer.create(loaded.model, null, { foldInMap: loaded.foldInMap });
    const stranger = { itemIds: [1, 2] };
    expect(await after.embeddingOfStranger(stranger)).toEqual(await before.embeddingOfStranger(stranger));
    expect(() => saveModel(new LightFM({ noComponents: 4 }), { foldInMap })).toThrow(/40 numbers/);
  });

  it("keeps ids of one kind apart from the other, and an id apart from a feature of its name", () => {
    const dataset = new Dataset<Id, Id>().fit([1, "1", 0.5, "Drama"], [7, -8], ["Drama"], ["7"]);
    dataset.fitPartial(["later"], [], ["late"]);
    const { mapping } = loadModel(saveModel(new LightFM(), { mapping: dataset.mapping() }));
    expect(mapping).toEqual(dataset.mapping());
    expect([...(mapping?.users ?? [])]).toEqual([...dataset.mapping().users]);
  });

  it("is not written where a mapping has gaps, or an id that NumPy would change", () => {
    const mapping = new Dataset().fit(["a", "b"], ["c"]).mapping();
    const save = (changes: Partial<typeof mapping>) =>
      saveModel(new LightFM(), { mapping: { ...mapping, ...changes } });
    expect(() => save({ users: new Map([["a", 1]]) })).toThrow(/mapping\.users/);
    expect(() => save({ itemFeatures: new Map([["x", 0]]) })).toThrow(/mapping\.itemFeatures/);
    expect(() => save({ userIdentities: new Map([["a", 0]]) })).toThrow(/mapping\.userIdentities/);
    expect(() => save({ items: new Map([["c\0", 0]]) })).toThrow(ArgumentError);
  });
});

describe("a model of Python LightFM", () => {
  const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));
  /** The file's own `predictions` are LightFM's. */
  const expectSameScores = async (model: LightFM, file: Uint8Array) => {
    const wanted = new Npz(file).read("predictions").float32();
    const scores = await scoresOf(model);
    expect(scores).toHaveLength(wanted.length);
    scores.forEach((score, pair) => {
      expect(score).toBeCloseTo(wanted[pair], 5);
    });
  };

  it("predicts the same, as its documentation saves it", async () => {
    const file = fixture("lightfm-plain.npz");
    const { model, mapping } = loadModel(file);
    await expectSameScores(model, file);
    expect(model.hyperparameters).toMatchObject({
      noComponents: 3,
      loss: "warp",
      learningRate: 0.1,
      itemAlpha: 1e-4,
      maxSampled: 7,
      n: 10,
    });
    expect(mapping).toBeUndefined();
    expect((await model.recommend(0, { n: 3 })).items).toHaveLength(3);
    await model.fitPartial(interactions);
  });

  it("predicts the same with features, ids, no hyperparameters, float64 and columns first", async () => {
    const file = fixture("lightfm-hybrid.npz");
    const { model, mapping } = loadModel(file);
    await expectSameScores(model, file);
    expect(model.hyperparameters).toMatchObject({
      noComponents: 4,
      loss: "logistic",
      learningSchedule: "adadelta",
    });
    expect([...(mapping?.users.keys() ?? [])]).toEqual([
      "user a",
      "user b",
      "user c",
      "user d",
      "user é",
      "user f",
    ]);
    expect(mapping?.itemIdentities.get(80)).toBe(7);
    expect([...(mapping?.itemFeatures ?? [])]).toEqual([
      ["Drama", 8],
      ["Comedy", 9],
      ["Кино", 10],
    ]);
    await model.fitPartial(interactions, {
      itemFeatures: model.state.features?.itemFeatures as FeatureMatrix,
    });
  });
});

const python = process.env.PYTHON ?? "python3";
const hasNumPy = spawnSync(python, ["-c", "import numpy"]).status === 0;

it.skipIf(!hasNumPy)(
  `NumPy reads ours without pickles, and what it writes of it is read as ours${hasNumPy ? "" : " (needs a Python with NumPy; PYTHON can name one)"}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "matinee-saving-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [ours, theirs] = [join(folder, "ours.npz"), join(folder, "theirs.npz")];
    const run = (script: string) => {
      const code = `import json, sys\nimport numpy as np\nours, theirs = sys.argv[1:]\n${script}`;
      const { status, stdout, stderr } = spawnSync(python, ["-c", code, ours, theirs], { encoding: "utf8" });
      expect(stderr).toBe("");
      expect(status).toBe(0);
      return stdout;
    };

    const model = await new LightFM({ noComponents: 3, loss: "warp", learningSchedule: "adadelta" }).fit(
      interactions,
    );
    const mapping = new Dataset<Id, Id>()
      .fit(
        ["é", "🎬 b", "", "d", "e", "f"],
        Array.from({ length: ITEMS }, (_, i) => 5 + i * 2 ** 40),
        ["x"],
      )
      .mapping();
    writeFileSync(ours, saveModel(model, { mapping }));
    const arrays = JSON.parse(
      run("print(json.dumps({n: [a.dtype.str, a.shape, a.tolist()] for n, a in np.load(ours).items()}))"),
    ) as Record<string, [string, number[], unknown]>;
    expect(arrays.item_embeddings.slice(0, 2)).toEqual(["<f4", [ITEMS, 3]]);
    expect(arrays.user_bias_momentum.slice(0, 2)).toEqual(["<f4", [USERS]]);
    expect(arrays.no_components).toEqual(["<i8", [], 3]);
    expect(arrays.learning_schedule).toEqual(["<U8", [], "adadelta"]);
    expect(arrays.users).toEqual(["<U3", [USERS], ["é", "🎬 b", "", "d", "e", "f"]]);
    expect(arrays.items.slice(0, 2)).toEqual(["<i8", [ITEMS]]);
    const { items } = model.state.tables;
    expect((arrays.item_embeddings[2] as number[][])[1]).toEqual([
      ...items.values.subarray(items.rowLength, items.rowLength + 3),
    ]);

    const rewrites = [
      "np.savez(theirs, **np.load(ours))",
      "np.savez_compressed(theirs, **{n: np.asfortranarray(a).reshape(a.shape) for n, a in np.load(ours).items()})",
      "np.savez(theirs, **{n: a.astype(np.float64) if a.dtype == np.float32 else a for n, a in np.load(ours).items()})",
    ];
    for (const rewrite of rewrites) {
      run(rewrite);
      const loaded = loadModel(readFileSync(theirs));
      expect(contentsOf(loaded.model)).toEqual(contentsOf(model));
      expect(loaded.mapping).toEqual(mapping);
    }
  },
);
