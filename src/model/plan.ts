import * as layout from "../../assembly/layout.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { Rows } from "../matrix/Interactions.ts";
import { biasColumn, rowLength, type Side } from "./FeatureTable.ts";
import type { Hyperparameters } from "./hyperparameters.ts";
import type { Kernel } from "./Kernel.ts";
import type { MemoryPlan } from "./MemoryPlan.ts";

/** What one side of an epoch is made of; pointers into the kernel's memory. */
export interface SidePlan {
  rows: number;
  features: number;
  /** 0, 0, 0 for the identity. */
  matrix: MatrixBlocks;
  values: number;
  sums: number;
  momenta: number;
  alpha: number;
  frozen: boolean;
}

export interface MatrixBlocks {
  indptr: number;
  indices: number;
  weights: number;
}

export interface InteractionBlocks {
  order: number;
  userIds: number;
  itemIds: number;
  liked: number;
  weights: number;
  pool: number;
  poolSize: number;
  known: KnownBlocks;
  /** 0, 0 where dislikes do not serve as negatives. */
  disliked: RowBlocks;
}

/** Items of each user as sorted rows. */
export interface RowBlocks {
  indptr: number;
  indices: number;
}

export const NO_ROWS: RowBlocks = { indptr: 0, indices: 0 };

/** The interactions each user has, and the filter over them. */
export interface KnownBlocks extends RowBlocks {
  filter: number;
  shift: number;
}

/** What an epoch needs besides the data: the plan itself, its scratch vectors and tables. */
export interface PlanBlocks {
  plan: number;
  rankWeights: number;
  vectors: number;
  sampledPositives: number;
  products: number;
}

export function reservePlan(
  memory: MemoryPlan,
  hyper: Hyperparameters,
  itemFeatures: FeatureMatrix | null,
): PlanBlocks {
  return {
    plan: memory.block(layout.PLAN_BYTES),
    rankWeights: memory.block((hyper.maxSampled + 1) * 4),
    vectors: memory.block(3 * rowLength(hyper.noComponents) * 4),
    sampledPositives: memory.block(hyper.n * 8),
    products: itemFeatures && !itemFeatures.isIdentity ? memory.block(itemFeatures.features * 8) : 0,
  };
}

export function reserveRows(memory: MemoryPlan, users: number, entries: number): RowBlocks {
  return { indptr: memory.block((users + 1) * 4), indices: memory.block(entries * 4) };
}

export function reserveKnown(memory: MemoryPlan, users: number, entries: number): KnownBlocks {
  // At least eight bits an entry, and a byte at the least.
  const logarithm = Math.max(3, Math.ceil(Math.log2(entries * 8)));
  return {
    ...reserveRows(memory, users, entries),
    filter: memory.block(2 ** (logarithm - 3)),
    shift: 32 - logarithm,
  };
}

export function reserveMatrix(memory: MemoryPlan, matrix: FeatureMatrix): MatrixBlocks {
  if (matrix.isIdentity) return { indptr: 0, indices: 0, weights: 0 };
  return {
    indptr: memory.block(matrix.indptr.length * 4),
    indices: memory.block(matrix.indices.length * 4),
    weights: memory.block(matrix.data.length * 4),
  };
}

export function writeRows(kernel: Kernel, blocks: RowBlocks, { indptr, indices }: Rows): void {
  kernel.u32(blocks.indptr, indptr.length).set(indptr);
  kernel.u32(blocks.indices, indices.length).set(indices);
}

export function writeMatrix(kernel: Kernel, blocks: MatrixBlocks, matrix: FeatureMatrix): void {
  if (matrix.isIdentity) return;
  kernel.u32(blocks.indptr, matrix.indptr.length).set(matrix.indptr);
  kernel.u32(blocks.indices, matrix.indices.length).set(matrix.indices);
  kernel.f32(blocks.weights, matrix.data.length).set(matrix.data);
}

