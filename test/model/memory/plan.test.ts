import { expect, it } from "vitest";
import * as layout from "../../../assembly/layout.ts";
import { DEFAULTS } from "../../../src/model/hyperparameters.ts";
import { Allocator } from "../../../src/model/memory/Allocator.ts";
import { Kernel } from "../../../src/model/memory/Kernel.ts";
import { NOT_PACKED } from "../../../src/model/memory/packedFeatures.ts";
import {
  type InteractionBlocks,
  reservePlan,
  type SidePlan,
  writePlan,
} from "../../../src/model/memory/plan.ts";

/** Three components: a row of eight numbers. */
const HYPER = {
  ...DEFAULTS,
  noComponents: 3,
  maxSampled: 4,
  k: 2,
  n: 5,
  learningRate: 0.25,
  rho: 0.5,
  epsilon: 0.125,
};

const INTERACTIONS: InteractionBlocks = {
  visits: 1001,
  weights: 1002,
  pool: 1003,
  poolSize: 1004,
  known: { indptr: 1005, indices: 1006, bits: 1007, stride: 1008 },
  disliked: { indptr: 1009, indices: 1010 },
};
const USERS: SidePlan = {
  rows: 11,
  features: 12,
  matrix: { indptr: 13, entries: 14 },
  values: 15,
  sums: 16,
  momenta: 17,
  alpha: 0.75,
  frozen: false,
};
const ITEMS: SidePlan = {
  rows: 21,
  features: 22,
  matrix: { indptr: 23, entries: 24 },
  values: 4096,
  sums: 8192,
  momenta: 27,
  alpha: 1.5,
  frozen: true,
};
const PACKED = { packed: 31, own: 32, shared: 33, sharedCount: 3, copies: 4 };

it("what an epoch needs apart from the data lies one behind the other", () => {
  const memory = new Allocator();
  expect(reservePlan(memory, HYPER, PACKED)).toEqual({
    plan: 16,
    rankWeights: 336,
    vectors: 368,
    drawn: 432,
    sampledPositives: 3504,
    products: 3552,
    copyBases: 3568,
  });
  expect(memory.bytes).toBe(3568 + 3 * 3 * 32);
  const large = new Allocator();
  expect(reservePlan(large, { ...HYPER, maxSampled: 7 }, { ...PACKED, copies: 12 })).toMatchObject({
    vectors: 368,
    products: 3552,
    copyBases: 3600,
  });
  expect(reservePlan(new Allocator(), { ...HYPER, maxSampled: 8 }, NOT_PACKED).vectors).toBe(384);
});

/** The memory with a plan in it, and what the plan says at the places that the layout names. */
async function written(adadelta: boolean, packed = PACKED) {
  const hyper = { ...HYPER, learningSchedule: adadelta ? ("adadelta" as const) : ("adagrad" as const) };
  const kernel = await Kernel.create(65_536);
  const blocks = reservePlan(new Allocator(), hyper, PACKED);
  const share = { from: 2001, to: 2002, firstCopy: 6 };
  writePlan(kernel, hyper, blocks, share, INTERACTIONS, USERS, ITEMS, packed);
  return {
    kernel,
    u32: (place: number) => kernel.u32(blocks.plan + place, 1)[0],
    f32: (place: number) => kernel.f32(blocks.plan + place, 1)[0],
    f64: (place: number) => kernel.f64(blocks.plan + place, 1)[0],
  };
}

const fieldsOfSide = (side: number, columns: [bias: number, one: number], plan: SidePlan) => ({
  [side + layout.SIDE_ROWS]: plan.rows,
  [side + layout.SIDE_FEATURES]: plan.features,
  [side + layout.SIDE_INDPTR]: plan.matrix.indptr,
  [side + layout.SIDE_ENTRIES]: plan.matrix.entries,
  [side + layout.SIDE_VALUES]: plan.values,
  [side + layout.SIDE_SUMS]: plan.sums,
  [side + layout.SIDE_MOMENTA]: plan.momenta,
  [side + layout.SIDE_BIAS]: columns[0] * 4,
  [side + layout.SIDE_ONE]: columns[1] * 4,
  [side + layout.SIDE_FROZEN]: plan.frozen ? 1 : 0,
});

