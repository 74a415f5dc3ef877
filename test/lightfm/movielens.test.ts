import { describe, expect, it } from "vitest";
import { Dataset } from "../../src/dataset/Dataset.ts";
import { auc, mean, precision } from "../../src/evaluation/rankMetrics.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { loadModel } from "../../src/model/file/loadModel.ts";
import { saveModel } from "../../src/model/file/saveModel.ts";
import type { EpochOptions } from "../../src/model/fitting.ts";
import type { Hyperparameters } from "../../src/model/hyperparameters.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { generateLike100k } from "../support/like100k.ts";

// What LightFM's own tests/test_movielens.py asks of a model, with its thresholds.

const SEED = 10;
const { train, test, genres } = generateLike100k();
/** Of train: enough for a figure. */
const everyFourth = train.pick(Int32Array.from({ length: train.length / 4 }, (_, i) => 4 * i));

async function trained(
  hyperparameters: Partial<Hyperparameters> = {},
  { interactions = train, epochs = 10, ...options }: EpochOptions & { interactions?: Interactions } = {},
): Promise<LightFM> {
  const model = new LightFM({ ...hyperparameters, seed: SEED });
  return model.fitPartial(interactions, { epochs, ...options });
}

/** Precision at 10 and AUC of the likes, a user at a time. */
async function rankingOf(model: LightFM) {
  const [ofTrain, ofTest] = [await model.predictRank(train), await model.predictRank(test)];
  return {
    trainPrecision: mean(precision(ofTrain, 10)),
    testPrecision: mean(precision(ofTest, 10)),
    trainAuc: mean(auc(ofTrain)),
    testAuc: mean(auc(ofTest)),
  };
}

/** How likely a like of anybody's scores above a dislike of anybody's. */
async function accuracyOf(model: LightFM): Promise<{ onTrain: number; onTest: number }> {
  return { onTrain: await pooledAuc(model, everyFourth), onTest: await pooledAuc(model, test) };
}

async function pooledAuc(model: LightFM, { userIds, itemIds, values }: Interactions): Promise<number> {
  const scores = await model.predict(userIds, itemIds);
  const order = Int32Array.from(scores.keys()).sort((a, b) => scores[a] - scores[b]);
  let dislikes = 0;
  let above = 0;
  for (const i of order) {
    if (values[i] > 0) above += dislikes;
    else dislikes++;
  }
  return above / (dislikes * (values.length - dislikes));
}

function weighted(weight: (user: number) => number, { users, items, userIds, itemIds, values } = train) {
  return new Interactions(users, items, userIds, itemIds, values, Float32Array.from(userIds, weight));
}

const fiveTimes = withValues((value) => 5 * value);

const ADADELTA = { loss: "warp", learningSchedule: "adadelta", rho: 0.95, epsilon: 1e-6 } as const;

describe("ranking", () => {
  const rankings: [
    name: string,
    hyperparameters: Partial<Hyperparameters>,
    options: EpochOptions & { interactions?: Interactions },
    least: [trainPrecision: number, testPrecision: number, trainAuc: number, testAuc: number],
  ][] = [
    ["logistic", {}, {}, [0.3, 0.03, 0.79, 0.73]],
    ["bpr", { loss: "bpr", learningRate: 0.05 }, {}, [0.45, 0.07, 0.91, 0.87]],
    ["bpr, 4 threads", { loss: "bpr", learningRate: 0.05 }, { threads: 4 }, [0.45, 0.07, 0.91, 0.87]],
    ["warp", { loss: "warp", learningRate: 0.05 }, {}, [0.45, 0.07, 0.94, 0.9]],
    ["warp, 4 threads", { loss: "warp", learningRate: 0.05 }, { threads: 4 }, [0.45, 0.07, 0.9, 0.9]],
    ["warp, adadelta", ADADELTA, {}, [0.45, 0.07, 0.94, 0.9]],
    ["warp, adadelta, 4 threads", ADADELTA, { threads: 4 }, [0.45, 0.07, 0.9, 0.9]],
    ["warp-kos", { loss: "warp-kos", k: 5 }, { interactions: likes() }, [0.44, 0.06, 0.9, 0.87]],
  ];
  for (const [name, hyperparameters, options, least] of rankings) {
    it(`is as good as LightFM's by ${name}`, async () => {
      const figures = await rankingOf(await trained(hyperparameters, options));
      Object.entries(figures).forEach(([figure, value], i) => {
        expect(value, figure).toBeGreaterThan(least[i]);
      });
    });
  }
});

function likes(): Interactions {
  return train.pick(Int32Array.from(train.values.keys()).filter((i) => train.values[i] > 0));
}

