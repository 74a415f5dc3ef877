import { isIdentity, rowEnd, rowStart } from "./csr";
import { isKnown } from "./known";
import {
  PLAN_ITEMS,
  PLAN_MAX_SAMPLED,
  PLAN_NEGATIVE,
  PLAN_NEGATIVE_VECTOR,
  PLAN_PRODUCTS,
  PLAN_ROW_BYTES,
  PLAN_SAMPLER_STATE,
  PLAN_SEARCH,
  PLAN_USER_VECTOR,
  SIDE_INDICES,
  SIDE_INDPTR,
  SIDE_ROWS,
  SIDE_SCALE,
  SIDE_VALUES,
  SIDE_WEIGHTS,
} from "./layout";
import { fourDraws, fourStates, reciprocalOf, reciprocalShift } from "./random";
import { tableRow } from "./representation";
import { above, add, dot, four, fourDots, mul, splat, twoDots } from "./vector";

// A candidate's score is the weighted sum of its features' products with the user's vector: its own
// representation is built only once it is taken. The first feature of a row is most often the item's
// own, so it is multiplied four candidates at a time; the others are shared by many items (genres), so
// their products are kept for the rest of the search.

/** The product of a feature that other candidates of this search may share. */
@inline
function sharedProduct(
  products: usize,
  search: u32,
  values: usize,
  feature: u32,
  rowBytes: u32,
  userVector: usize,
): f32 {
  const kept = products + ((<usize>feature) << 3);
  if (load<u32>(kept, 4) == search) return load<f32>(kept);
  const product = dot(userVector, tableRow(values, feature, rowBytes), rowBytes);
  store<f32>(kept, product);
  store<u32>(kept, search, 4);
  return product;
}

/** What the features of `item` after the first add to its score. */
@inline
function furtherProducts(
  plan: usize,
  side: usize,
  values: usize,
  item: u32,
  rowBytes: u32,
  userVector: usize,
): f32 {
  const indptr: usize = load<u32>(side, SIDE_INDPTR);
  const indices: usize = load<u32>(side, SIDE_INDICES);
  const weights: usize = load<u32>(side, SIDE_WEIGHTS);
  const products: usize = load<u32>(plan, PLAN_PRODUCTS);
  const search = load<u32>(plan, PLAN_SEARCH);
  const end = (<usize>rowEnd(indptr, item)) << 2;
  let sum: f32 = 0;
  for (let entry = ((<usize>rowStart(indptr, item)) << 2) + 4; entry < end; entry += 4) {
    const feature = load<u32>(indices + entry);
    sum += load<f32>(weights + entry) * sharedProduct(products, search, values, feature, rowBytes, userVector);
  }
  return sum;
}

/** The row of the item's first feature; any row where it has none. */
@inline
function firstRow(side: usize, values: usize, item: u32, rowBytes: u32): usize {
  const indptr: usize = load<u32>(side, SIDE_INDPTR);
  const start = rowStart(indptr, item);
  if (start == rowEnd(indptr, item)) return values;
  const entry = (<usize>start) << 2;
  return tableRow(values, load<u32>(<usize>load<u32>(side, SIDE_INDICES) + entry), rowBytes);
}

/** The weight of the item's first feature; 0 where it has none. */
@inline
function firstWeight(side: usize, item: u32): f32 {
  const indptr: usize = load<u32>(side, SIDE_INDPTR);
  const start = rowStart(indptr, item);
  if (start == rowEnd(indptr, item)) return 0;
  return load<f32>(<usize>load<u32>(side, SIDE_WEIGHTS) + ((<usize>start) << 2));
}

