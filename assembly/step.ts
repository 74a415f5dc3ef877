import { entryAt, featureOf, featureWeightOf, isIdentity, rowEnd, rowStart } from "./csr";
import {
  PLAN_ADADELTA,
  PLAN_COMPONENTS,
  PLAN_COPIES,
  PLAN_EPSILON,
  PLAN_ITEMS,
  PLAN_ITEM_VECTOR,
  PLAN_LEARNING_RATE,
  PLAN_PACKED,
  PLAN_RHO,
  PLAN_ROW_BYTES,
  PLAN_USERS,
  PLAN_USER_VECTOR,
  SIDE_ALPHA,
  SIDE_BIAS,
  SIDE_ENTRIES,
  SIDE_FROZEN,
  SIDE_INDPTR,
  SIDE_MOMENTA,
  SIDE_SCALE,
  SIDE_SUMS,
  SIDE_VALUES,
} from "./layout";
import { packedAt, packedWeight, sharedCount, sharedNumber } from "./packed";
import { ownFeature } from "./random";
import { keepInBounds } from "./regularize";
import { tableRow } from "./representation";
import { add, at, div, mul, put, splat, sqrt, sub, total } from "./vector";

// One gradient step on everything an interaction touches (LightFM's `update` and `warp_update`). The
// gradient of a feature's row is `loss` times its weight times a vector: for an item the user's, for
// a user the item's, or the difference of two items'.

/** Steps one feature's row; returns the rates it was stepped with, to be summed by the caller. */
@inline
function stepRow(plan: usize, side: usize, feature: u32, rowBytes: u32, vector: usize, loss: f32): v128 {
  const values = tableRow(load<u32>(side, SIDE_VALUES), feature, rowBytes);
  const sums = tableRow(load<u32>(side, SIDE_SUMS), feature, rowBytes);
  const factor = splat(loss);
  const alpha = splat(load<f32>(side, SIDE_ALPHA));
  const one = splat(1);
  let rates = splat(0);
  if (load<u32>(plan, PLAN_ADADELTA)) {
    const momenta = tableRow(load<u32>(side, SIDE_MOMENTA), feature, rowBytes);
    const epsilon = splat(load<f32>(plan, PLAN_EPSILON));
    const keep = splat(load<f32>(plan, PLAN_RHO));
    const take = sub(one, keep);
    for (let offset: u32 = 0; offset < rowBytes; offset += 16) {
      const gradient = mul(factor, at(vector + offset));
      const sum = add(mul(keep, at(sums + offset)), mul(take, mul(gradient, gradient)));
      const momentum = at(momenta + offset);
      const rate = div(sqrt(add(momentum, epsilon)), sqrt(add(sum, epsilon)));
      const change = mul(rate, gradient);
      put(sums + offset, sum);
      put(momenta + offset, add(mul(keep, momentum), mul(take, mul(change, change))));
      put(values + offset, mul(sub(at(values + offset), change), add(one, mul(alpha, rate))));
      rates = add(rates, rate);
    }
  } else {
    const learningRate = splat(load<f32>(plan, PLAN_LEARNING_RATE));
    for (let offset: u32 = 0; offset < rowBytes; offset += 16) {
      const gradient = mul(factor, at(vector + offset));
      const sum = at(sums + offset);
      const rate = div(learningRate, sqrt(sum));
      put(sums + offset, add(sum, mul(gradient, gradient)));
      put(values + offset, mul(sub(at(values + offset), mul(rate, gradient)), add(one, mul(alpha, rate))));
      rates = add(rates, rate);
    }
  }
  return rates;
}

/** Steps every feature of `row`; returns the rates, to be summed by the caller. */
@inline
function stepFeatures(plan: usize, side: usize, row: u32, rowBytes: u32, vector: usize, loss: f32): v128 {
  if (isIdentity(side)) return stepRow(plan, side, row, rowBytes, vector, loss);
  let rates = splat(0);
  const indptr: usize = load<u32>(side, SIDE_INDPTR);
  const entries: usize = load<u32>(side, SIDE_ENTRIES);
  const end = entryAt(entries, rowEnd(indptr, row));
  for (let entry = entryAt(entries, rowStart(indptr, row)); entry < end; entry += 8) {
    rates = add(rates, stepRow(plan, side, featureOf(entry), rowBytes, vector, loss * featureWeightOf(entry)));
  }
  return rates;
}

