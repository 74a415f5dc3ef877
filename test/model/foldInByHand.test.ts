import { expect, it } from "vitest";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../src/matrix/random.ts";
import type { Hyperparameters } from "../../src/model/hyperparameters.ts";
import { LightFM } from "../../src/model/LightFM.ts";

const ITEMS = { embeddings: [0.5, -0.25, 1], biases: [0.1, 0.2, -0.3] };

/** A model of one component, whose items are known and whose user's features are: 0.25 with a bias of -0.5, and 1. */
async function modelOf(options: Partial<Hyperparameters>, { embeddings, biases } = ITEMS): Promise<LightFM> {
  const items = embeddings.length;
  const model = await new LightFM({ noComponents: 1, seed: 7, ...options }).fit(
    new Interactions(1, items, [], [], []),
    { userFeatures: FeatureMatrix.fromRows([[[0, 1]]], 2) },
  );
  model.setParameters({
    itemEmbeddings: embeddings,
    itemBiases: biases,
    userEmbeddings: [0.25, 1],
    userBiases: [-0.5, 0],
  });
  return model;
}

const FIRST_FEATURE = FeatureMatrix.fromRows([[[0, 1]]], 2);
const START = { embedding: 0.25, bias: -0.5 };

/** Twenty steps of a vector and its bias down a gradient, as adagrad takes them, or adadelta. */
function walk(
  { embedding, bias }: typeof START,
  gradientAt: (embedding: number, bias: number) => [ofEmbedding: number, ofBias: number],
  { adadelta = false, alpha = 0 } = {},
) {
  const values = [embedding, bias];
  const sums = adadelta ? [0, 0] : [1, 1];
  const momenta = [0, 0];
  for (let step = 0; step < 20; step++) {
    const gradient = gradientAt(values[0], values[1]);
    const rates = gradient.map((g, c) => {
      if (!adadelta) return 0.05 / Math.sqrt(sums[c]);
      sums[c] = 0.9 * sums[c] + 0.1 * g * g;
      return Math.sqrt(momenta[c] + 1e-3) / Math.sqrt(sums[c] + 1e-3);
    });
    gradient.forEach((g, c) => {
      if (!adadelta) sums[c] += g * g;
      momenta[c] = 0.9 * momenta[c] + 0.1 * (rates[c] * g) ** 2;
      values[c] = (values[c] - rates[c] * g) * (1 + alpha * rates[c]);
    });
    for (const c of [0, 1]) values[c] /= 1 + (alpha * (rates[0] + rates[1])) / 2;
  }
  return values;
}

/** The gradient of one pointwise comparison with item 0. */
const pointwise =
  (weight: number, target: number) =>
  (embedding: number, bias: number): [number, number] => {
    const loss = weight * (1 / (1 + Math.exp(-(embedding * 0.5 + bias + 0.1))) - target);
    return [loss * 0.5, loss];
  };

/** Item 0 is to be above item 1, which it is not while the difference is below 1. */
const pairwise = (weight: number) => (): [number, number] => [weight * (-0.25 - 0.5), weight];

async function expectVector(
  folded: Promise<{ embedding: Float32Array; bias: number }>,
  [embedding, bias]: readonly number[],
) {
  const found = await folded;
  expect(found.embedding).toHaveLength(1);
  expect(found.embedding[0]).toBeCloseTo(embedding, 5);
  expect(found.bias).toBeCloseTo(bias, 5);
}

it.each<[string, Partial<Hyperparameters>, number, number, object]>([
  ["a like", {}, 1, 1, {}],
  ["a dislike", {}, -1, 1, {}],
  ["a zero, which is a dislike", {}, 0, 1, {}],
  ["a like that weighs three", {}, 1, 3, {}],
  ["a like, held back", { userAlpha: 0.1 }, 1, 1, { alpha: 0.1 }],
  [
    "a like under adadelta",
    { learningSchedule: "adadelta", rho: 0.9, epsilon: 1e-3 },
    1,
    1,
    { adadelta: true },
  ],
])("folding in takes twenty logistic steps: %s", async (_, options, value, weight, rule) => {
  const model = await modelOf(options);
  const expected = walk(START, pointwise(weight, value > 0 ? 1 : 0), rule);
  // What one asks leaves nothing behind for the next.
  for (let time = 0; time < 2; time++) {
    const own = { itemIds: [0], values: [value], weights: [weight] };
    await expectVector(model.foldIn(own, { userFeatures: FIRST_FEATURE }), expected);
  }
});

it("folding in without anything done gives the vector it starts from, drawn by the seed", async () => {
  const model = await modelOf({});
  await expectVector(model.foldIn({ itemIds: [] }), [new SeededRandom(7).float() - 0.5, 0]);
  await expectVector(model.foldIn({ itemIds: [] }, { userFeatures: FIRST_FEATURE }), [0.25, -0.5]);
  const start = { embedding: new SeededRandom(7).float() - 0.5, bias: 0 };
  await expectVector(model.foldIn({ itemIds: [0] }), walk(start, pointwise(1, 1)));
});

it("weights of one are as none, for any number of items", async () => {
  const many = Array.from({ length: 40 }, (_, i) => i);
  const embeddings = many.map((i) => Math.sin(i));
  for (const loss of ["logistic", "warp"] as const) {
    const model = await modelOf({ loss }, { embeddings, biases: embeddings.toReversed() });
    const itemIds = many.slice(5, 25);
    const folded = await model.foldIn({ itemIds });
    expect(await model.foldIn({ itemIds, weights: itemIds.map(() => 1) })).toEqual(folded);
    expect(await model.foldIn({ itemIds, weights: itemIds.map(() => 2) })).not.toEqual(folded);
  }
});

