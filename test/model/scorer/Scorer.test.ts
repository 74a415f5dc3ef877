import { beforeAll, describe, expect, it } from "vitest";
import { ArgumentError } from "../../../src/errors.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { LightFM } from "../../../src/model/LightFM.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { RidgeNeighbours } from "../../../src/model/neighbours/RidgeNeighbours.ts";
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
  const plain = await Scorer.create(model, data, { learntFoldIn: false, neighbours: false });
  expect((await plain.recommend(5, { n: 7, exclude: [1, 3] })).items).toEqual(
    (await model.recommend(5, { n: 7, exclude: [1, 3] })).items,
  );
  const itemIds = [4, 8];
  const folded = await model.foldIn({ itemIds });
  expect((await plain.recommend({ itemIds }, { exclude: itemIds })).items).toEqual(
    (await model.recommend(folded, { exclude: itemIds })).items,
  );
});

it("adds neighbour scores by their weight", async () => {
  const [weighted, without] = await Promise.all([
    Scorer.create(model, data, { neighbourWeight: 2 }),
    Scorer.create(model, data, { neighbours: false }),
  ]);
  const itemIds = [0, 6];
  const neighbours = (await RidgeNeighbours.create(likesOf(data))).score(itemIds);
  const scores = await weighted.scoresOfStranger({ itemIds });
  (await without.scoresOfStranger({ itemIds })).forEach((score, item) => {
    expect(scores[item]).toBeCloseTo(score + 2 * neighbours[item], 4);
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

it("refuses interactions of another shape", async () => {
  const other = new Interactions(1, 2, Int32Array.of(0), Int32Array.of(1), Float32Array.of(1));
  await expect(Scorer.create(model, other)).rejects.toThrow(/60 users and 30 items, not of 1 and 2/);
});
