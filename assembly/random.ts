import {
  AHEAD,
  PLAN_DRAWN,
  PLAN_DRAWN_COUNT,
  PLAN_ITEMS,
  PLAN_NEXT,
  PLAN_OWN,
  PLAN_RECIPROCAL,
  PLAN_RECIPROCAL_SHIFT,
  PLAN_SAMPLER_STATE,
  SIDE_ROWS,
} from "./layout";
import { put } from "./vector";

// LightFM samples by musl's rand_r: a linear congruential generator whose output is tempered. Four
// states ahead are one multiplication and one addition away: lane j holds the multiplier's power
// j + 1, and the increment times the sum of the lower powers. What it draws depends on nothing else, so it
// is drawn ahead, many at a time, and a search finds its candidates where it would wait for them.

@inline
const AHEAD_BYTES: usize = AHEAD << 2;

@inline
function entryOf(array: usize, place: u32): usize {
  return array + ((<usize>place) << 2);
}

/** The next four states of the sampler. */
@inline
function fourStates(state: u32): v128 {
  return i32x4.add(
    i32x4.mul(i32x4.splat(state), i32x4(1103515245, -1029531031, -2139243339, -301564143)),
    i32x4(12345, -740551042, -1492899873, -698016724),
  );
}

/** The number of 31 bits that each state stands for. */
@inline
function fourNumbers(states: v128): v128 {
  let x = v128.xor(states, i32x4.shr_u(states, 11));
  x = v128.xor(x, v128.and(i32x4.shl(x, 7), i32x4.splat(0x9d2c5680)));
  x = v128.xor(x, v128.and(i32x4.shl(x, 15), i32x4.splat(0xefc60000)));
  x = v128.xor(x, i32x4.shr_u(x, 18));
  return i32x4.shr_u(x, 1);
}

/**
 * The items that four numbers fall on, by remainder. A number of 31 bits is divided by multiplying with a
 * reciprocal and shifting (Granlund and Montgomery 1994), which is exact.
 */
@inline
function fourItems(plan: usize, numbers: v128): v128 {
  const shift = load<i32>(plan, PLAN_RECIPROCAL_SHIFT);
  const factor = v128.load32_splat(plan, PLAN_RECIPROCAL);
  const low = i64x2.shr_u(i64x2.extmul_low_i32x4_u(numbers, factor), shift);
  const high = i64x2.shr_u(i64x2.extmul_high_i32x4_u(numbers, factor), shift);
  const quotients = v128.shuffle<i32>(low, high, 0, 2, 4, 6);
  return i32x4.sub(numbers, i32x4.mul(quotients, v128.load32_splat(plan, PLAN_ITEMS + SIDE_ROWS)));
}

/** Draws ahead as many as there is room for; those that are still to come stay in front. */
function drawAhead(plan: usize): void {
  const numbers: usize = load<u32>(plan, PLAN_DRAWN);
  const items = numbers + AHEAD_BYTES;
  const next = load<u32>(plan, PLAN_NEXT);
  let count = load<u32>(plan, PLAN_DRAWN_COUNT) - next;
  for (let i: u32 = 0; i < count; i++) {
    store<u32>(entryOf(numbers, i), load<u32>(entryOf(numbers, next + i)));
    store<u32>(entryOf(items, i), load<u32>(entryOf(items, next + i)));
  }
  let state = load<u32>(plan, PLAN_SAMPLER_STATE);
  for (; count + 4 <= <u32>AHEAD; count += 4) {
    const states = fourStates(state);
    const drawn = fourNumbers(states);
    put(entryOf(numbers, count), drawn);
    put(entryOf(items, count), fourItems(plan, drawn));
    state = i32x4.extract_lane(states, 3);
  }
  if (load<u32>(plan, PLAN_OWN)) {
    for (let i: u32 = 0; i < count; i++) {
      const item = entryOf(items, i);
      store<u32>(item + AHEAD_BYTES, ownFeature(plan, load<u32>(item)));
    }
  }
  store<u32>(plan, state, PLAN_SAMPLER_STATE);
  store<u32>(plan, 0, PLAN_NEXT);
  store<u32>(plan, count, PLAN_DRAWN_COUNT);
}

/** The own feature of an item whose features are packed. */
@inline
export function ownFeature(plan: usize, item: u32): u32 {
  const own: usize = load<u32>(plan, PLAN_OWN);
  return own ? load<u32>(entryOf(own, item)) : item;
}

/** Where the own feature of an item drawn ahead lies. */
@inline
export function ownOf(plan: usize, item: usize): usize {
  return load<u32>(plan, PLAN_OWN) ? item + AHEAD_BYTES : item;
}

/** Prepares `fourDraws`: shifts by 31 plus the binary logarithm of the number of items, rounded up. */
export function fillReciprocal(plan: usize): void {
  const items = load<u32>(plan, PLAN_ITEMS + SIDE_ROWS);
  const shift = 63 - <i32>clz(items - 1);
  store<i32>(plan, shift, PLAN_RECIPROCAL_SHIFT);
  store<u32>(plan, <u32>((((<u64>1) << shift) + items - 1) / items), PLAN_RECIPROCAL);
}

/** One draw below `range`. */
@inline
export function draw(plan: usize, range: u32): u32 {
  if (load<u32>(plan, PLAN_NEXT) == load<u32>(plan, PLAN_DRAWN_COUNT)) drawAhead(plan);
  const next = load<u32>(plan, PLAN_NEXT);
  store<u32>(plan, next + 1, PLAN_NEXT);
  return load<u32>(entryOf(load<u32>(plan, PLAN_DRAWN), next)) % range;
}

/** Where the next four items lie that the sampler draws; they remain to come. */
@inline
export function nextItems(plan: usize): usize {
  if (load<u32>(plan, PLAN_NEXT) + 4 > load<u32>(plan, PLAN_DRAWN_COUNT)) drawAhead(plan);
  return entryOf(load<u32>(plan, PLAN_DRAWN), load<u32>(plan, PLAN_NEXT)) + AHEAD_BYTES;
}

/** Skips this many draws. */
@inline
export function pass(plan: usize, draws: u32): void {
  store<u32>(plan, load<u32>(plan, PLAN_NEXT) + draws, PLAN_NEXT);
}
