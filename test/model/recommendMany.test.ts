import { beforeAll, expect, it } from "vitest";
import { ArgumentError, CancelledError } from "../../src/errors.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { interactionsOf } from "../support/problems.ts";

const USERS = 600;
/** Users of 1 and -1 in turn; items of 1, 2, 3 and 0, of which the last has a bias of 10. */
const small = new LightFM({ noComponents: 1 });
const BIASES = [0, 0, 0, 10];
const EMBEDDINGS = [1, 2, 3, 0];

beforeAll(async () => {
  await small.fit(new Interactions(USERS, 4, [], [], []));
  small.setParameters({
    itemEmbeddings: EMBEDDINGS,
    itemBiases: BIASES,
    userEmbeddings: Array.from({ length: USERS }, (_, user) => (user % 2 ? -1 : 1)),
    userBiases: new Float32Array(USERS),
  });
});

type List = { user: unknown; items: ArrayLike<unknown>; scores: Float32Array };

async function blocksOf(blocks: AsyncIterable<object[]>) {
  const all: List[][] = [];
  for await (const block of blocks) all.push(block as List[]);
  return all;
}

async function listsOf(blocks: AsyncIterable<object[]>) {
  return (await blocksOf(blocks))
    .flat()
    .map(({ user, items, scores }) => [user, [...Array.from(items)], [...scores]]);
}

it("each user has the list of their scores, in the order that was asked for", async () => {
  expect(await listsOf(small.recommendMany([5, 2, 5]))).toEqual([
    [5, [3, 0, 1, 2], [10, -1, -2, -3]],
    [2, [3, 2, 1, 0], [10, 3, 2, 1]],
    [5, [3, 0, 1, 2], [10, -1, -2, -3]],
  ]);
  expect(await listsOf(small.recommendMany([2], { n: 2, itemBiasWeight: 0.25 }))).toEqual([
    [2, [2, 3], [3, 2.5]],
  ]);
  expect(await listsOf(small.recommendMany([2], { n: 0 }))).toEqual([[2, [], []]]);
  expect(await listsOf(small.recommendMany([]))).toEqual([]);
});

it("what a user has done is left out of theirs, and what nobody may have of all", async () => {
  const exclude = interactionsOf(USERS, 4, [
    [1, 0, 1],
    [2, 2, -1],
    [2, 1, 1],
    [3, 3, 1],
  ]);
  expect(await listsOf(small.recommendMany([2, 1, 0], { exclude }))).toEqual([
    [2, [3, 0], [10, 1]],
    [1, [3, 1, 2], [10, -2, -3]],
    [0, [3, 2, 1, 0], [10, 3, 2, 1]],
  ]);
  const among = { exclude, where: (item: number) => item !== 3, among: [0, 1, 3] };
  expect(await listsOf(small.recommendMany([2, 1, 0], among))).toEqual([
    [2, [0], [1]],
    [1, [1], [-2]],
    [0, [1, 0], [2, 1]],
  ]);
});

it("users known by their features alone have rows of these", async () => {
  const features = FeatureMatrix.fromRows([[[1, 2]], [[0, 1]]], 2);
  expect(await listsOf(small.recommendMany(features, { n: 1 }))).toEqual([
    [0, [3], [10]],
    [1, [3], [10]],
  ]);
  const exclude = interactionsOf(2, 4, [[0, 3, 1]]);
  expect(await listsOf(small.recommendMany(features, { n: 1, exclude }))).toEqual([
    [0, [0], [-2]],
    [1, [3], [10]],
  ]);
});

it("lists come 256 to a block, or fewer where they are long", async () => {
  const sizes = async (users: Iterable<number> | "all", n: number) =>
    (await blocksOf(small.recommendMany(users, { n }))).map((block) => block.length);
  expect(await sizes("all", 1)).toEqual([256, 256, 88]);
  expect(await sizes(new Int32Array(512), 3)).toEqual([256, 256]);
  const wide = await new LightFM({ noComponents: 1 }).fit(new Interactions(30, 100_000, [], [], []));
  // It is the length that was asked for that counts.
  const long = await blocksOf(wide.recommendMany("all", { n: 100_000, among: [7] }));
  expect(long.map((block) => block.length)).toEqual([10, 10, 10]);
  expect(Array.from(long[2][9].items)).toEqual([7]);
  const blocks = await blocksOf(small.recommendMany("all", { n: 1 }));
  expect(blocks.flat().map(({ user }) => user)).toEqual(Array.from({ length: USERS }, (_, user) => user));
});

