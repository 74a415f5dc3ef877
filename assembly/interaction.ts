import {
  PLAN_ITEM_IDS,
  PLAN_LEARNT,
  PLAN_LIKED,
  PLAN_LOSS,
  PLAN_ORDER,
  PLAN_USER_IDS,
  PLAN_WEIGHTS,
} from "./layout";

/** The interaction that an epoch visits as its `visit`-th. */
@inline
export function visited(plan: usize, visit: u32): u32 {
  return load<u32>(<usize>load<u32>(plan, PLAN_ORDER) + ((<usize>visit) << 2));
}

@inline
export function userOf(plan: usize, interaction: u32): u32 {
  return load<u32>(<usize>load<u32>(plan, PLAN_USER_IDS) + ((<usize>interaction) << 2));
}

@inline
export function itemOf(plan: usize, interaction: u32): u32 {
  return load<u32>(<usize>load<u32>(plan, PLAN_ITEM_IDS) + ((<usize>interaction) << 2));
}

@inline
export function isLiked(plan: usize, interaction: u32): bool {
  return load<u8>(<usize>load<u32>(plan, PLAN_LIKED) + interaction) != 0;
}

@inline
export function weightOf(plan: usize, interaction: u32): f32 {
  const weights: usize = load<u32>(plan, PLAN_WEIGHTS);
  return weights ? load<f32>(weights + ((<usize>interaction) << 2)) : 1;
}

/** Adds to the epoch's loss: one interaction that could have taught something, and what it still lacks. */
@inline
export function report(plan: usize, loss: f32): void {
  store<f64>(plan, load<f64>(plan, PLAN_LOSS) + loss, PLAN_LOSS);
  store<u32>(plan, load<u32>(plan, PLAN_LEARNT) + 1, PLAN_LEARNT);
}
