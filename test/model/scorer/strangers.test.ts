import { beforeAll, expect, it } from "vitest";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { LearntFoldIn } from "../../../src/model/foldIn/LearntFoldIn.ts";
import { LightFM } from "../../../src/model/LightFM.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { Scorer, type Stranger } from "../../../src/model/scorer/Scorer.ts";
import { atOnce } from "../../../src/steps.ts";
import { twoTastes } from "../../support/problems.ts";

const NOTHING = { learntFoldIn: false, neighbours: false, newItems: false };
const MAP = Float32Array.of(1, 0, 0, 1, 2, 0, 0, 2, 5, 5, 0, 0);
const ROWS = { items: Int32Array.of(0, 2), width: 1, vectors: Float32Array.of(2, 3), growth: 5 };

let model: LightFM;
let bare: Scorer;
let beside: Scorer;
beforeAll(async () => {
  model = await new LightFM({ noComponents: 2 }).fit(new Interactions(2, 3, [], [], []));
  model.setParameters({
    itemEmbeddings: [1, 0, 2, 0, 0, 3],
    itemBiases: [0.5, 0, 0],
    userEmbeddings: [1, 0.5, -1, 1],
    userBiases: [7, 9],
  });
  bare = await Scorer.create(model, null, NOTHING);
  beside = await Scorer.create(model, null, { neighbourRows: ROWS, learntFoldIn: false });
});

it("a user of the data has the model's scores without their own bias", () => {
  expect([bare.users, bare.items, bare.bytes]).toEqual([2, 3, 0]);
  expect([...bare.scoresOfUser(0)]).toEqual([1.5, 2, 1.5]);
  expect([...bare.embeddingOfUser(1)]).toEqual([-1, 1]);
  // Nobody's likes are known, so that neighbours have nothing to say of a user.
  expect([...beside.scoresOfUser(0)]).toEqual([1.5, 2, 1.5]);
  expect(() => bare.scoresOfUser(2)).toThrow("user must be a whole number from 0 to 1, not 2.");
  expect(bare.itemRepresentations()).toEqual({
    embeddings: Float32Array.of(1, 0, 2, 0, 0, 3),
    biases: Float32Array.of(0.5, 0, 0),
  });
});

it("a stranger's vector is the map's, and more the model's own the more likes there are", async () => {
  const mapped = await Scorer.create(model, null, { foldInMap: MAP });
  const learnt = new LearntFoldIn({ embeddings: Float32Array.of(1, 0, 2, 0, 0, 3), noComponents: 2 }, MAP);
  const wanted = async (own: Stranger) => {
    const share = own.itemIds.length / (own.itemIds.length + 20);
    const { embedding } = await model.foldIn(own);
    const map = learnt.foldIn(own.itemIds, own.weights ?? undefined);
    return [...map].map((number, k) => (1 - share) * number + share * embedding[k]);
  };
  for (const own of [
    { itemIds: [] },
    { itemIds: [1] },
    { itemIds: [2, 0] },
    { itemIds: [2, 0, 1], weights: [0, 3, 1] },
  ]) {
    const found = await mapped.embeddingOfStranger(own);
    const expected = await wanted(own);
    for (const k of [0, 1]) expect(found[k]).toBeCloseTo(expected[k], 5);
    expect([...(await bare.embeddingOfStranger(own))]).toEqual([...(await model.foldIn(own)).embedding]);
    const scores = await mapped.scoresOfStranger(own);
    [1, 0, 2, 0, 0, 3].forEach((_, at, items) => {
      if (at % 2) return;
      const score = items[at] * expected[0] + items[at + 1] * expected[1] + (at === 0 ? 0.5 : 0);
      expect(scores[at / 2]).toBeCloseTo(score, 4);
    });
  }
  expect(mapped.foldInMap).toBe(MAP);
  expect([bare.foldInMap, mapped.bytes]).toEqual([null, 48]);
});

it("neighbours add what they have for the likes, and more of it the more there are", async () => {
  for (const itemIds of [[], [0], [1], [2, 0]]) {
    const plain = await bare.scoresOfStranger({ itemIds });
    const sum = itemIds.reduce((all, item) => all + [2, 0, 3][item], 0);
    const weight = 1 + (4 * itemIds.length) / (itemIds.length + 50);
    (await beside.scoresOfStranger({ itemIds })).forEach((score, item) => {
      expect(score).toBeCloseTo(plain[item] + weight * sum * [2, 0, 3][item], 4);
    });
  }
  expect(beside.bytes).toBeGreaterThan(0);
  expect(await beside.neighbourRows()).toBe(null);
  expect(await bare.neighbourRows()).toBe(null);
  const without = beside.withNeighbours(null);
  expect(await without.scoresOfStranger({ itemIds: [0] })).toEqual(
    await bare.scoresOfStranger({ itemIds: [0] }),
  );
});

