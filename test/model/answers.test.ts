import { describe, expect, it } from "vitest";
import { Dataset } from "../../src/dataset/Dataset.ts";
import { ArgumentError, CancelledError } from "../../src/errors.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { loadModel } from "../../src/model/file/loadModel.ts";
import { saveModel } from "../../src/model/file/saveModel.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { contentsOf } from "../support/contentsOf.ts";
import { twoTastes } from "../support/problems.ts";

const interactions = twoTastes();
const { users, items } = interactions;
/** Each user has a feature of their own and one of their taste. */
const userFeatures = FeatureMatrix.fromRows(
  Array.from({ length: users }, (_, user) => [
    [user, 1],
    [users + (user % 2), 1],
  ]),
  users + 2,
);
const model = await new LightFM({ loss: "warp", noComponents: 8, seed: 3 }).fit(interactions, {
  userFeatures,
  epochs: 20,
});
/** Somebody of whom only the taste is known. */
const ofTaste = (taste: number) => FeatureMatrix.fromRows([[[users + taste, 1]]], users + 2);

async function firstBlock<T>(blocks: AsyncIterable<T[]>): Promise<T[]> {
  for await (const block of blocks) return block;
  return [];
}

describe("lists of many users", () => {
  it("are those of each, without what each has done", async () => {
    const lists = [];
    for await (const block of model.recommendMany("all", { n: 6, exclude: interactions }))
      lists.push(...block);
    expect(lists.map(({ user }) => user)).toEqual(Array.from({ length: users }, (_, user) => user));
    for (const { user, ...ranked } of lists) {
      const exclude = interactions.itemIds.filter((_, i) => interactions.userIds[i] === user);
      expect(ranked).toEqual(await model.recommend(user, { n: 6, exclude }));
    }
  });

  it("are of the users asked for, or of features, among some items, until they are stopped", async () => {
    const some = await firstBlock(model.recommendMany([5, 2], { n: 3, where: (item) => item > 9 }));
    expect(some.map(({ user }) => user)).toEqual([5, 2]);
    expect(some[0].items).toEqual((await model.recommend(5, { n: 3, where: (item) => item > 9 })).items);
    const [cold] = await firstBlock(model.recommendMany(ofTaste(1), { n: 3 }));
    expect(cold.items).toEqual((await model.recommend(ofTaste(1), { n: 3 })).items);
    const stopped = model.recommendMany("all", { signal: AbortSignal.abort() });
    await expect(stopped.next()).rejects.toThrow(CancelledError);
    const narrow = new Interactions(users, 3, [0], [0], [1]);
    await expect(model.recommendMany("all", { exclude: narrow }).next()).rejects.toThrow(/exclude is of/);
  });
});

it("recommends among some items, by a rule and by a mask, less those excluded", async () => {
  const { items: all } = await model.recommend(3, { n: items });
  const wanted = [...all].filter((item) => item % 3 === 0 && item !== 6);
  const among = Array.from({ length: items }, (_, item) => item).filter((item) => item % 3 === 0);
  const mask = Uint8Array.from({ length: items }, (_, item) => (item % 3 === 0 ? 1 : 0));
  for (const selection of [{ among }, { where: (item: number) => item % 3 === 0 }, { where: mask }]) {
    expect([...(await model.recommend(3, { n: items, exclude: [6], ...selection })).items]).toEqual(wanted);
  }
  await expect(model.recommend(3, { where: mask.slice(1) })).rejects.toThrow(ArgumentError);
});

it("answers in ids where a mapping is given", async () => {
  const mapping = new Dataset()
    .fit(
      Array.from({ length: users }, (_, user) => `u${user}`),
      Array.from({ length: items }, (_, item) => `i${item}`),
    )
    .mapping();
  const rows = await model.recommend(4, { n: 5, exclude: [1, 2], where: (item) => item < 20 });
  const ids = await model.recommend("u4", {
    n: 5,
    exclude: ["i1", "i2"],
    where: (item) => Number(String(item).slice(1)) < 20,
    mapping,
  });
  expect(ids).toEqual({ items: Array.from(rows.items, (item) => `i${item}`), scores: rows.scores });
  await expect(model.recommend("nobody", { mapping })).rejects.toThrow(
    /user: "nobody" is not in the mapping/,
  );
  const [list] = await firstBlock(
    model.recommendMany(["u4"], { n: 5, among: ["i7", "i8"], exclude: interactions, mapping }),
  );
  const [byRow] = await firstBlock(model.recommendMany([4], { n: 5, among: [7, 8], exclude: interactions }));
  expect(list).toEqual({
    user: "u4",
    items: Array.from(byRow.items, (item) => `i${item}`),
    scores: byRow.scores,
  });
  await expect(model.recommendMany(["nobody"], { mapping }).next()).rejects.toThrow(/users: "nobody"/);
  const alike = await model.similarItems([1, 3], { n: 5, exclude: [2] });
  expect(await model.similarItems(["i1", "i3"], { n: 5, exclude: ["i2"], mapping })).toEqual({
    items: Array.from(alike.items, (item) => `i${item}`),
    scores: alike.scores,
  });
  const { users: like4 } = await model.similarUsers(4, { n: 3 });
  expect((await model.similarUsers("u4", { n: 3, mapping })).users).toEqual(
    Array.from(like4, (user) => `u${user}`),
  );
  await expect(model.similarItems("i99", { mapping })).rejects.toThrow(/items: "i99" is not in the mapping/);
});

