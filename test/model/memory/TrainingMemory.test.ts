import { expect, it } from "vitest";
import * as layout from "../../../assembly/layout.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { checkHyperparameters, type Hyperparameters } from "../../../src/model/hyperparameters.ts";
import { FeatureTable } from "../../../src/model/memory/FeatureTable.ts";
import { TrainingMemory } from "../../../src/model/memory/TrainingMemory.ts";

/** User 0 likes items 2 and 0 and dislikes 1, user 1 likes 1; weights of 2, 3, 4 and 5. */
const LIKED = layout.LIKED;
const made = (weights: number[] | null) =>
  new Interactions(2, 3, [0, 0, 1, 0], [2, 1, 1, 0], [1, -1, 1, 1], weights);
const OWN_AND_SHARED = FeatureMatrix.fromRows(
  [0, 1, 2].map((item) => [
    [item, 0.5],
    [3, 0.5],
  ]),
  4,
);

/** A memory of one component, and what lies where its plans say. */
async function laidOut(
  options: Partial<Hyperparameters>,
  {
    weights = null as number[] | null,
    threads = 1,
    itemFeatures = FeatureMatrix.identity(3),
    tell = undefined as ((share: number) => void) | undefined,
    interactions = made(weights),
  } = {},
) {
  const hyper = checkHyperparameters({ noComponents: 1, ...options });
  const random = new SeededRandom(1);
  const tables = {
    users: FeatureTable.begin("user", 1, hyper.learningSchedule).grown(2, random),
    items: FeatureTable.begin("item", 1, hyper.learningSchedule).grown(itemFeatures.features, random),
  };
  const data = { interactions, userFeatures: FeatureMatrix.identity(2), itemFeatures };
  const memory = await TrainingMemory.create(hyper, tables, data, threads, tell);
  const { kernel } = memory;
  const field = (place: number, thread = 0) => kernel.u32(memory.plans[thread] + place, 1)[0];
  return {
    memory,
    tables,
    interactions,
    kernel,
    field,
    numbersAt: (place: number, count: number) => [...kernel.u32(field(place), count)],
    floatsAt: (place: number, count: number, thread = 0) => [...kernel.f32(field(place, thread), count)],
  };
}

const liked = (item: number) => (item | LIKED) >>> 0;

it("visits, weights and known items lie where the plan says", async () => {
  const { memory, field, numbersAt, floatsAt, kernel } = await laidOut(
    { loss: "warp" },
    { weights: [2, 3, 4, 5] },
  );
  expect([memory.length, memory.threads]).toEqual([3, 1]);
  expect(numbersAt(layout.PLAN_VISITS, 6)).toEqual([0, liked(2), 1, liked(1), 0, liked(0)]);
  expect(floatsAt(layout.PLAN_WEIGHTS, 3)).toEqual([2, 4, 5]);
  expect([...kernel.u8(field(layout.PLAN_KNOWN_BITS), 2)]).toEqual([0b111, 0b10]);
  expect([field(layout.PLAN_FROM), field(layout.PLAN_TO)]).toEqual([0, 3]);
  expect(
    [layout.PLAN_POOL, layout.PLAN_POOL_SIZE, layout.PLAN_DISLIKED_INDPTR].map((at) => field(at)),
  ).toEqual([0, 0, 0]);
  expect(kernel.shared).toBe(null);
});

it("BPR draws from the items of all interactions, and dislikes that serve as negatives lie apart", async () => {
  const bpr = await laidOut({ loss: "bpr", dislikes: "negatives" });
  expect(bpr.field(layout.PLAN_POOL_SIZE)).toBe(4);
  expect(bpr.numbersAt(layout.PLAN_POOL, 4)).toEqual([2, 1, 1, 0]);
  expect(bpr.numbersAt(layout.PLAN_DISLIKED_INDPTR, 3)).toEqual([0, 1, 1]);
  expect(bpr.numbersAt(layout.PLAN_DISLIKED_INDICES, 1)).toEqual([1]);
  expect(bpr.field(layout.PLAN_WEIGHTS)).toBe(0);
});

