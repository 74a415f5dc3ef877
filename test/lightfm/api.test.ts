import { describe, expect, it } from "vitest";
import { ArgumentError, DivergedError } from "../../src/errors.ts";
import {
  aucScore,
  ndcgAtK,
  precisionAtK,
  recallAtK,
  reciprocalRank,
} from "../../src/evaluation/evaluation.ts";
import { mean } from "../../src/evaluation/rankMetrics.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../src/matrix/random.ts";
import { LightFM } from "../../src/model/LightFM.ts";

// What LightFM's own tests/test_api.py and tests/test_evaluation.py ask, as far as no other test here does.

/** Likes strewn at random over a matrix; each pair once. */
function strewn(users: number, items: number, share = 0.01, seed = 42): Interactions {
  const random = new SeededRandom(seed);
  const cells = Array.from({ length: users * items }, (_, cell) => cell).filter(() => random.float() < share);
  const userIds = cells.map((cell) => Math.floor(cell / items));
  const itemIds = cells.map((cell) => cell % items);
  return new Interactions(users, items, userIds, itemIds, new Float32Array(cells.length).fill(1));
}

function withoutParameters(model: LightFM): LightFM {
  const zeros = Object.entries(model.parameters).map(([name, { length }]) => [
    name,
    new Float32Array(length),
  ]);
  model.setParameters(Object.fromEntries(zeros));
  return model;
}

describe("what goes in", () => {
  it("may be lists of any kind of numbers", async () => {
    const { userIds, itemIds } = strewn(10, 100, 0.1);
    const ones = new Float32Array(userIds.length).fill(1);
    const scores = [];
    for (const List of [Array, Int32Array, Uint16Array, Float64Array] as ArrayConstructor[]) {
      const train = new Interactions(10, 100, List.from(userIds), List.from(itemIds), List.from(ones));
      scores.push(
        await (await new LightFM().fitPartial(train)).predict(List.from([0, 9]), List.from([99, 1])),
      );
    }
    for (const other of scores) expect(other).toEqual(scores[0]);
  });

  it("may name a pair twice", async () => {
    const { users, items, userIds, itemIds } = strewn(1000, 100);
    const twice = (list: Int32Array) => [...list, ...list.subarray(0, 1000)];
    const ones = new Float32Array(userIds.length + 1000).fill(1);
    for (const loss of ["warp", "bpr", "warp-kos"] as const) {
      const model = new LightFM({ loss });
      await model.fit(new Interactions(users, items, twice(userIds), twice(itemIds), ones));
      expect(model.epochs).toBe(1);
    }
  });

  it("may leave nothing to draw: every user likes nearly all of few items", async () => {
    const model = await new LightFM({ loss: "warp", maxSampled: 10 }).fit(strewn(1000, 2, 0.9));
    expect((await model.predict(0, [0, 1])).every(Number.isFinite)).toBe(true);
  });

  it("is refused where it is not a number, or does not fit", async () => {
    const nan = () => new Interactions(2, 2, [0, 1], [0, 1], [Number.NaN, 1]);
    expect(nan).toThrow(ArgumentError);
    expect(() => FeatureMatrix.fromRows([[[0, Number.NaN]]], 1)).toThrow(ArgumentError);
    for (const weights of [[1], [1, 1, 1]]) {
      expect(() => new Interactions(2, 2, [0, 1], [0, 1], [1, 1], weights)).toThrow(/same length/);
    }
    const weighted = new Interactions(2, 2, [0, 1], [0, 1], [1, 1], [1, 2]);
    await new LightFM().fit(weighted);
    await expect(new LightFM({ loss: "warp-kos" }).fit(weighted)).rejects.toThrow(ArgumentError);
    const narrow = { userFeatures: FeatureMatrix.identity(1), itemFeatures: FeatureMatrix.identity(1) };
    await expect(new LightFM().fitPartial(weighted, narrow)).rejects.toThrow(ArgumentError);
  });

  it("is refused as a hyperparameter out of its range, and all others come back as they were given", () => {
    for (const wrong of [{ noComponents: -1 }, { userAlpha: -1 }, { itemAlpha: -1 }, { maxSampled: -1 }]) {
      expect(() => new LightFM(wrong)).toThrow(Object.keys(wrong)[0]);
    }
    const { hyperparameters } = new LightFM({ loss: "bpr", noComponents: 7 });
    expect(new LightFM(hyperparameters).hyperparameters).toEqual(hyperparameters);
    expect(() => new LightFM({ ...hyperparameters, invalidParam: 666 } as object)).toThrow(/invalidParam/);
  });
});

it("fit and fitPartial give the model back", async () => {
  const model = new LightFM();
  expect(await model.fitPartial(strewn(10, 100))).toBe(model);
  expect(await model.fit(strewn(10, 100))).toBe(model);
});