it("the best are listed, others left out", async () => {
  const { items, scores } = await bare.recommend(0);
  expect([[...items], [...scores]]).toEqual([
    [1, 0, 2],
    [2, 1.5, 1.5],
  ]);
  expect([...(await bare.recommend(0, { n: 1, exclude: [1] })).items]).toEqual([0]);
  const stranger = await beside.scoresOfStranger({ itemIds: [2] });
  expect([...(await beside.recommend({ itemIds: [2] }, { n: 1 })).scores]).toEqual([Math.max(...stranger)]);
});

it.each<[string, (scorer: Scorer) => Promise<unknown>]>([
  [
    "weights must be 0 or more, and one of them above 0.",
    (scorer) => scorer.recommend({ itemIds: [0], weights: [0] }),
  ],
  [
    "weights must be 0 or more, and one of them above 0.",
    (scorer) => scorer.recommend({ itemIds: [0, 1], weights: [2, -1] }),
  ],
  [
    "weights must hold finite numbers",
    (scorer) => scorer.embeddingOfStranger({ itemIds: [0], weights: [Number.NaN] }),
  ],
  [
    "itemIds must hold whole numbers from 0 to 2, but itemIds[0] is 3.",
    (scorer) => scorer.scoresOfStranger({ itemIds: [3] }),
  ],
  ['"items"', (scorer) => scorer.scoresOfStranger({ items: [3] } as never)],
  ['"items"', (scorer) => scorer.embeddingOfStranger({ items: [3] } as never)],
  ["stranger", (scorer) => scorer.scoresOfStranger([] as never)],
  ["stranger", (scorer) => scorer.embeddingOfStranger([] as never)],
  ["n must be a whole number from 0 to 2147483647, not -1.", (scorer) => scorer.recommend(0, { n: -1 })],
  ["exclude must hold whole numbers from 0 to 2", (scorer) => scorer.recommend(0, { exclude: [3] })],
  ['"among"', (scorer) => scorer.recommend(0, { among: [1] } as never)],
  ["most must be a whole number from 1 to 2147483647, not 0.", (scorer) => scorer.neighbourRows(0)],
  ["model must be of type LightFM", () => Scorer.create({} as never, null)],
  ['"neighbors"', () => Scorer.create(model, null, { neighbors: false } as never)],
])("what does not fit is refused: %s", async (message, ask) => {
  await expect(ask(bare)).rejects.toThrow(message);
});

it("no weights are as none, and empty ones are taken for nobody's likes", async () => {
  expect(await bare.scoresOfStranger({ itemIds: [1], weights: null })).toEqual(
    await bare.scoresOfStranger({ itemIds: [1] }),
  );
  expect(await bare.scoresOfStranger({ itemIds: [], weights: [] })).toEqual(
    await bare.scoresOfStranger({ itemIds: [] }),
  );
});

it("making a scorer tells how far it is, three fifths of it for sorting", async () => {
  const data = twoTastes();
  const learnt = await new LightFM({ noComponents: 2, seed: 6 }).fit(data);
  const told: number[] = [];
  await Scorer.createTelling(learnt, data, {}, (share) => told.push(share));
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  // Two steps of the three that are expected, and a teacher of two thousand after the other.
  expect(told.slice(0, 3).map((share) => share.toFixed(4))).toEqual(["0.2000", "0.4000", "0.6002"]);
  expect(told).toHaveLength(2 + data.users);
  const options = { learntFoldIn: true, neighbours: false, newItems: false, foldInMap: null, itemTags: null };
  const taught = await Scorer.create(learnt, data, { ...options, neighbourRows: null, neighbourWeight: 2 });
  expect([taught.foldInMap?.length, taught.bytes]).toEqual([12, 48]);
  // Its chances are those of the model's seed.
  const { embeddings } = await learnt.itemRepresentations();
  const vectorOf = (user: number) => taught.embeddingOfUser(user);
  const items = { embeddings, noComponents: 2 };
  const steps = LearntFoldIn.teach(items, vectorOf, likesOf(data), { seed: 6 });
  expect(taught.foldInMap).toEqual(atOnce(steps)?.map);
  const tagged = { ...options, itemTags: FeatureMatrix.identity(data.items) };
  expect((await Scorer.create(learnt, data, tagged)).foldInMap).toEqual(taught.foldInMap);
});
