import * as layout from "../../../assembly/layout.ts";
import type { Hyperparameters } from "../hyperparameters.ts";
import type { Part } from "../threads/visitClaims.js";
import type { Allocator } from "./Allocator.ts";
import { biasColumn, NEVER_LEARNT, oneColumn, rowLength, type Side } from "./FeatureTable.ts";
import type { Kernel } from "./Kernel.ts";
import type { KnownBlocks } from "./knownItems.ts";
import type { MatrixBlocks } from "./matrixBlocks.ts";
import type { PackedBlocks } from "./packedFeatures.ts";

import type { RowBlocks } from "./userRows.ts";

/** What one side of an epoch is made of; pointers into the kernel's memory. */
export interface SidePlan {
  rows: number;
  features: number;
  /** 0, 0 for the identity. */
  matrix: MatrixBlocks;
  values: number;
  sums: number;
  momenta: number;
  alpha: number;
  frozen: boolean;
}

export interface InteractionBlocks {
  visits: number;
  /** 0 if every weight is one. */
  weights: number;
  /** 0, 0 if the loss draws from none. */
  pool: number;
  poolSize: number;
  known: KnownBlocks;
  /** 0, 0 if dislikes do not serve as negatives. */
  disliked: RowBlocks;
}

/** What an epoch needs apart from the data: the plan itself, its scratch vectors and tables. */
export interface PlanBlocks {
  plan: number;
  rankWeights: number;
  vectors: number;
  drawn: number;
  sampledPositives: number;
  products: number;
  copyBases: number;
}

/** One thread's own part of an epoch: the visits that it shuffles, and its copies of shared features. */
export interface Share extends Part {
  /** A row of the items' tables. */
  firstCopy: number;
}

export function reservePlan(
  memory: Allocator,
  hyper: Hyperparameters,
  { sharedCount, copies }: PackedBlocks,
): PlanBlocks {
  return {
    plan: memory.block(layout.PLAN_BYTES),
    rankWeights: memory.block((hyper.maxSampled + 1) * 4),
    vectors: memory.block(2 * rowLength(hyper.noComponents) * 4),
    drawn: memory.block(3 * layout.AHEAD * 4),
    sampledPositives: memory.block(hyper.n * 8),
    products: memory.block(copies * 4),
    copyBases: memory.block(sharedCount * 3 * rowLength(hyper.noComponents) * 4),
  };
}

/** Writes all fields of a plan and fills its table of rank weights. */
export function writePlan(
  kernel: Kernel,
  hyper: Hyperparameters,
  blocks: PlanBlocks,
  share: Share,
  interactions: InteractionBlocks,
  users: SidePlan,
  items: SidePlan,
  packed: PackedBlocks,
): void {
  const { plan } = blocks;
  const { known, disliked } = interactions;
  const u32 = kernel.u32(plan, layout.PLAN_BYTES / 4);
  const f32 = kernel.f32(plan, layout.PLAN_BYTES / 4);
  const rowBytes = rowLength(hyper.noComponents) * 4;
  u32[layout.PLAN_VISITS / 4] = interactions.visits;
  u32[layout.PLAN_WEIGHTS / 4] = interactions.weights;
  u32[layout.PLAN_FROM / 4] = share.from;
  u32[layout.PLAN_TO / 4] = share.to;
  u32[layout.PLAN_POOL / 4] = interactions.pool;
  u32[layout.PLAN_POOL_SIZE / 4] = interactions.poolSize;
  u32[layout.PLAN_KNOWN_INDPTR / 4] = known.indptr;
  u32[layout.PLAN_KNOWN_INDICES / 4] = known.indices;
  u32[layout.PLAN_KNOWN_BITS / 4] = known.bits;
  u32[layout.PLAN_KNOWN_STRIDE / 4] = known.stride;
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
  u32[layout.PLAN_ITEM_VECTOR / 4] = blocks.vectors + rowBytes;
  u32[layout.PLAN_DRAWN / 4] = blocks.drawn;
  u32[layout.PLAN_SAMPLED_POSITIVES / 4] = blocks.sampledPositives;
  u32[layout.PLAN_PACKED / 4] = packed.packed;
  u32[layout.PLAN_OWN / 4] = packed.own;
  u32[layout.PLAN_SHARED_ROWS / 4] = packed.copies;
  u32[layout.PLAN_COPIED / 4] = packed.shared;
  u32[layout.PLAN_COPIED_COUNT / 4] = packed.sharedCount;
  u32[layout.PLAN_COPIES / 4] = share.firstCopy;
  u32[layout.PLAN_COPY_BASES / 4] = blocks.copyBases;
  u32[layout.PLAN_PRODUCTS / 4] = blocks.products;
  if (packed.copies > 0) {
    kernel.f32(items.sums + share.firstCopy * rowBytes, rowBytes / 4).fill(NEVER_LEARNT);
  }
  writeSide(kernel, hyper.noComponents, plan + layout.PLAN_USERS, "user", users);
  writeSide(kernel, hyper.noComponents, plan + layout.PLAN_ITEMS, "item", items);
  kernel.run.fillRankWeights(plan);
  kernel.run.fillReciprocal(plan);
}

function writeSide(kernel: Kernel, noComponents: number, pointer: number, side: Side, plan: SidePlan): void {
  const u32 = kernel.u32(pointer, layout.SIDE_BYTES / 4);
  u32[layout.SIDE_ROWS / 4] = plan.rows;
  u32[layout.SIDE_FEATURES / 4] = plan.features;
  u32[layout.SIDE_INDPTR / 4] = plan.matrix.indptr;
  u32[layout.SIDE_ENTRIES / 4] = plan.matrix.entries;
  u32[layout.SIDE_VALUES / 4] = plan.values;
  u32[layout.SIDE_SUMS / 4] = plan.sums;
  u32[layout.SIDE_MOMENTA / 4] = plan.momenta;
  kernel.f64(pointer + layout.SIDE_SCALE, 1)[0] = 1;
  kernel.f32(pointer + layout.SIDE_ALPHA, 1)[0] = plan.alpha;
  u32[layout.SIDE_BIAS / 4] = biasColumn(side, noComponents) * 4;
  u32[layout.SIDE_ONE / 4] = oneColumn(side, noComponents) * 4;
  u32[layout.SIDE_FROZEN / 4] = plan.frozen ? 1 : 0;
}