it("goes on with another learning rate from what was learnt", async () => {
  const train = strewn(10, 100, 0.1);
  const model = await new LightFM().fit(train, { epochs: 2 });
  const atRate = (learningRate: number) =>
    LightFM.fromState({ ...model.state, hyperparameters: { ...model.hyperparameters, learningRate } });
  const [slower, same] = [await atRate(1e-6).fitPartial(train), await atRate(0.05).fitPartial(train)];
  expect(slower.epochs).toBe(3);
  expect(same.parameters).toEqual((await model.clone().fitPartial(train)).parameters);
  const { itemBiases } = model.parameters;
  expect(slower.parameters.itemBiases.every((bias, i) => Math.abs(bias - itemBiases[i]) < 1e-4)).toBe(true);
  expect(same.parameters.itemBiases.some((bias, i) => Math.abs(bias - itemBiases[i]) > 1e-3)).toBe(true);
});

it("a learning rate that is far too high is told of", async () => {
  const model = new LightFM({ learningRate: 1e7, loss: "warp" });
  await expect(model.fit(strewn(1000, 1000), { epochs: 10 })).rejects.toThrow(DivergedError);
});

describe("predict", () => {
  it("takes one user for all items as well as one a pair", async () => {
    const model = await new LightFM().fitPartial(new Interactions(10, 100, [], [], []));
    const items = Array.from({ length: 100 }, (_, item) => item);
    for (let user = 0; user < 10; user++) {
      expect(await model.predict(user, items)).toEqual(
        await model.predict(
          items.map(() => user),
          items,
        ),
      );
    }
  });

  it("refuses what is no row, and answers nothing before training", async () => {
    const model = await new LightFM({ loss: "warp" }).fit(strewn(10, 100, 0.1));
    for (const user of ["foo", 10, 1231241241231241000]) {
      await expect(model.predict(user as number, [0, 1])).rejects.toThrow(ArgumentError);
    }
    const untrained = new LightFM();
    const asking = [
      () => untrained.predict([0], [0]),
      () => untrained.predictRank(strewn(10, 100)),
      () => untrained.userRepresentations(),
      () => untrained.itemRepresentations(),
    ];
    for (const ask of asking) await expect(ask()).rejects.toThrow(/call fit first/);
  });
});

describe("ranks", () => {
  const [users, items] = [10, 100];
  const everything = strewn(users, items, 1);
  const train = strewn(users, items, 0.1);
  const rowsOf = ({ test, ranks }: Awaited<ReturnType<LightFM["predictRank"]>>) =>
    Array.from({ length: users }, (_, user) => [...ranks.subarray(test.indptr[user], test.indptr[user + 1])]);
  const inOrder = Array.from({ length: items }, (_, rank) => rank);

  it("are all places from the first to the last, less what is known", async () => {
    const model = await new LightFM().fitPartial(train);
    for (const row of rowsOf(await model.predictRank(everything))) {
      expect(row.sort((a, b) => a - b)).toEqual(inOrder);
    }
    const nothingLeft = await model.predictRank(everything, { train: everything });
    expect(nothingLeft.ranks.every((rank) => rank === 0)).toBe(true);
    const known = new Int32Array(users);
    for (const user of train.userIds) known[user]++;
    rowsOf(await model.predictRank(everything, { train })).forEach((row, user) => {
      expect(Math.max(...row)).toBe(items - 1 - known[user]);
    });
    await expect(model.predictRank(strewn(5, 5, 1))).rejects.toThrow(ArgumentError);
  });

  it("give no figures of likes that are in both test and train, unless somebody wants them", async () => {
    const model = await new LightFM().fitPartial(train);
    const { userIds, itemIds } = train;
    const shared = `user ${userIds[0]} and item ${itemIds[0]}`;
    for (const metric of [precisionAtK, recallAtK, ndcgAtK, aucScore, reciprocalRank]) {
      await expect(metric(model, train, { train }), metric.name).rejects.toThrow(shared);
      await metric(model, train, { train, checkIntersections: false });
      await metric(model, train);
    }
    // A dislike in test is not measured, so it may be in train too.
    const disliked = new Interactions(users, items, userIds.slice(0, 1), itemIds.slice(0, 1), [-1]);
    expect(await precisionAtK(model, disliked, { train })).toHaveLength(0);
    await expect(model.predictRank(train, { train, checkIntersections: true })).rejects.toThrow(shared);
  });

  it("are the lowest where scores are equal, so that no metric gains by a tie", async () => {
    const model = withoutParameters(await new LightFM({ loss: "bpr" }).fitPartial(train));
    const { ranks } = await model.predictRank(everything);
    expect(ranks.every((rank) => rank === items - 1)).toBe(true);
    expect(mean(await precisionAtK(model, train, { k: 10 }))).toBe(0);
  });
});