it("a plan says where everything lies", async () => {
  const { u32, f32, f64 } = await written(true);
  const expected: Record<number, number> = {
    [layout.PLAN_VISITS]: 1001,
    [layout.PLAN_WEIGHTS]: 1002,
    [layout.PLAN_POOL]: 1003,
    [layout.PLAN_POOL_SIZE]: 1004,
    [layout.PLAN_KNOWN_INDPTR]: 1005,
    [layout.PLAN_KNOWN_INDICES]: 1006,
    [layout.PLAN_KNOWN_BITS]: 1007,
    [layout.PLAN_KNOWN_STRIDE]: 1008,
    [layout.PLAN_DISLIKED_INDPTR]: 1009,
    [layout.PLAN_DISLIKED_INDICES]: 1010,
    [layout.PLAN_FROM]: 2001,
    [layout.PLAN_TO]: 2002,
    [layout.PLAN_ROW_BYTES]: 32,
    [layout.PLAN_COMPONENTS]: 3,
    [layout.PLAN_ADADELTA]: 1,
    [layout.PLAN_MAX_SAMPLED]: 4,
    [layout.PLAN_K]: 2,
    [layout.PLAN_N]: 5,
    [layout.PLAN_RANK_WEIGHTS]: 336,
    [layout.PLAN_USER_VECTOR]: 368,
    [layout.PLAN_ITEM_VECTOR]: 400,
    [layout.PLAN_DRAWN]: 432,
    [layout.PLAN_SAMPLED_POSITIVES]: 3504,
    [layout.PLAN_PACKED]: 31,
    [layout.PLAN_OWN]: 32,
    [layout.PLAN_SHARED_ROWS]: 4,
    [layout.PLAN_COPIED]: 33,
    [layout.PLAN_COPIED_COUNT]: 3,
    [layout.PLAN_COPIES]: 6,
    [layout.PLAN_COPY_BASES]: 3568,
    [layout.PLAN_PRODUCTS]: 3552,
    // A user's bias is in the fourth column, where an item has a one, and an item's in the fifth.
    ...fieldsOfSide(layout.PLAN_USERS, [3, 4], USERS),
    ...fieldsOfSide(layout.PLAN_ITEMS, [4, 3], ITEMS),
  };
  for (const [place, value] of Object.entries(expected)) {
    expect([place, u32(Number(place))]).toEqual([place, value]);
  }
  expect([layout.PLAN_LEARNING_RATE, layout.PLAN_RHO, layout.PLAN_EPSILON].map(f32)).toEqual([
    0.25, 0.5, 0.125,
  ]);
  for (const [side, alpha] of [
    [layout.PLAN_USERS, 0.75],
    [layout.PLAN_ITEMS, 1.5],
  ]) {
    expect([f64(side + layout.SIDE_SCALE), f32(side + layout.SIDE_ALPHA)]).toEqual([1, alpha]);
  }
  expect((await written(false)).u32(layout.PLAN_ADADELTA)).toBe(0);
});

it("a rank is weighed by the logarithm of the number of items that one draw in so many lets expect", async () => {
  const { kernel } = await written(false);
  const weights = kernel.f32(336, 5);
  // Of 21 items, 20 are others.
  for (const [draws, rank] of [20, 10, 6, 5].entries())
    expect(weights[draws + 1]).toBeCloseTo(Math.log(rank), 6);
});

it("this thread's copies of shared features hold nothing that is ever learnt, until they are copied", async () => {
  const first = ITEMS.sums + 6 * 32;
  const around = (kernel: Kernel) => [...kernel.f32(first - 4, 10)];
  const infinite = new Array<number>(8).fill(Number.POSITIVE_INFINITY);
  expect(around((await written(false)).kernel)).toEqual([0, ...infinite, 0]);
  const zeros = new Array<number>(10).fill(0);
  expect(around((await written(false, { ...PACKED, copies: 0 })).kernel)).toEqual(zeros);
});