it("knows someone by features alone, and starts from them when folding in", async () => {
  const share = (list: ArrayLike<number>, taste: number) =>
    Array.from(list).filter((item) => item % 2 === taste).length / list.length;
  for (const taste of [0, 1]) {
    expect(share((await model.recommend(ofTaste(taste), { n: 8 })).items, taste)).toBeGreaterThan(0.7);
    const representation = await model.foldIn({ itemIds: [] }, { userFeatures: ofTaste(taste) });
    const { items: folded } = await model.recommend(representation, { n: 8 });
    expect(share(folded, taste)).toBeGreaterThan(0.7);
  }
});

it("finds what is like several, and users who are alike", async () => {
  const odd = await model.similarItems([1, 3, 5], { n: 6 });
  expect(odd.items.filter((item) => item % 2 === 1).length).toBeGreaterThanOrEqual(5);
  expect(odd.items.some((item) => [1, 3, 5].includes(item))).toBe(false);
  expect([...odd.scores]).toEqual([...odd.scores].sort((a, b) => b - a));
  const alike = await model.similarUsers(2, { n: 6, exclude: [4] });
  expect(alike.users.filter((user) => user % 2 === 0).length).toBeGreaterThanOrEqual(5);
  expect([...alike.users]).not.toContain(4);
  const others = (own: number[], count: number) =>
    [...Array(count).keys()].filter((row) => !own.includes(row));
  const ofAll = await model.similarItems([1, 3, 5], { n: items });
  expect([...ofAll.items].sort((a, b) => a - b)).toEqual(others([1, 3, 5], items));
  const ofAllUsers = await model.similarUsers(2, { n: users });
  expect([...ofAllUsers.users].sort((a, b) => a - b)).toEqual(others([2], users));
});

it("explains a score by what it loses without each interaction", async () => {
  const own = { itemIds: [1, 3, 4] };
  const { score, contributions } = await model.explain(own, 7);
  const scoreOf = async (itemIds: number[]) => {
    const { items: all, scores } = await model.recommend(await model.foldIn({ itemIds }), { n: items });
    return scores[all.indexOf(7)];
  };
  expect(score).toBeCloseTo(await scoreOf([1, 3, 4]), 5);
  for (const { item, contribution } of contributions) {
    const rest = own.itemIds.filter((other) => other !== item);
    expect(contribution).toBeCloseTo(score - (await scoreOf(rest)), 5);
  }
  expect(contributions.at(-1)?.item).toBe(4);
});

it("gives its parameters out and takes others", async () => {
  const plain = model.clone();
  const { itemBiases } = plain.parameters;
  plain.setParameters({ itemBiases: itemBiases.map(() => 0) });
  expect((await plain.itemRepresentations()).biases.every((bias) => bias === 0)).toBe(true);
  plain.setParameters({ itemBiases });
  expect(contentsOf(plain)).toEqual(contentsOf(model));
  expect(() => plain.setParameters({ itemBiases: [1] })).toThrow(/itemBiases must hold 30 numbers, not 1/);
});

it("goes on from a saved mapping with newcomers in rows of their own", async () => {
  const dataset = new Dataset<string, string>().fit(["a", "b", "c"], ["x", "y"], [], ["new"]);
  const likes = [
    ["a", "x"],
    ["b", "y"],
    ["c", "x"],
  ] as const;
  const first = await new LightFM({ loss: "warp" }).fit(dataset.buildInteractions(likes), {
    itemFeatures: dataset.buildItemFeatures([["y", ["new"]]]),
  });
  const saved = loadModel(saveModel(first, { mapping: dataset.mapping() }));
  const again = Dataset.fromMapping(saved.mapping ?? dataset.mapping());
  expect(again.mapping()).toEqual(dataset.mapping());
  again.fitPartial(["d"], ["z"]);
  await saved.model.fitPartial(again.buildInteractions([["d", "z"]]), {
    itemFeatures: again.buildItemFeatures([["z", ["new"]]]),
  });
  expect(again.mapping().users.get("d")).toBe(3);
  expect((await saved.model.recommend(3)).items).toHaveLength(3);
});

it("a loop of awaits leaves timers and a training their turn", async () => {
  let fired = 0;
  const timer = setInterval(() => fired++, 5);
  const training = model.clone().fitPartial(interactions, { epochs: 3 });
  let learnt = false;
  void training.then(() => {
    learnt = true;
  });
  // Ends only if others get their turn.
  while (!learnt || fired < 3) await model.recommend(0);
  clearInterval(timer);
  await training;
});