function withValues(value: (value: number) => number): Interactions {
  const { users, items, userIds, itemIds, values } = train;
  return new Interactions(users, items, userIds, itemIds, values.map(value));
}

describe("telling likes from dislikes", () => {
  for (const threads of [1, 2]) {
    it(`is as good as LightFM's, threads: ${threads}`, async () => {
      const { onTrain, onTest } = await accuracyOf(await trained({}, { threads }));
      expect(onTrain).toBeGreaterThan(0.84);
      expect(onTest).toBeGreaterThan(0.76);
    });
  }

  const identities = {
    userFeatures: FeatureMatrix.identity(train.users),
    itemFeatures: FeatureMatrix.identity(train.items),
  };
  const ways: [name: string, train: () => Promise<LightFM>][] = [
    ["fit", () => new LightFM({ seed: SEED }).fit(train, { epochs: 3 })],
    ["identities handed in as features", () => trained({}, { ...identities, epochs: 3 })],
    [
      "dislikes as zeros",
      () => trained({}, { interactions: withValues((value) => Math.max(0, value)), epochs: 3 }),
    ],
    ["higher values", () => trained({}, { interactions: fiveTimes, epochs: 3 })],
    [
      "an epoch a call",
      async () => {
        const model = new LightFM({ seed: SEED });
        for (let epoch = 0; epoch < 3; epoch++) await model.fitPartial(train);
        return model;
      },
    ],
    ["a model saved and loaded", async () => loadModel(saveModel(await trained({}, { epochs: 3 }))).model],
  ];
  for (const [name, way] of ways) {
    it(`is the same, to the bit, by ${name}`, async () => {
      expect((await way()).parameters).toEqual((await trained({}, { epochs: 3 })).parameters);
    });
  }

  it.each(["warp", "bpr"] as const)("is the same, to the bit, by %s of higher values", async (loss) => {
    const higher = await trained({ loss }, { interactions: fiveTimes, epochs: 2 });
    expect(higher.parameters).toEqual((await trained({ loss }, { epochs: 2 })).parameters);
  });

  it("is worse by genres alone, and no worse by genres beside the films themselves", async () => {
    const ids = [...genres.keys()];
    const features = (itemIdentityFeatures: boolean) =>
      new Dataset({ itemIdentityFeatures })
        .fit([], ids, [], genres.flat())
        .buildItemFeatures(ids.map((id) => [id, genres[id]] as const));
    const alone = features(false);
    expect(alone.features).toBeLessThan(alone.rows);
    const byGenres = await accuracyOf(await trained({}, { itemFeatures: alone }));
    expect(byGenres.onTrain).toBeGreaterThan(0.75);
    expect(byGenres.onTest).toBeGreaterThan(0.69);
    const byBoth = await accuracyOf(await trained({}, { itemFeatures: features(true), epochs: 15 }));
    expect(byBoth.onTrain).toBeGreaterThan(0.84);
    expect(byBoth.onTest).toBeGreaterThan(0.75);
  });

  it("overfits with many components, and less with a penalty", async () => {
    const wild = await accuracyOf(await trained({ noComponents: 50 }, { epochs: 30 }));
    expect(wild.onTrain).toBeGreaterThan(0.99);
    expect(wild.onTest).toBeLessThan(0.75);
    const tame = { noComponents: 50, itemAlpha: 1e-4, userAlpha: 1e-4 };
    const { onTrain, onTest } = await accuracyOf(await trained(tame, { epochs: 30 }));
    expect(onTrain).toBeGreaterThan(0.8);
    expect(onTest).toBeGreaterThan(0.75);
  });
});

it("learns next to nothing under an excessive penalty, whose powers do not overflow", async () => {
  for (const loss of ["logistic", "warp", "bpr", "warp-kos"] as const) {
    const model = await trained({ loss, itemAlpha: 1, userAlpha: 1 });
    const { onTrain, onTest } = await accuracyOf(model);
    expect(onTrain, loss).toBeLessThan(0.65);
    expect(onTest, loss).toBeLessThan(0.65);
  }
});

it("stays finite at high learning rates", async () => {
  for (const learningRate of [0.05, 0.1, 0.5]) {
    const { userEmbeddings, itemEmbeddings } = (await trained({ loss: "warp", learningRate })).parameters;
    expect(userEmbeddings.every(Number.isFinite) && itemEmbeddings.every(Number.isFinite)).toBe(true);
  }
});