it("users that are changed on the way are those that were asked for", async () => {
  const users = new Int32Array(300);
  const blocks = small.recommendMany(users, { n: 1 });
  await blocks.next();
  users.fill(1);
  const { value } = await blocks.next();
  expect((value as List[]).map(({ user }) => user)).toEqual(new Array(44).fill(0));
});

it("a signal stops before the next user, and before the next block", async () => {
  const stop = new AbortController();
  const blocks = small.recommendMany("all", { n: 1, signal: stop.signal });
  expect((await blocks.next()).value).toHaveLength(256);
  stop.abort();
  const stopped = blocks.next();
  await expect(stopped).rejects.toThrow(CancelledError);
  await expect(stopped).rejects.toThrow("Recommending was stopped.");
});

it("with a mapping, users and items are ids", async () => {
  const mapping = {
    users: new Map(Array.from({ length: USERS }, (_, user) => [`u${user}`, user])),
    items: new Map(["a", "b", "c", "d"].map((id, item) => [id, item])),
  };
  expect(
    await listsOf(
      small.recommendMany(["u2", "u1"], { n: 2, mapping, exclude: interactionsOf(USERS, 4, [[1, 3, 1]]) }),
    ),
  ).toEqual([
    ["u2", ["d", "c"], [10, 3]],
    ["u1", ["a", "b"], [-1, -2]],
  ]);
  const all = await listsOf(
    small.recommendMany("all", { n: 1, mapping, among: ["c"], where: (item) => item === "c" }),
  );
  expect(all).toHaveLength(USERS);
  expect(all[599]).toEqual(["u599", ["c"], [-3]]);
  const refused = async (users: unknown, options: object, message: string) => {
    const asked = small.recommendMany(users as never, options).next();
    await expect(asked).rejects.toThrow(ArgumentError);
    await expect(asked).rejects.toThrow(message);
  };
  await refused(["u600"], { mapping }, 'users: "u600" is not in the mapping.');
  await refused(["u1"], { mapping, among: ["e"] }, 'among: "e" is not in the mapping.');
  await refused("u1", { mapping }, 'users must be a list, not "u1".');
  await refused(
    FeatureMatrix.identity(1),
    { mapping },
    "users who are known by features alone have no ids: leave the mapping out.",
  );
  const fewer = (side: "users" | "items") => ({ mapping: { ...mapping, [side]: new Map([["x", 0]]) } });
  await refused([], fewer("users"), "mapping.users is of 1 users, but the model was trained with 600.");
  await refused([], fewer("items"), "mapping.items is of 1 items, but the model was trained with 4.");
  await refused(["u1"], {}, 'users: "u1" is not a row. To use ids, give the option mapping as well.');
});

it.each<[string, unknown, object]>([
  ["users must hold whole numbers from 0 to 599, but users[1] is 600.", [0, 600], {}],
  ["users has 601 features, of which the model has learnt 600", FeatureMatrix.identity(601), {}],
  ["threads must be a whole number from 1 to 64, not 0.", "all", { threads: 0 }],
  ["threads must be a whole number from 1 to 64, not 65.", "all", { threads: 65 }],
  ["signal must be an AbortSignal", "all", { signal: {} }],
  ["n must be a whole number", "all", { n: -1 }],
  ["itemBiasWeight must be", "all", { itemBiasWeight: Number.NaN }],
  ["exclude must be of type Interactions", "all", { exclude: [1] }],
  [
    "exclude is of 599 users and 4 items, but there are 600 users and 4 items.",
    "all",
    { exclude: new Interactions(599, 4, [], [], []) },
  ],
  [
    "exclude is of 600 users and 5 items, but there are 600 users and 4 items.",
    "all",
    { exclude: new Interactions(600, 5, [], [], []) },
  ],
  ['"diversity"', "all", { diversity: 1 }],
])("what does not fit is refused: %s", async (message, users, options) => {
  await expect(small.recommendMany(users as never, options).next()).rejects.toThrow(message);
});

it("every option is known by its name, and changed interactions are refused", async () => {
  const exclude = interactionsOf(USERS, 4, [[0, 0, 1]]);
  const { signal } = new AbortController();
  const all = { n: 1, exclude, among: [0, 1], where: () => true, itemBiasWeight: 1, signal, threads: 64 };
  expect(await listsOf(small.recommendMany([0], all))).toEqual([[0, [1], [2]]]);
  exclude.itemIds[0] = 4;
  await expect(small.recommendMany([0], all).next()).rejects.toThrow("itemIds");
});