/** Steps every feature of an item; returns the rates, to be summed by the caller. */
@inline
function stepItem(plan: usize, item: u32, rowBytes: u32, vector: usize, loss: f32): v128 {
  const side = plan + PLAN_ITEMS;
  const packed: usize = load<u32>(plan, PLAN_PACKED);
  if (!packed) return stepFeatures(plan, side, item, rowBytes, vector, loss);
  const row = packedAt(packed, item);
  const count = sharedCount(row);
  const copies = load<u32>(plan, PLAN_COPIES);
  const weighed = loss * packedWeight(row);
  let rates = stepRow(plan, side, ownFeature(plan, item), rowBytes, vector, weighed);
  for (let place: u32 = 0; place < count; place++) {
    rates = add(rates, stepRow(plan, side, copies + sharedNumber(row, place), rowBytes, vector, weighed));
  }
  return rates;
}

@inline
function featureCount(side: usize, row: u32): u32 {
  if (isIdentity(side)) return 1;
  const indptr: usize = load<u32>(side, SIDE_INDPTR);
  return rowEnd(indptr, row) - rowStart(indptr, row);
}

/** Lazy regularisation: both scales grow by the average rate of the parameters just stepped. */
@inline
function growScales(plan: usize, rates: v128, features: u32): void {
  if (!isRegularized(plan) || features == 0) return;
  const average = <f64>total(rates) / <f64>((load<u32>(plan, PLAN_COMPONENTS) + 1) * features);
  growScale(plan + PLAN_USERS, average);
  growScale(plan + PLAN_ITEMS, average);
  keepInBounds(plan);
}

@inline
function isRegularized(plan: usize): bool {
  return load<f32>(plan, PLAN_USERS + SIDE_ALPHA) != 0 || load<f32>(plan, PLAN_ITEMS + SIDE_ALPHA) != 0;
}

@inline
function growScale(side: usize, averageRate: f64): void {
  const scale = load<f64>(side, SIDE_SCALE);
  store<f64>(side, scale * (1 + <f64>load<f32>(side, SIDE_ALPHA) * averageRate), SIDE_SCALE);
}

/**
 * The step of every pairwise loss: the positive item up, the negative down, the user towards the positive,
 * away from the negative. The item vector must hold their difference. The user's bias cancels from the
 * comparison, yet LightFM moves it by +loss; so do we.
 */
export function stepPair(plan: usize, user: u32, positive: u32, negative: u32, loss: f32): void {
  const users = plan + PLAN_USERS;
  const items = plan + PLAN_ITEMS;
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  const userVector: usize = load<u32>(plan, PLAN_USER_VECTOR);
  const difference: usize = load<u32>(plan, PLAN_ITEM_VECTOR);
  store<f32>(difference + load<u32>(users, SIDE_BIAS), 1);
  let rates = splat(0);
  let features = featureCount(users, user);
  if (!load<u32>(items, SIDE_FROZEN)) {
    rates = stepItem(plan, positive, rowBytes, userVector, -loss);
    rates = add(rates, stepItem(plan, negative, rowBytes, userVector, loss));
    features += featureCount(items, positive) + featureCount(items, negative);
  }
  rates = add(rates, stepFeatures(plan, users, user, rowBytes, difference, loss));
  growScales(plan, rates, features);
}

/** The step of the pointwise loss: `loss` is the gradient of the score of this user and item. */
export function stepPoint(plan: usize, user: u32, item: u32, loss: f32): void {
  const users = plan + PLAN_USERS;
  const items = plan + PLAN_ITEMS;
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  let rates = splat(0);
  let features = featureCount(users, user);
  if (!load<u32>(items, SIDE_FROZEN)) {
    rates = stepItem(plan, item, rowBytes, load<u32>(plan, PLAN_USER_VECTOR), loss);
    features += featureCount(items, item);
  }
  rates = add(rates, stepFeatures(plan, users, user, rowBytes, load<u32>(plan, PLAN_ITEM_VECTOR), loss));
  growScales(plan, rates, features);
}
