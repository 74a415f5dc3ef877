import * as layout from "../../assembly/layout.ts";
import type { SeededRandom } from "../matrix/random.ts";
import type { Kernel } from "./memory/Kernel.ts";

/** What an epoch's chances follow from. */
export interface EpochSeeds {
  /** 64 bits; 0 leaves the visits as they lie. */
  shuffle: bigint;
  /** 32 bits. */
  sampler: number;
}

export function drawSeeds(random: SeededRandom): EpochSeeds {
  return {
    shuffle: (BigInt(random.uint32()) << 32n) | BigInt(random.uint32()),
    sampler: random.uint32() >>> 1,
  };
}

/** Sets what is new in every epoch: its seeds, and a loss of nothing yet. */
export function beginEpoch(kernel: Kernel, plan: number, seeds: EpochSeeds): void {
  const u32 = kernel.u32(plan, layout.PLAN_BYTES / 4);
  u32[layout.PLAN_SAMPLER_STATE / 4] = seeds.sampler;
  u32[layout.PLAN_NEXT / 4] = 0;
  u32[layout.PLAN_DRAWN_COUNT / 4] = 0;
  u32[layout.PLAN_LEARNT / 4] = 0;
  kernel.u64(plan + layout.PLAN_SHUFFLE_SEED, 1)[0] = seeds.shuffle;
  kernel.f64(plan + layout.PLAN_LOSS, 1)[0] = 0;
}

/** Mean loss over what an epoch learnt from by all of its plans; 0 if it learnt from nothing. */
export function meanLoss(kernel: Kernel, plans: readonly number[]): number {
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
export function regularize(kernel: Kernel, [first, ...others]: readonly number[]): void {
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
