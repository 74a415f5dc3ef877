import { PLAN_FROM, PLAN_SHUFFLE_SEED, PLAN_TO, PLAN_VISITS, PLAN_WEIGHTS, SHUFFLED_TOGETHER } from "./layout";

// PCG (O'Neill 2014): a linear congruential generator of 64 bits whose high bits tell how to turn the
// others. One number follows from the last in a few cycles, so the swaps wait for the memory alone.

@inline
function tempered(state: u64): u32 {
  return rotr<u32>(<u32>(((state >> 18) ^ state) >> 27), <u32>(state >> 59));
}

/** Shuffles the visits of a plan's thread, and their weights with them, block by block (Fisher and Yates). */
export function shuffle(plan: usize): void {
  let state = load<u64>(plan, PLAN_SHUFFLE_SEED);
  if (!state) return;
  const to = load<u32>(plan, PLAN_TO);
  for (let from = load<u32>(plan, PLAN_FROM); from < to; from += SHUFFLED_TOGETHER) {
    state = shuffleBlock(plan, from, min<u32>(to - from, SHUFFLED_TOGETHER), state);
  }
}

function shuffleBlock(plan: usize, first: u32, count: u32, seed: u64): u64 {
  let state = seed;
  const from: usize = first;
  const visits = <usize>load<u32>(plan, PLAN_VISITS) + (from << 3);
  const allWeights: usize = load<u32>(plan, PLAN_WEIGHTS);
  const weights = allWeights ? allWeights + (from << 2) : 0;
  for (let i = count; i > 1; i--) {
    state = state * 6364136223846793005 + 1442695040888963407;
    const last: usize = i - 1;
    const other = <usize>(((<u64>tempered(state)) * i) >> 32);
    const a = visits + (last << 3);
    const b = visits + (other << 3);
    const kept = load<u64>(a);
    store<u64>(a, load<u64>(b));
    store<u64>(b, kept);
    if (!weights) continue;
    const weightA = weights + (last << 2);
    const weightB = weights + (other << 2);
    const keptWeight = load<f32>(weightA);
    store<f32>(weightA, load<f32>(weightB));
    store<f32>(weightB, keptWeight);
  }
  return state;
}
