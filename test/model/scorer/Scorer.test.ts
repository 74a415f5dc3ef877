import { beforeAll, describe, expect, it } from "vitest";
import { ArgumentError } from "../../../src/errors.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { LightFM } from "../../../src/model/LightFM.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { RidgeNeighbours } from "../../../src/model/neighbours/RidgeNeighbours.ts";
import {
  interceptShareFor,
  neighbourWeightFor,
  weightFor,
} from "../../../src/model/scorer/neighbourWeightFor.ts";
import { Scorer } from "../../../src/model/scorer/Scorer.ts";

const USERS = 60;
const ITEMS = 30;
/** Even users like even items, odd users odd ones: 10 of 15 each, another choice for each user. */
const likes = Array.from({ length: USERS }, (_, user) =>
  Array.from({ length: 10 }, (_, i) => [user, ((i + user) * 2 + (user % 2)) % ITEMS] as const),
).flat();
const data = new Interactions(
  USERS,
  ITEMS,
  Int32Array.from(likes, ([user]) => user),
  Int32Array.from(likes, ([, item]) => item),
  new Float32Array(likes.length).fill(1),
);

let model: LightFM;
let scorer: Scorer;
beforeAll(async () => {
  model = await new LightFM({ loss: "warp", noComponents: 4, seed: 3 }).fit(data, { epochs: 20 });
  scorer = await Scorer.create(model, data);
});

it("is the model where nothing is added", async () => {
  const plain = await Scorer.create(model, data, { learntFoldIn: false, neighbours: false, newItems: false });
  expect((await plain.recommend(5, { n: 7, exclude: [1, 3] })).items).toEqual(
    (await model.recommend(5, { n: 7, exclude: [1, 3] })).items,
  );
  const itemIds = [4, 8];
  const folded = await model.foldIn({ itemIds });
  expect((await plain.recommend({ itemIds }, { exclude: itemIds })).items).toEqual(
    (await model.recommend(folded, { exclude: itemIds })).items,
  );
});

it.each([
  ["the weight that is given", { neighbourWeight: 2 }, 2],
  ["what suits the data", {}, neighbourWeightFor(likesOf(data)).few],
])("adds neighbour scores by %s", async (_, options, weight) => {
  const [weighted, without] = await Promise.all([
    Scorer.create(model, data, options),
    Scorer.create(model, data, { neighbours: false }),
  ]);
  const itemIds = [0, 6];
  const neighbours = (await RidgeNeighbours.create(likesOf(data))).score(itemIds);
  const scores = await weighted.scoresOfStranger({ itemIds });
  (await without.scoresOfStranger({ itemIds })).forEach((score, item) => {
    expect(scores[item]).toBeCloseTo(score + weight * neighbours[item], 4);
  });
});

it("adds to few items that many like what everybody likes, and publishes it in their biases", async () => {
  const [users, items, each] = [400, 10, 4];
  const userIds = Int32Array.from({ length: users * each }, (_, i) => Math.floor(i / each));
  // Some items are liked by more people than others.
  const itemIds = userIds.map((user, i) => (Math.floor((user * 7) / (1 + (i % each))) + (i % each)) % items);
  const values = new Float32Array(users * each).fill(1);
  const few = new Interactions(users, items, userIds, itemIds, values);
  const learnt = await new LightFM({ loss: "warp", noComponents: 4, seed: 3 }).fit(few, { epochs: 3 });
  const [own, without] = await Promise.all([
    Scorer.create(learnt, few),
    Scorer.create(learnt, few, { neighbours: false }),
  ]);
  const ridge = await RidgeNeighbours.create(likesOf(few));
  const weights = neighbourWeightFor(likesOf(few));
  const share = weights.few * interceptShareFor(likesOf(few));
  const intercept = ridge.intercept().map((each) => share * each);
  const weight = weightFor(weights, 2);
  expect(Math.max(...intercept)).toBeGreaterThan(0.1);
  const told = [2, 5];
  const neighbours = ridge.score(told);
  const plain = await without.scoresOfStranger({ itemIds: told });
  const scores = await own.scoresOfStranger({ itemIds: told });
  const { biases } = without.itemRepresentations();
  own.itemRepresentations().biases.forEach((bias, item) => {
    expect(scores[item]).toBeCloseTo(plain[item] + weight * neighbours[item] + intercept[item], 3);
    expect(bias).toBeCloseTo(biases[item] + intercept[item], 4);
  });
});