it("what is disliked stands below what is liked if dislikes are negatives, and is never drawn otherwise", async () => {
  const two = { embeddings: ITEMS.embeddings.slice(0, 2), biases: ITEMS.biases.slice(0, 2) };
  const own = { itemIds: [1, 0], values: [0, 1], weights: [9, 2] };
  const userFeatures = FIRST_FEATURE;
  const start = [START.embedding, START.bias];
  const below = walk(START, pairwise(2));
  for (const dislikes of ["negatives", "known"] as const) {
    const model = await modelOf({ loss: "warp", dislikes }, two);
    // There is no third item that could be drawn.
    await expectVector(model.foldIn(own, { userFeatures, dislikes: "known" }), start);
    await expectVector(model.foldIn(own, { userFeatures, dislikes: "negatives" }), below);
    await expectVector(model.foldIn(own, { userFeatures }), dislikes === "known" ? start : below);
    await expectVector(model.foldIn({ itemIds: [0, 1] }, { userFeatures }), start);
  }
});

it("by BPR, either of two items that is liked is set above the other", async () => {
  const model = await modelOf({ loss: "bpr" }, { embeddings: [0.5, -0.25], biases: [0, 0] });
  const folded = async (liked: number) =>
    (await model.foldIn({ itemIds: [liked] }, { userFeatures: FIRST_FEATURE })).embedding[0];
  expect(await folded(0)).toBeGreaterThan(START.embedding + 0.1);
  expect(await folded(1)).toBeLessThan(START.embedding - 0.1);
});

it("several likes, or dislikes, are the same in any order", async () => {
  const embeddings = Array.from({ length: 12 }, (_, i) => Math.cos(i));
  const model = await modelOf({ loss: "warp", dislikes: "negatives" }, { embeddings, biases: embeddings });
  const folded = (itemIds: number[], isLiked: (item: number) => boolean) =>
    model.foldIn({ itemIds, values: itemIds.map((item) => (isLiked(item) ? 1 : -1)) });
  for (const isLiked of [(item: number) => item === 3, (item: number) => item !== 3]) {
    expect(await folded([10, 2, 3, 9], isLiked)).toEqual(await folded([2, 3, 9, 10], isLiked));
  }
});

it("what does not fit is refused by its name", async () => {
  const model = await modelOf({});
  const refused = (own: object, options: object, message: string) =>
    expect(model.foldIn(own as never, options)).rejects.toThrow(message);
  await refused({ itemIds: [1, 0, 1] }, {}, "itemIds must hold each item once.");
  await refused({ itemIds: [3] }, {}, "itemIds must hold whole numbers from 0 to 2, but itemIds[0] is 3.");
  await refused({ itemIds: [1], values: [Number.NaN] }, {}, "values must hold finite numbers");
  await refused({ itemIds: [1], weights: [Number.NaN] }, {}, "weights must hold finite numbers");
  await refused({ itemIds: [1], values: [1, 1] }, {}, "values");
  await refused({ itemIds: [1], weights: [] }, {}, "weights");
  await refused({ items: [1] }, {}, 'There is no option "items". Did you mean "itemIds"?');
  await refused([], {}, "own");
  await refused({ itemIds: [] }, { dislikes: "none" }, 'dislikes must be one of "known", "negatives"');
  await refused({ itemIds: [] }, { features: FIRST_FEATURE }, '"features"');
  const two = FeatureMatrix.fromRows([[], []], 2);
  await refused(
    { itemIds: [] },
    { userFeatures: two },
    "userFeatures must be a matrix of one row, not of 2.",
  );
});

it("a score is explained by what it loses without each, the largest loss first", async () => {
  const model = await modelOf({});
  const own = { itemIds: Int32Array.of(1, 0, 2), values: [1, 1, -1], weights: [1, 3, 2] };
  const scoreOf = async (kept: number[]) => {
    const { embedding, bias } = await model.foldIn({
      itemIds: kept.map((place) => own.itemIds[place]),
      values: kept.map((place) => own.values[place]),
      weights: kept.map((place) => own.weights[place]),
    });
    return embedding[0] + bias - 0.3;
  };
  const all = await scoreOf([0, 1, 2]);
  const { score, contributions } = await model.explain(own, 2);
  expect(score).toBeCloseTo(all, 5);
  const losses = [
    { item: 0, loss: all - (await scoreOf([0, 2])) },
    { item: 1, loss: all - (await scoreOf([1, 2])) },
    { item: 2, loss: all - (await scoreOf([0, 1])) },
  ];
  expect(losses[0].loss).toBeGreaterThan(losses[1].loss);
  expect(losses[1].loss).toBeGreaterThan(losses[2].loss);
  expect(contributions.map(({ item }) => item)).toEqual([0, 1, 2]);
  contributions.forEach(({ contribution }, i) => {
    expect(contribution).toBeCloseTo(losses[i].loss, 5);
  });
  const { contributions: single } = await model.explain({ itemIds: [0] }, 2);
  expect(single.map(({ item }) => item)).toEqual([0]);
  await expect(model.explain(own, 3)).rejects.toThrow("item must be a whole number from 0 to 2, not 3.");
});
