import { PLAN_ITEMS, PLAN_MAX_SAMPLED, PLAN_RANK_WEIGHTS, SIDE_ROWS } from "./layout";

@inline
const LARGEST_WEIGHT: f32 = 10;

/**
 * Fills the table of WARP's rank weights (Weston et al. 2011): after `draws` draws a positive's rank is
 * estimated as (items - 1) / draws, and weighs the logarithm of that. A rank below one counts as one
 * (LightFM forgets this in WARP-kos and takes the logarithm of zero).
 */
export function fillRankWeights(plan: usize): void {
  const table: usize = load<u32>(plan, PLAN_RANK_WEIGHTS);
  const others = load<u32>(plan + PLAN_ITEMS, SIDE_ROWS) - 1;
  const maxSampled = load<u32>(plan, PLAN_MAX_SAMPLED);
  for (let draws: u32 = 1; draws <= maxSampled; draws++) {
    const rank = max<u32>(1, others / draws);
    store<f32>(table + ((<usize>draws) << 2), <f32>Math.log(rank));
  }
}

/** The rank weight of a positive of this sample weight, clipped as LightFM clips it. */
@inline
export function rankWeight(plan: usize, draws: u32, sampleWeight: f32): f32 {
  const table: usize = load<u32>(plan, PLAN_RANK_WEIGHTS);
  return min<f32>(LARGEST_WEIGHT, sampleWeight * load<f32>(table + ((<usize>draws) << 2)));
}