/** The scores of four candidates, of which only the first `wanted` count. */
@inline
function scoreFour(
  plan: usize,
  side: usize,
  a: u32,
  b: u32,
  c: u32,
  d: u32,
  wanted: u32,
  rowBytes: u32,
  userVector: usize,
): v128 {
  const values: usize = load<u32>(side, SIDE_VALUES);
  if (isIdentity(side)) {
    const rowA = tableRow(values, a, rowBytes);
    const rowB = tableRow(values, b, rowBytes);
    if (wanted <= 2) return twoDots(userVector, rowA, rowB, rowBytes);
    return fourDots(userVector, rowA, rowB, tableRow(values, c, rowBytes), tableRow(values, d, rowBytes), rowBytes);
  }
  const rowA = firstRow(side, values, a, rowBytes);
  const rowB = firstRow(side, values, b, rowBytes);
  const furtherA = furtherProducts(plan, side, values, a, rowBytes, userVector);
  const furtherB = furtherProducts(plan, side, values, b, rowBytes, userVector);
  if (wanted <= 2) {
    const firsts = mul(four(firstWeight(side, a), firstWeight(side, b), 0, 0), twoDots(userVector, rowA, rowB, rowBytes));
    return add(firsts, four(furtherA, furtherB, 0, 0));
  }
  const rowC = firstRow(side, values, c, rowBytes);
  const rowD = firstRow(side, values, d, rowBytes);
  const weights = four(firstWeight(side, a), firstWeight(side, b), firstWeight(side, c), firstWeight(side, d));
  const firsts = mul(weights, fourDots(userVector, rowA, rowB, rowC, rowD, rowBytes));
  const furtherC = furtherProducts(plan, side, values, c, rowBytes, userVector);
  const furtherD = furtherProducts(plan, side, values, d, rowBytes, userVector);
  return add(firsts, four(furtherA, furtherB, furtherC, furtherD));
}

/**
 * WARP's search: draws items until one scores above `bar` (the positive's score less the margin of one)
 * and is not known to the user; a draw of a known item counts. Returns the number of draws, the item in
 * PLAN_NEGATIVE, or 0 where maxSampled draws found none. The user's vector must have a zero where the
 * user's bias stands, and `bar` must leave that bias out: it cancels.
 *
 * Draws and scores are made four at a time; the sampler then goes back to the draw that was taken, so
 * the sequence is LightFM's.
 */
export function findViolation(plan: usize, user: u32, bar: f32): u32 {
  const side = plan + PLAN_ITEMS;
  const items = load<u32>(side, SIDE_ROWS);
  const shift = reciprocalShift(items);
  const reciprocal = reciprocalOf(items);
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const userVector: usize = load<u32>(plan, PLAN_USER_VECTOR);
  const states: usize = load<u32>(plan, PLAN_NEGATIVE_VECTOR);
  const maxSampled = load<u32>(plan, PLAN_MAX_SAMPLED);
  const scale = splat(<f32>load<f64>(side, SIDE_SCALE));
  const bars = splat(bar);
  let state = load<u32>(plan, PLAN_SAMPLER_STATE);
  store<u32>(plan, load<u32>(plan, PLAN_SEARCH) + 1, PLAN_SEARCH);
  for (let drawn: u32 = 0; drawn < maxSampled; drawn += 4) {
    const next = fourStates(state);
    v128.store(states, next);
    const draws = fourDraws(next, items, reciprocal, shift);
    const first: u32 = i32x4.extract_lane(draws, 0);
    const second: u32 = i32x4.extract_lane(draws, 1);
    const third: u32 = i32x4.extract_lane(draws, 2);
    const fourth: u32 = i32x4.extract_lane(draws, 3);
    const wanted = min<u32>(maxSampled - drawn, 4);
    const scores = scoreFour(plan, side, first, second, third, fourth, wanted, rowBytes, userVector);
    let violations = above(mul(scores, scale), bars) & ((1 << wanted) - 1);
    for (; violations; violations &= violations - 1) {
      const lane = ctz(violations);
      const item = lane < 2 ? (lane == 0 ? first : second) : lane == 2 ? third : fourth;
      if (isKnown(plan, user, item)) continue;
      store<u32>(plan, item, PLAN_NEGATIVE);
      store<u32>(plan, load<u32>(states + ((<usize>lane) << 2)), PLAN_SAMPLER_STATE);
      return drawn + lane + 1;
    }
    state = load<u32>(states + ((<usize>(wanted - 1)) << 2));
  }
  store<u32>(plan, state, PLAN_SAMPLER_STATE);
  return 0;
}
