import { LIKED, PLAN_LEARNT, PLAN_LOSS, PLAN_VISITS, PLAN_WEIGHTS } from "./layout";

@inline
function visitAt(plan: usize, visit: u32): usize {
  return <usize>load<u32>(plan, PLAN_VISITS) + ((<usize>visit) << 3);
}

@inline
export function userOf(plan: usize, visit: u32): u32 {
  return load<u32>(visitAt(plan, visit));
}

@inline
export function itemOf(plan: usize, visit: u32): u32 {
  return load<u32>(visitAt(plan, visit), 4) & ~LIKED;
}

@inline
export function isLiked(plan: usize, visit: u32): bool {
  return (load<u32>(visitAt(plan, visit), 4) & LIKED) != 0;
}

@inline
export function weightOf(plan: usize, visit: u32): f32 {
  const weights: usize = load<u32>(plan, PLAN_WEIGHTS);
  return weights ? load<f32>(weights + ((<usize>visit) << 2)) : 1;
}

/** Adds to the epoch's loss: one interaction that could have taught something, and what it still lacks. */
@inline
export function report(plan: usize, loss: f32): void {
  store<f64>(plan, load<f64>(plan, PLAN_LOSS) + loss, PLAN_LOSS);
  store<u32>(plan, load<u32>(plan, PLAN_LEARNT) + 1, PLAN_LEARNT);
}