it("no two blocks overlap", async () => {
  // User 1 dislikes the last item as well.
  const ids = [...new Array(36).fill(0), ...new Array(4).fill(1)];
  const values = ids.map((_, i) => (i === 39 ? -1 : 1));
  const interactions = new Interactions(2, 3, ids, ids, values, values);
  const all = await laidOut(
    { loss: "bpr", dislikes: "negatives", learningSchedule: "adadelta" },
    { interactions, itemFeatures: OWN_AND_SHARED, threads: 8 },
  );
  const users = layout.PLAN_USERS;
  const items = layout.PLAN_ITEMS;
  // A row of one component is 16 bytes; behind the items' four features lie eight threads' rows of copies, in fours.
  const sizes: [place: number, bytes: number][] = [
    [layout.PLAN_VISITS, 39 * 8],
    [layout.PLAN_WEIGHTS, 39 * 4],
    [layout.PLAN_POOL, 40 * 4],
    [layout.PLAN_KNOWN_BITS, 2],
    [layout.PLAN_DISLIKED_INDPTR, 3 * 4],
    [layout.PLAN_DISLIKED_INDICES, 4],
    [layout.PLAN_PACKED, 3 * 16],
    [layout.PLAN_COPIED, 4],
    [items + layout.SIDE_INDPTR, 4 * 4],
    [items + layout.SIDE_ENTRIES, 7 * 8],
    [users + layout.SIDE_VALUES, 2 * 16],
    [users + layout.SIDE_SUMS, 2 * 16],
    [users + layout.SIDE_MOMENTA, 2 * 16],
    [items + layout.SIDE_VALUES, 36 * 16],
    [items + layout.SIDE_SUMS, 36 * 16],
    [items + layout.SIDE_MOMENTA, 36 * 16],
  ];
  const blocks = [
    [16, 8 * 4],
    ...all.memory.plans.map((plan) => [plan, layout.PLAN_BYTES]),
    ...sizes.map(([place, bytes]) => [all.field(place), bytes]),
  ].toSorted(([a], [b]) => a - b);
  blocks.forEach(([pointer, bytes], i) => {
    expect(pointer).toBeGreaterThan(0);
    expect(pointer + bytes).toBeLessThanOrEqual(blocks[i + 1]?.[0] ?? all.kernel.memory.buffer.byteLength);
  });
  const threads = all.memory.plans.map((_, thread) => thread);
  expect(threads.map((thread) => all.field(layout.PLAN_COPIES, thread))).toEqual(
    threads.map((i) => 4 + 4 * i),
  );
  expect(threads.map((thread) => all.field(layout.PLAN_SHARED_ROWS, thread))).toEqual(threads.map(() => 4));
  expect(all.memory.threads).toBe(8);
  expect(all.kernel.shared).not.toBe(null);
  // All that user 1 likes lies behind what user 0 does, and is another thread's.
  expect([all.field(layout.PLAN_FROM), all.field(layout.PLAN_TO)]).toEqual([0, 36]);
  expect([all.field(layout.PLAN_FROM, 7), all.field(layout.PLAN_TO, 7)]).toEqual([36, 39]);
  expect(all.numbersAt(layout.PLAN_COPIED, 1)).toEqual([3]);
  // One half, and one shared feature, which is the first.
  expect(all.numbersAt(layout.PLAN_PACKED, 2)).toEqual([0x3f000000, 0x101]);
  for (const side of [items, users]) expect(all.field(side + layout.SIDE_FROZEN)).toBe(0);
});

it("a claim is of 512 visits, or of 16 where several threads learn by adadelta", async () => {
  const ids = new Array(600).fill(1);
  const interactions = new Interactions(2, 3, ids, ids, ids);
  const claimed = async (learningSchedule: "adagrad" | "adadelta", threads: number) => {
    const { memory } = await laidOut({ learningSchedule }, { interactions, threads });
    memory.beginEpoch(memory.plans.map(() => ({ shuffle: 1n, sampler: 1 })));
    memory.beginPart();
    memory.runNext();
    return memory.claimed;
  };
  expect(await claimed("adagrad", 1)).toBe(512);
  expect(await claimed("adadelta", 1)).toBe(512);
  expect(await claimed("adagrad", 2)).toBe(512);
  expect(await claimed("adadelta", 2)).toBe(16);
});