describe("weights", () => {
  it("of a half cost little", async () => {
    for (const [loss, least] of [
      ["logistic", 0.74],
      ["bpr", 0.84],
      ["warp", 0.89],
    ] as const) {
      const model = await trained({ loss }, { interactions: weighted(() => 0.5) });
      expect(mean(auc(await model.predictRank(train))), loss).toBeGreaterThan(least);
    }
  });

  it("of zero teach nothing", async () => {
    for (const loss of ["logistic", "bpr", "warp"] as const) {
      const { onTrain, onTest } = await accuracyOf(
        await trained({ loss }, { interactions: weighted(() => 0), epochs: 2 }),
      );
      for (const figure of [onTrain, onTest]) {
        expect(figure, loss).toBeGreaterThan(0.45);
        expect(figure, loss).toBeLessThan(0.55);
      }
    }
  });

  it("of zero for some users leave those untouched", async () => {
    for (const loss of ["logistic", "bpr", "warp"] as const) {
      const everySecond = weighted((user) => (user % 2 === 0 ? 1 : 0));
      const { users } = (await trained({ loss }, { interactions: everySecond, epochs: 1 })).state.tables;
      const { embeddings, biases } = users.split(users.sums);
      const of = (parity: number) => [
        ...embeddings.filter((_, i) => Math.floor(i / users.noComponents) % 2 === parity),
        ...biases.filter((_, user) => user % 2 === parity),
      ];
      expect(of(1).every((sum) => sum === 1)).toBe(true);
      expect(of(0).some((sum) => sum > 1.00001)).toBe(true);
    }
  });
});

describe("what is learnt", () => {
  const sums = (model: LightFM) => {
    const { users, items } = model.state.tables;
    const of = (rows: Float32Array | null) =>
      rows ? Object.values(users.split(rows)).flatMap((a) => [...a]) : [];
    const ofItems = (rows: Float32Array | null) =>
      rows ? Object.values(items.split(rows)).flatMap((a) => [...a]) : [];
    return {
      sums: [...of(users.sums), ...ofItems(items.sums)],
      momenta: [...of(users.momenta), ...ofItems(items.momenta)],
    };
  };

  it("starts with gradient sums of one under adagrad and of zero under adadelta, and gathers them", async () => {
    for (const [learningSchedule, start] of [
      ["adagrad", 1],
      ["adadelta", 0],
    ] as const) {
      const before = sums(await trained({ learningSchedule }, { epochs: 0 }));
      expect(before.sums.every((sum) => sum === start)).toBe(true);
      expect(before.momenta.every((momentum) => momentum === 0)).toBe(true);
      const after = sums(await trained({ learningSchedule }, { epochs: 1 }));
      expect(after.sums.some((sum) => sum > start)).toBe(true);
      expect(after.momenta.some((momentum) => momentum > 0)).toBe(learningSchedule === "adadelta");
    }
  });

  it("is forgotten by fit, without an epoch too", async () => {
    const model = await new LightFM({ seed: SEED }).fit(train);
    expect(mean(Float32Array.from(sums(model).sums))).toBeGreaterThan(1);
    await model.fit(train, { epochs: 0 });
    expect(sums(model).sums.every((sum) => sum === 1)).toBe(true);
  });

  it("is what scores are made of, of any features", async () => {
    const model = await trained();
    const { noComponents } = model.hyperparameters;
    const noisy = (rows: number) =>
      FeatureMatrix.fromRows(
        Array.from({ length: rows }, (_, row) => [
          [row, 1],
          [(7 * row + 3) % rows, 0.3],
        ]),
        rows,
      );
    const others = { userFeatures: noisy(train.users), itemFeatures: noisy(train.items) };
    for (const features of [{}, others] as { userFeatures?: FeatureMatrix; itemFeatures?: FeatureMatrix }[]) {
      const users = await model.userRepresentations(features.userFeatures);
      const items = await model.itemRepresentations(features.itemFeatures);
      const scores = await model.predict(test.userIds, test.itemIds, features);
      const expected = scores.map((_, i) => {
        const [user, item] = [test.userIds[i], test.itemIds[i]];
        let sum = users.biases[user] + items.biases[item];
        for (let c = 0; c < noComponents; c++) {
          sum += users.embeddings[user * noComponents + c] * items.embeddings[item * noComponents + c];
        }
        return sum;
      });
      expect(Math.max(...scores.map((score, i) => Math.abs(score - expected[i])))).toBeLessThan(1e-5);
    }
  });

  it("is the same for the same seed, whose random numbers move on", async () => {
    const warp = { loss: "warp", learningRate: 0.05 } as const;
    const [one, other] = [await trained(warp, { epochs: 2 }), await trained(warp, { epochs: 2 })];
    expect(one.parameters).toEqual(other.parameters);
    const before = one.state.random.clone().float();
    await one.fitPartial(train);
    expect(one.state.random.clone().float()).not.toBe(before);
  });
});
