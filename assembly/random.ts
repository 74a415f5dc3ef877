import { PLAN_SAMPLER_STATE } from "./layout";

// LightFM samples by musl's rand_r: a linear congruential generator whose output is tempered. Four
// states ahead are one multiplication and one addition away: lane j holds the multiplier's power
// j + 1, and the increment times the sum of the lower powers.

@inline
const MULTIPLIER: u32 = 1103515245;
@inline
const INCREMENT: u32 = 12345;

/** The next four states of the sampler. */
@inline
export function fourStates(state: u32): v128 {
  return i32x4.add(
    i32x4.mul(i32x4.splat(state), i32x4(1103515245, -1029531031, -2139243339, -301564143)),
    i32x4(12345, -740551042, -1492899873, -698016724),
  );
}

/**
 * Four draws below `range`: what the states temper to, by remainder. A 31-bit number is divided by
 * multiplying with `reciprocal` and shifting (Granlund and Montgomery 1994), which is exact.
 */
@inline
export function fourDraws(states: v128, range: u32, reciprocal: u32, shift: i32): v128 {
  let x = v128.xor(states, i32x4.shr_u(states, 11));
  x = v128.xor(x, v128.and(i32x4.shl(x, 7), i32x4.splat(0x9d2c5680)));
  x = v128.xor(x, v128.and(i32x4.shl(x, 15), i32x4.splat(0xefc60000)));
  x = v128.xor(x, i32x4.shr_u(x, 18));
  x = i32x4.shr_u(x, 1);
  const factor = i32x4.splat(reciprocal);
  const low = i64x2.shr_u(i64x2.extmul_low_i32x4_u(x, factor), shift);
  const high = i64x2.shr_u(i64x2.extmul_high_i32x4_u(x, factor), shift);
  return i32x4.sub(x, i32x4.mul(v128.shuffle<i32>(low, high, 0, 2, 4, 6), i32x4.splat(range)));
}

/** 31 plus the binary logarithm of `range`, rounded up. */
@inline
export function reciprocalShift(range: u32): i32 {
  return 63 - <i32>clz(range - 1);
}

@inline
export function reciprocalOf(range: u32): u32 {
  return <u32>((((<u64>1) << reciprocalShift(range)) + range - 1) / range);
}

/** One draw below `range`; the sampler moves on by one. */
@inline
export function draw(plan: usize, range: u32): u32 {
  let x = load<u32>(plan, PLAN_SAMPLER_STATE) * MULTIPLIER + INCREMENT;
  store<u32>(plan, x, PLAN_SAMPLER_STATE);
  x ^= x >> 11;
  x ^= (x << 7) & 0x9d2c5680;
  x ^= (x << 15) & 0xefc60000;
  x ^= x >> 18;
  return (x >> 1) % range;
}