it("the tables are written where the plan says, and read from there", async () => {
  const { memory, tables, kernel, field, floatsAt } = await laidOut({ learningSchedule: "adadelta" });
  for (const [side, table] of [
    [layout.PLAN_USERS, tables.users],
    [layout.PLAN_ITEMS, tables.items],
  ] as const) {
    const { length } = table.values;
    expect(floatsAt(side + layout.SIDE_VALUES, length)).toEqual([...table.values]);
    expect(floatsAt(side + layout.SIDE_SUMS, length)).toEqual([...table.sums]);
    kernel.f32(field(side + layout.SIDE_VALUES), length).fill(1);
    kernel.f32(field(side + layout.SIDE_SUMS), length).fill(2);
    kernel.f32(field(side + layout.SIDE_MOMENTA), length).fill(3);
  }
  const { users, items } = memory.read(tables);
  for (const table of [users, items]) {
    const all = (value: number) => Array.from(table.values, () => value);
    expect([[...table.values], [...table.sums], [...(table.momenta ?? [])]]).toEqual([
      all(1),
      all(2),
      all(3),
    ]);
  }
  memory.write({ users, items });
  kernel.f32(field(layout.PLAN_USERS + layout.SIDE_VALUES), 8).fill(9);
  expect(users.values[0]).toBe(1);
  kernel.f32(field(layout.PLAN_USERS + layout.SIDE_MOMENTA), 8).fill(9);
  memory.write({ users, items });
  expect(floatsAt(layout.PLAN_USERS + layout.SIDE_MOMENTA, 8)).toEqual(new Array(8).fill(3));
  const adagrad = await laidOut({});
  expect(adagrad.field(layout.PLAN_USERS + layout.SIDE_MOMENTA)).toBe(0);
  expect(adagrad.memory.read(adagrad.tables).users.momenta).toBe(null);
});

it("visits that were shuffled are laid out again as they came, or in an order that is given", async () => {
  const { memory, numbersAt } = await laidOut({ loss: "warp" });
  const asTheyCame = [0, liked(2), 1, liked(1), 0, liked(0)];
  memory.arrange(Int32Array.of(3, 1, 2, 0));
  expect(numbersAt(layout.PLAN_VISITS, 6)).toEqual([0, liked(0), 1, liked(1), 0, liked(2)]);
  await memory.rearrange();
  expect(numbersAt(layout.PLAN_VISITS, 6)).toEqual(asTheyCame);
});

it("an epoch claims every visit once, stops where it is told to, and tells its mean loss", async () => {
  const { memory, field } = await laidOut({ loss: "logistic" });
  const begin = () => {
    memory.beginEpoch([{ shuffle: 0n, sampler: 1 }]);
    expect(memory.claimed).toBe(0);
    expect(memory.runNext()).toBe(false);
    memory.beginPart();
  };
  begin();
  expect(memory.runNext()).toBe(true);
  expect([memory.claimed, memory.runNext()]).toEqual([4, false]);
  // Of half a like at first: -log(1/2), as the biases are 0 and the embeddings small.
  expect(memory.endEpoch()).toBeCloseTo(Math.LN2, 0);
  begin();
  expect(field(layout.PLAN_SAMPLER_STATE)).toBe(1);
  memory.stop();
  expect(memory.runNext()).toBe(false);
});

it.each([
  ["users", layout.PLAN_USERS],
  ["items", layout.PLAN_ITEMS],
])("a number of the %s that is not finite ends an epoch with null, the last one too", async (_, side) => {
  const { memory, kernel, field } = await laidOut({});
  expect(memory.endEpoch()).toBe(0);
  const count = side === layout.PLAN_USERS ? 8 : 12;
  for (const at of [0, count - 1]) {
    const values = kernel.f32(field(side + layout.SIDE_VALUES), count);
    const before = values[at];
    values[at] = Number.NaN;
    expect(memory.endEpoch()).toBe(null);
    values[at] = before;
    expect(memory.endEpoch()).toBe(0);
  }
});

it("interactions and features that are changed while they are laid out are refused", async () => {
  const hyper = checkHyperparameters({ noComponents: 1 });
  const random = new SeededRandom(1);
  const tables = {
    users: FeatureTable.begin("user", 1, "adagrad").grown(2, random),
    items: FeatureTable.begin("item", 1, "adagrad").grown(4, random),
  };
  const changes: ((data: {
    interactions: Interactions;
    userFeatures: FeatureMatrix;
    itemFeatures: FeatureMatrix;
  }) => void)[] = [
    ({ interactions }) => (interactions.values[0] = Number.NaN),
    ({ userFeatures }) => (userFeatures.data[0] = Number.NaN),
    ({ itemFeatures }) => (itemFeatures.indices[0] = 9),
  ];
  for (const change of changes) {
    const data = {
      interactions: made(null),
      userFeatures: FeatureMatrix.identity(2),
      itemFeatures: FeatureMatrix.fromRows([[[0, 1]], [[1, 1]], [[2, 1]]], 4),
    };
    const creating = TrainingMemory.create(hyper, tables, data);
    change(data);
    await expect(creating).rejects.toThrow();
  }
});

it("half of laying out is reserving memory and sorting", async () => {
  const told: number[] = [];
  await laidOut({ loss: "warp-kos" }, { tell: (share) => told.push(share) });
  // Once memory is reserved, a few likes are counted and placed in one step each of the three expected; the last of a
  // kind tells nothing.
  expect(told.map((share) => share.toFixed(3))).toEqual(["0.100", "0.233", "0.367"]);
});