describe("strangers", () => {
  it("get what goes with their likes, whatever the order", async () => {
    const { items } = await scorer.recommend({ itemIds: [2, 10, 4] }, { n: 8, exclude: [2, 4, 10] });
    expect([...items].every((item) => item % 2 === 0 && ![2, 4, 10].includes(item))).toBe(true);
    const turned = await scorer.recommend({ itemIds: [10, 4, 2] }, { n: 8, exclude: [2, 4, 10] });
    expect([...turned.items].sort()).toEqual([...items].sort());
  });

  it("without likes get what most people like", async () => {
    const { biases } = await model.itemRepresentations();
    const { items } = await scorer.recommend({ itemIds: [] }, { n: 1 });
    expect(biases[items[0]]).toBe(Math.max(...biases));
  });

  it("are refused with items that are not there, or named twice", async () => {
    await expect(scorer.recommend({ itemIds: [ITEMS] })).rejects.toBeInstanceOf(ArgumentError);
    await expect(scorer.recommend({ itemIds: [1, 1] })).rejects.toThrow(/once/);
  });
});

it("places items that nobody likes by what is known of them", async () => {
  // The last four items are new: even ones of the kind that even users like, odd ones of the other.
  const items = ITEMS + 4;
  const known = new Interactions(USERS, items, data.userIds, data.itemIds, data.values);
  const itemFeatures = FeatureMatrix.fromRows(
    Array.from({ length: items }, (_, item) => [
      [item, 1],
      [items + (item % 2), 1],
    ]),
    items + 2,
  );
  const hybrid = await new LightFM({ loss: "warp", noComponents: 4, seed: 3 }).fit(known, {
    itemFeatures,
    epochs: 20,
  });
  const [placed, summed] = await Promise.all([
    Scorer.create(hybrid, known, { neighbours: false }),
    Scorer.create(hybrid, known, { neighbours: false, newItems: false }),
  ]);
  for (let user = 0; user < USERS; user++) {
    const [after, before] = [placed.scoresOfUser(user), summed.scoresOfUser(user)];
    const own = ITEMS + (user % 2);
    const other = ITEMS + 1 - (user % 2);
    expect(after[own]).toBeGreaterThan(before[own]);
    expect(after[own] - after[other]).toBeGreaterThan(before[own] - before[other]);
    expect(after.subarray(0, ITEMS)).toEqual(before.subarray(0, ITEMS));
  }
});

it("places items that nobody likes by their tags, and moves no other", async () => {
  // As above, but what is known of them are tags alone, which the model has not learnt from.
  const items = ITEMS + 4;
  const known = new Interactions(USERS, items, data.userIds, data.itemIds, data.values);
  const itemTags = FeatureMatrix.fromRows(
    Array.from({ length: items }, (_, item) => [[item % 2, 1]]),
    2,
  );
  const plain = await new LightFM({ loss: "warp", noComponents: 4, seed: 3 }).fit(known, { epochs: 20 });
  const [placed, without] = await Promise.all([
    Scorer.create(plain, known, { itemTags }),
    Scorer.create(plain, known),
  ]);
  for (let user = 0; user < USERS; user++) {
    const [after, before] = [placed.scoresOfUser(user), without.scoresOfUser(user)];
    expect(after[ITEMS + (user % 2)]).toBeGreaterThan(after[ITEMS + 1 - (user % 2)] + 0.1);
    expect(after.subarray(0, ITEMS)).toEqual(before.subarray(0, ITEMS));
  }
  const told = await placed.scoresOfStranger({ itemIds: [0, 2] });
  expect(told[ITEMS]).toBeGreaterThan(told[ITEMS + 1]);
});

it("refuses interactions of another shape, and tags of other items", async () => {
  await expect(Scorer.create(model, data, { itemTags: FeatureMatrix.identity(3) })).rejects.toThrow(
    /a row to each of the model's 30 items, not 3 rows/,
  );
  const other = new Interactions(1, 2, Int32Array.of(0), Int32Array.of(1), Float32Array.of(1));
  await expect(Scorer.create(model, other)).rejects.toThrow(/60 users and 30 items, not of 1 and 2/);
});
