import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArgumentError, CancelledError, DivergedError } from "../../src/errors.ts";
import { auc, mean } from "../../src/evaluation/rankMetrics.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../src/matrix/random.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { cosine } from "../../src/model/similarity.ts";
import { twoTastes, withDislikes } from "../support/problems.ts";

const interactions = twoTastes();
const WARP = { loss: "warp", noComponents: 8, seed: 3 } as const;

/** The scores of one user by the definition: dot product and both biases. */
async function scoresOf(model: LightFM, user: number): Promise<number[]> {
  const { noComponents } = model.hyperparameters;
  const users = await model.userRepresentations();
  const items = await model.itemRepresentations();
  const row = (embeddings: Float32Array, i: number) =>
    embeddings.slice(i * noComponents, (i + 1) * noComponents);
  const own = row(users.embeddings, user);
  return Array.from(items.biases, (bias, item) =>
    row(items.embeddings, item).reduce((sum, x, c) => sum + x * own[c], users.biases[user] + bias),
  );
}

describe("LightFM", () => {
  for (const loss of ["warp", "warp-kos", "bpr", "logistic"] as const) {
    it(`learns two tastes by ${loss}`, async () => {
      const data = loss === "logistic" ? withDislikes(interactions) : interactions;
      const model = await new LightFM({ loss, noComponents: 8, seed: 3, learningRate: 0.1 }).fit(data, {
        epochs: 30,
      });
      // Knowing the taste alone gives 0.75: half of what a user would like is not among their likes.
      expect(mean(auc(await model.predictRank(interactions)))).toBeGreaterThan(0.85);
    });
  }

  it("is the same to the bit for the same seed, and another for another", async () => {
    const train = async (seed: number) => {
      const model = await new LightFM({ ...WARP, seed }).fit(interactions, { epochs: 3 });
      return model.itemRepresentations();
    };
    const first = await train(1);
    expect(await train(1)).toEqual(first);
    expect(await train(2)).not.toEqual(first);
  });

  it("recommends what scores best, left-out items aside", async () => {
    const model = await new LightFM(WARP).fit(interactions, { epochs: 5 });
    const scores = await scoresOf(model, 4);
    const exclude = [0, 2, 29];
    const { items, scores: given } = await model.recommend(4, { n: 7, exclude });
    const expected = scores
      .map((_, item) => item)
      .filter((item) => !exclude.includes(item))
      .sort((a, b) => scores[b] - scores[a])
      .slice(0, 7);
    expect([...items]).toEqual(expected);
    items.forEach((item, i) => {
      expect(given[i]).toBeCloseTo(scores[item], 4);
    });
    const all = await model.recommend(4, { n: 1000, exclude });
    expect(all.items).toHaveLength(interactions.items - exclude.length);
  });

  it("recommends things that are less alike where diversity is asked for, each with its own score", async () => {
    const model = await new LightFM(WARP).fit(interactions, { epochs: 5 });
    const scores = await scoresOf(model, 4);
    const { embeddings } = await model.itemRepresentations();
    const vectorOf = (item: number) => embeddings.slice(item * 8, (item + 1) * 8);
    const alike = (items: Int32Array) =>
      items.reduce(
        (sum, one) => items.reduce((of, other) => of + cosine(vectorOf(one), vectorOf(other)), sum),
        0,
      );
    const plain = await model.recommend(4, { n: 7, exclude: [2] });
    expect(await model.recommend(4, { n: 7, exclude: [2], diversity: 0 })).toEqual(plain);
    const varied = await model.recommend(4, { n: 7, exclude: [2], diversity: 0.6 });
    expect(varied.items).toHaveLength(7);
    expect(varied.items[0]).toBe(plain.items[0]);
    expect(varied.items).not.toContain(2);
    expect(alike(varied.items)).toBeLessThan(alike(plain.items));
    varied.items.forEach((item, i) => {
      expect(varied.scores[i]).toBeCloseTo(scores[item], 4);
    });
  });

  it("predicts any number of pairs as the representations say, and names an id that is wrong among many", async () => {
    const model = await new LightFM({ loss: "warp", noComponents: 5 }).fit(twoTastes());
    const users = await model.userRepresentations();
    const items = await model.itemRepresentations();
    const random = new SeededRandom(3);
    const userIds = Int32Array.from({ length: 40_003 }, () => random.below(40));
    const itemIds = Int32Array.from(userIds, () => random.below(30));
    const scores = await model.predict(userIds, itemIds);
    const expected = Float32Array.from(userIds, (user, i) => {
      const item = itemIds[i];
      let sum = users.biases[user] + items.biases[item];
      for (let c = 0; c < 5; c++) sum += users.embeddings[user * 5 + c] * items.embeddings[item * 5 + c];
      return sum;
    });
    expect(scores.every((score, i) => Math.abs(score - expected[i]) < 1e-5)).toBe(true);
    itemIds[40_000] = 30;
    await expect(model.predict(userIds, itemIds)).rejects.toThrow(/itemIds.* but itemIds\[40000\] is 30/);
    userIds[17_000] = -1;
    await expect(model.predict(userIds, itemIds)).rejects.toThrow(/userIds.* but userIds\[17000\] is -1/);
  });

  it("ranks test items as sorting their scores does", async () => {
    const model = await new LightFM(WARP).fit(interactions, { epochs: 5 });
    const train = interactions.pick(Int32Array.from({ length: 200 }, (_, i) => i));
    const { test, ranks } = await model.predictRank(interactions, { train });
    for (const user of [0, 1, 7]) {
      const scores = await scoresOf(model, user);
      const trained = new Set([...train.itemIds].filter((_, i) => train.userIds[i] === user));
      for (let i = test.indptr[user]; i < test.indptr[user + 1]; i++) {
        const item = test.indices[i];
        const above = scores.filter(
          (score, other) => other !== item && !trained.has(other) && score >= scores[item],
        );
        expect(ranks[i]).toBe(above.length);
      }
    }
  });

  it("tells how far ranking many users' items has come", async () => {
    const [users, items] = [4000, 20_000];
    const ids = Int32Array.from({ length: users }, (_, i) => i);
    const many = new Interactions(users, items, ids, ids, new Int8Array(users).fill(1));
    const model = await new LightFM({ loss: "warp", noComponents: 1 }).fit(many);
    const told: number[] = [];
    await model.predictRank(many, { onSlice: (done) => void told.push(done) });
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
    expect([told[0] > 0, told.every((done) => done <= 1)]).toEqual([true, true]);
  });

  it("grows by new users, items and features without a change to what was there", async () => {
    const old = await new LightFM(WARP).fit(interactions, { epochs: 4 });
    const grown = old.clone();
    const { users, items } = interactions;
    // Only the new user meets the new items, and no draw may touch the old ones: they are all liked.
    const arrivals = new Interactions(
      users + 1,
      items + 2,
      new Int32Array(items + 1).fill(users),
      Int32Array.from({ length: items + 1 }, (_, i) => i + 1),
      Float32Array.from({ length: items + 1 }, (_, i) => (i === items ? 1 : -1)),
    );
    await grown.fitPartial(arrivals, { epochs: 2 });
    for (const user of [0, 5]) {
      const before = await scoresOf(old, user);
      const after = await scoresOf(grown, user);
      // Item 0 is the only one the new user does not know, so it alone may have been drawn.
      expect(after.slice(1, items)).toEqual(before.slice(1));
    }
    expect((await grown.recommend(users, { n: items + 2 })).items).toHaveLength(items + 2);
  });

  it("folds a stranger in among those who share their taste", async () => {
    const model = await new LightFM(WARP).fit(interactions, { epochs: 20 });
    const itemIds = Int32Array.of(1, 3, 5, 7, 9);
    const own = { itemIds, values: new Float32Array(5).fill(1), weights: null };
    const { items } = await model.recommend(await model.foldIn(own), { n: 8, exclude: itemIds });
    expect([...items].filter((item) => item % 2 === 1).length).toBeGreaterThanOrEqual(7);
  });

  it("folds in the same whatever the order of the ratings", async () => {
    const model = await new LightFM(WARP).fit(interactions, { epochs: 5 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(interactions.items - 1), { minLength: 1 }), async (ids) => {
        const fold = (order: number[]) =>
          model.foldIn({
            itemIds: Int32Array.from(order),
            values: Float32Array.from(order, (item) => (item % 3 ? 1 : -1)),
            weights: Float32Array.from(order, (item) => 1 + item),
          });
        expect(await fold(ids.toReversed())).toEqual(await fold(ids));
      }),
      { numRuns: 20 },
    );
  });

  it("uses item features: an item never seen is recommended by what it is like", async () => {
    const { users, items, userIds, itemIds, values } = interactions;
    const wider = new Interactions(users, items + 2, userIds, itemIds, values);
    const features = FeatureMatrix.fromRows(
      Array.from({ length: items + 2 }, (_, item) => [
        [item, 1],
        [items + 2 + (item % 2), 1],
      ]),
      items + 4,
    );
    const model = await new LightFM(WARP).fit(wider, { itemFeatures: features, epochs: 20 });
    const even = (await scoresOf(model, 0)).slice(-2);
    const odd = (await scoresOf(model, 1)).slice(-2);
    expect(even[0] - even[1]).toBeGreaterThan(odd[0] - odd[1]);
  });

  it("stops within an epoch and keeps the last whole one", async () => {
    const stop = new AbortController();
    const model = new LightFM(WARP);
    const fit = model.fit(interactions, {
      epochs: 1000,
      signal: stop.signal,
      onEpoch: ({ epoch }) => {
        if (epoch === 3) stop.abort();
      },
    });
    await expect(fit).rejects.toBeInstanceOf(CancelledError);
    expect(model.epochs).toBe(3);
    const whole = await new LightFM(WARP).fit(interactions, { epochs: 3 });
    expect(await model.itemRepresentations()).toEqual(await whole.itemRepresentations());
  });

  it("raises what diverges, names epoch and learning rate, and is as it was before", async () => {
    const model = await new LightFM({ ...WARP, loss: "logistic" }).fit(interactions, { epochs: 2 });
    const before = await model.itemRepresentations();
    const { users, items, userIds, itemIds, values } = interactions;
    const heavy = new Interactions(
      users,
      items,
      userIds,
      itemIds,
      values,
      values.map(() => 1e38),
    );
    const fit = model.fitPartial(heavy, { epochs: 1 });
    await expect(fit).rejects.toThrow(DivergedError);
    await expect(fit).rejects.toThrow(/0\.05 \(epoch 3\)/);
    expect(model.epochs).toBe(2);
    expect(await model.itemRepresentations()).toEqual(before);
  });

  it("refuses what does not fit, by name, before anything is touched", async () => {
    expect(() => new LightFM({ noComponents: 0 })).toThrow(/noComponents/);
    expect(() => new LightFM({ learningRate: Number.NaN })).toThrow(/learningRate/);
    expect(() => new LightFM({ loss: "hinge" as "warp" })).toThrow(/loss/);
    const model = await new LightFM(WARP).fit(interactions);
    const before = await model.itemRepresentations();
    const narrow = { itemFeatures: FeatureMatrix.identity(3) };
    await expect(model.fitPartial(interactions, narrow)).rejects.toThrow(/itemFeatures/);
    await expect(model.fitPartial(interactions, { epochs: -1 })).rejects.toThrow(/epochs/);
    await expect(model.recommend(interactions.users)).rejects.toBeInstanceOf(ArgumentError);
    await expect(new LightFM().recommend(0)).rejects.toThrow(/fit/);
    expect(await model.itemRepresentations()).toEqual(before);
  });
});
