import { expect, it, vi } from "vitest";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { checkApart, picked, rankTestItems } from "../../src/model/rankTestItems.ts";
import { interactionsOf } from "../support/problems.ts";

/** Users of 1, -1 and 2, items of 3, 1, 2, 1 and a bias of 4 for the last; rows as the kernels read them. */
const VECTORS = {
  ...picked(Float32Array.of(1, 0, 1, 0, -1, 0, 1, 0, 2, 0, 1, 0), 4),
  itemVectors: Float32Array.of(3, 1, 0, 0, 1, 1, 0, 0, 2, 1, 0, 0, 1, 1, 0, 0, 1, 1, 4, 0),
  rowLength: 4,
};

it("an item's rank is how many others score as much or more, train items left out", async () => {
  // User 0 scores 3 1 2 1 5, user 1 -3 -1 -2 -1 3, user 2 6 2 4 2 6.
  const test = interactionsOf(3, 5, [
    [2, 0, 1],
    [0, 3, 1],
    [0, 4, 1],
    [2, 1, -1],
    [2, 2, 1],
    [0, 2, 0],
  ]);
  const alone = await rankTestItems(VECTORS, test);
  expect([...alone.test.indptr]).toEqual([0, 2, 2, 4]);
  expect([...alone.test.indices]).toEqual([3, 4, 0, 2]);
  expect([...alone.ranks]).toEqual([4, 0, 1, 2]);
  expect([...alone.trainCounts]).toEqual([0, 0, 0]);
  expect(alone.items).toBe(5);

  // What is disliked in train is left out, too; nobody asks for user 1.
  const train = interactionsOf(3, 5, [
    [0, 0, 1],
    [0, 1, -1],
    [2, 4, 1],
    [1, 2, 1],
  ]);
  const { ranks, trainCounts } = await rankTestItems(VECTORS, test, train);
  expect([...ranks]).toEqual([2, 0, 0, 1]);
  expect([...trainCounts]).toEqual([2, 1, 1]);
});

it("by one score an item, the ranks are the same for everybody", async () => {
  const itemScores = Float32Array.of(5, 9, 5);
  const test = interactionsOf(4, 3, [
    [3, 2, 1],
    [1, 1, 1],
  ]);
  const { ranks, test: rows } = await rankTestItems({ itemScores }, test);
  expect([...rows.indptr]).toEqual([0, 0, 1, 1, 2]);
  expect([...ranks]).toEqual([0, 2]);
  const nobody = await rankTestItems({ itemScores }, new Interactions(0, 3, [], [], []));
  expect([nobody.ranks.length, nobody.trainCounts.length]).toEqual([0, 0]);
});

it("the ranks are the caller's own", async () => {
  const { ranks } = await rankTestItems(
    { itemScores: Float32Array.of(1) },
    interactionsOf(1, 1, [[0, 0, 1]]),
  );
  expect(ranks.buffer.byteLength).toBe(4);
});

it("the users asked for have their vectors, in that order", () => {
  const { users, vectorsOf } = picked(Float32Array.of(1, 2, 3, 4, 5, 6), 2);
  expect(users).toBe(3);
  expect([...vectorsOf(Int32Array.of(2, 0, 2))]).toEqual([5, 6, 1, 2, 5, 6]);
});

it.each<[string, object, Interactions, Interactions | undefined]>([
  [
    "test is of 2 users and 5 items, but 3 users and 5 items are scored.",
    VECTORS,
    new Interactions(2, 5, [], [], []),
    undefined,
  ],
  [
    "test is of 3 users and 4 items, but 3 users and 5 items are scored.",
    VECTORS,
    new Interactions(3, 4, [], [], []),
    undefined,
  ],
  [
    "train is of 2 users and 5 items, but 3 users and 5 items are scored.",
    VECTORS,
    new Interactions(3, 5, [], [], []),
    new Interactions(2, 5, [], [], []),
  ],
  [
    "test is of 9 users and 2 items, but 1 items are scored.",
    { itemScores: Float32Array.of(1) },
    new Interactions(9, 2, [], [], []),
    undefined,
  ],
  ["test must be of type Interactions", VECTORS, [] as never, undefined],
  ["train must be of type Interactions", VECTORS, new Interactions(3, 5, [], [], []), [] as never],
])("what does not fit is refused: %s", async (message, scoring, test, train) => {
  await expect(rankTestItems(scoring as never, test, train)).rejects.toThrow(message);
});

it("a like that is in test and train is refused where that is asked, by its user and item", async () => {
  const train = interactionsOf(3, 5, [
    [0, 1, 1],
    [2, 0, 1],
    [2, 3, -1],
  ]);
  const test = (item: number, value: number) =>
    interactionsOf(3, 5, [
      [1, 0, 1],
      [2, 1, 1],
      [2, item, value],
    ]);
  const ranked = (item: number, value: number) =>
    rankTestItems(VECTORS, test(item, value), train, undefined, true);
  await expect(ranked(3, 1)).rejects.toThrow(
    "test and train must not share a pair, as they do user 2 and item 3: leave it out of one of them, or give checkIntersections: false.",
  );
  await expect(ranked(0, 1)).rejects.toThrow("user 2 and item 0");
  // A dislike is no like, and each has their own.
  for (const item of [3, 0]) expect((await ranked(item, -1)).ranks).toHaveLength(2);
  expect((await rankTestItems(VECTORS, test(3, 1), train)).ranks).toHaveLength(3);
  const [own, none] = [
    { indptr: Int32Array.of(0, 1), indices: Int32Array.of(4) },
    { indptr: Int32Array.of(0, 0), indices: new Int32Array() },
  ];
  expect(() => checkApart("given", own, own, "go")).toThrow(
    "given and train must not share a pair, as they do user 0 and item 4: leave it out of one of them, or go.",
  );
  checkApart("given", none, own, "go");
  checkApart("given", own, none, "go");
});

it("how far it is is told after each slice that took long, and to nobody if nobody asks", async () => {
  const items = 2_500_000;
  const scoring = { itemScores: new Float32Array(items) };
  const test = interactionsOf(
    3,
    items,
    [0, 1, 2].map((user) => [user, user, 1]),
  );
  let now = 0;
  let pace = 16;
  vi.spyOn(performance, "now").mockImplementation(() => (now += pace));
  const told: number[] = [];
  await rankTestItems(scoring, test, undefined, (done) => void told.push(done));
  expect(told).toEqual([1 / 3, 2 / 3, 1]);
  expect([...(await rankTestItems(scoring, test)).ranks]).toEqual([items - 1, items - 1, items - 1]);
  pace = 5;
  await rankTestItems(scoring, test, undefined, () => told.push(9));
  expect(told).toHaveLength(3);
  vi.restoreAllMocks();
});