/** Writes all fields of a plan and fills its table of rank weights. */
export function writePlan(
  kernel: Kernel,
  hyper: Hyperparameters,
  blocks: PlanBlocks,
  interactions: InteractionBlocks,
  users: SidePlan,
  items: SidePlan,
): void {
  const { plan } = blocks;
  const { known, disliked } = interactions;
  const u32 = kernel.u32(plan, layout.PLAN_BYTES / 4);
  const f32 = kernel.f32(plan, layout.PLAN_BYTES / 4);
  const rowBytes = rowLength(hyper.noComponents) * 4;
  u32[layout.PLAN_ORDER / 4] = interactions.order;
  u32[layout.PLAN_USER_IDS / 4] = interactions.userIds;
  u32[layout.PLAN_ITEM_IDS / 4] = interactions.itemIds;
  u32[layout.PLAN_LIKED / 4] = interactions.liked;
  u32[layout.PLAN_WEIGHTS / 4] = interactions.weights;
  u32[layout.PLAN_POOL / 4] = interactions.pool;
  u32[layout.PLAN_POOL_SIZE / 4] = interactions.poolSize;
  u32[layout.PLAN_KNOWN_INDPTR / 4] = known.indptr;
  u32[layout.PLAN_KNOWN_INDICES / 4] = known.indices;
  u32[layout.PLAN_KNOWN_FILTER / 4] = known.filter;
  u32[layout.PLAN_KNOWN_SHIFT / 4] = known.shift;
  u32[layout.PLAN_DISLIKED_INDPTR / 4] = disliked.indptr;
  u32[layout.PLAN_DISLIKED_INDICES / 4] = disliked.indices;
  u32[layout.PLAN_ROW_BYTES / 4] = rowBytes;
  u32[layout.PLAN_COMPONENTS / 4] = hyper.noComponents;
  u32[layout.PLAN_ADADELTA / 4] = hyper.learningSchedule === "adadelta" ? 1 : 0;
  f32[layout.PLAN_LEARNING_RATE / 4] = hyper.learningRate;
  f32[layout.PLAN_RHO / 4] = hyper.rho;
  f32[layout.PLAN_EPSILON / 4] = hyper.epsilon;
  u32[layout.PLAN_MAX_SAMPLED / 4] = hyper.maxSampled;
  u32[layout.PLAN_K / 4] = hyper.k;
  u32[layout.PLAN_N / 4] = hyper.n;
  u32[layout.PLAN_RANK_WEIGHTS / 4] = blocks.rankWeights;
  u32[layout.PLAN_USER_VECTOR / 4] = blocks.vectors;
  u32[layout.PLAN_POSITIVE_VECTOR / 4] = blocks.vectors + rowBytes;
  u32[layout.PLAN_NEGATIVE_VECTOR / 4] = blocks.vectors + 2 * rowBytes;
  u32[layout.PLAN_SAMPLED_POSITIVES / 4] = blocks.sampledPositives;
  u32[layout.PLAN_PRODUCTS / 4] = blocks.products;
  u32[layout.PLAN_SEARCH / 4] = 0;
  writeSide(kernel, hyper.noComponents, plan + layout.PLAN_USERS, "user", users);
  writeSide(kernel, hyper.noComponents, plan + layout.PLAN_ITEMS, "item", items);
  kernel.run.fillRankWeights(plan);
}

/** Sets the filter over the known pairs of a plan that is written. */
export function indexKnown(kernel: Kernel, plan: number, { filter, shift }: KnownBlocks): void {
  kernel.u8(filter, 2 ** (29 - shift)).fill(0);
  kernel.run.indexKnown(plan);
}

export function writeSide(
  kernel: Kernel,
  noComponents: number,
  pointer: number,
  side: Side,
  plan: SidePlan,
): void {
  const u32 = kernel.u32(pointer, layout.SIDE_BYTES / 4);
  u32[layout.SIDE_ROWS / 4] = plan.rows;
  u32[layout.SIDE_FEATURES / 4] = plan.features;
  u32[layout.SIDE_INDPTR / 4] = plan.matrix.indptr;
  u32[layout.SIDE_INDICES / 4] = plan.matrix.indices;
  u32[layout.SIDE_WEIGHTS / 4] = plan.matrix.weights;
  u32[layout.SIDE_VALUES / 4] = plan.values;
  u32[layout.SIDE_SUMS / 4] = plan.sums;
  u32[layout.SIDE_MOMENTA / 4] = plan.momenta;
  kernel.f64(pointer + layout.SIDE_SCALE, 1)[0] = 1;
  kernel.f32(pointer + layout.SIDE_ALPHA, 1)[0] = plan.alpha;
  u32[layout.SIDE_BIAS / 4] = biasColumn(side, noComponents) * 4;
  u32[layout.SIDE_ONE / 4] = biasColumn(side === "user" ? "item" : "user", noComponents) * 4;
  u32[layout.SIDE_FROZEN / 4] = plan.frozen ? 1 : 0;
}

/** The kernel's export for an epoch of each loss. */
export const EPOCHS = { warp: "warp", "warp-kos": "warpKos", bpr: "bpr", logistic: "logistic" } as const;

/** One slice of an epoch with this loss: the visits from `from` to `to`. */
export function runSlice(
  kernel: Kernel,
  { loss }: Hyperparameters,
  plan: number,
  from: number,
  to: number,
): void {
  kernel.run[EPOCHS[loss]](plan, from, to);
}

/** Sets what is new in every epoch: the sampler's seed, and a loss of nothing yet. */
export function beginEpoch(kernel: Kernel, plan: number, samplerSeed: number): void {
  const u32 = kernel.u32(plan, layout.PLAN_BYTES / 4);
  u32[layout.PLAN_SAMPLER_STATE / 4] = samplerSeed;
  u32[layout.PLAN_LEARNT / 4] = 0;
  kernel.f64(plan + layout.PLAN_LOSS, 1)[0] = 0;
}

/** Mean loss over what an epoch learnt from by all of its plans; 0 where it learnt from nothing. */
export function meanLoss(kernel: Kernel, plans: number[]): number {
  let loss = 0;
  let learnt = 0;
  for (const plan of plans) {
    loss += kernel.f64(plan + layout.PLAN_LOSS, 1)[0];
    learnt += kernel.u32(plan + layout.PLAN_LEARNT, 1)[0];
  }
  return learnt === 0 ? 0 : loss / learnt;
}

/**
 * Settles the regularisation of all plans of an epoch. Each thread's scales grew by its own steps alone:
 * what the tables owe is the product of them.
 */
export function regularize(kernel: Kernel, [first, ...others]: number[]): void {
  for (const side of [layout.PLAN_USERS, layout.PLAN_ITEMS]) {
    const total = kernel.f64(first + side + layout.SIDE_SCALE, 1);
    for (const plan of others) {
      const own = kernel.f64(plan + side + layout.SIDE_SCALE, 1);
      total[0] *= own[0];
      own[0] = 1;
    }
  }
  kernel.run.regularize(first);
}
