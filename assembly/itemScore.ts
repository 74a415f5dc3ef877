import { entryAt, featureOf, featureWeightOf, isIdentity, rowEnd, rowStart } from "./csr";
import {
  PLAN_COPIES,
  PLAN_PACKED,
  PLAN_PRODUCTS,
  PLAN_SHARED_ROWS,
  SIDE_ENTRIES,
  SIDE_INDPTR,
  SIDE_VALUES,
} from "./layout";
import { PACKED_COMMON, packedAt, packedWeight, sharedCount, sharedNumber } from "./packed";
import { ownFeature, ownOf } from "./random";
import { tableRow } from "./representation";
import { score } from "./score";
import { add, dot, four, fourDots, mul, twoDots } from "./vector";

// The score of an item is the weighted sum of its features' products with the user's vector; its own
// representation is never built for it. Where the items' features are packed, the products of those
// that many items share (genres) are made once for a user, and looked up. All scores leave out the scale
// of the items' side.

/** Makes the products of the shared features with the user's vector, which all scores to come stand on. */
@inline
export function beginScoring(plan: usize, side: usize, rowBytes: u32, userVector: usize): void {
  const count = load<u32>(plan, PLAN_SHARED_ROWS);
  if (count == 0) return;
  const copies = tableRow(load<u32>(side, SIDE_VALUES), load<u32>(plan, PLAN_COPIES), rowBytes);
  score(userVector, copies, count, rowBytes, load<u32>(plan, PLAN_PRODUCTS));
}

@inline
function sharedProduct(products: usize, row: usize, place: u32): f32 {
  return load<f32>(products + ((<usize>sharedNumber(row, place)) << 2));
}

@inline
function fourSharedProducts(products: usize, a: usize, b: usize, c: usize, d: usize, place: u32): v128 {
  return four(
    sharedProduct(products, a, place),
    sharedProduct(products, b, place),
    sharedProduct(products, c, place),
    sharedProduct(products, d, place),
  );
}

/** The score of one item. */
@inline
export function itemScore(plan: usize, side: usize, item: u32, rowBytes: u32, userVector: usize): f32 {
  const values: usize = load<u32>(side, SIDE_VALUES);
  if (isIdentity(side)) return dot(userVector, tableRow(values, item, rowBytes), rowBytes);
  const packed: usize = load<u32>(plan, PLAN_PACKED);
  if (packed) {
    const products: usize = load<u32>(plan, PLAN_PRODUCTS);
    const row = packedAt(packed, item);
    const count = sharedCount(row);
    let sum = dot(userVector, tableRow(values, ownFeature(plan, item), rowBytes), rowBytes);
    sum += sharedProduct(products, row, 0) + sharedProduct(products, row, 1);
    sum += sharedProduct(products, row, 2) + sharedProduct(products, row, 3);
    for (let place: u32 = PACKED_COMMON; place < count; place++) sum += sharedProduct(products, row, place);
    return packedWeight(row) * sum;
  }
  const indptr: usize = load<u32>(side, SIDE_INDPTR);
  const entries: usize = load<u32>(side, SIDE_ENTRIES);
  const end = entryAt(entries, rowEnd(indptr, item));
  let sum: f32 = 0;
  for (let entry = entryAt(entries, rowStart(indptr, item)); entry < end; entry += 8) {
    sum += featureWeightOf(entry) * dot(userVector, tableRow(values, featureOf(entry), rowBytes), rowBytes);
  }
  return sum;
}

/** The products of the four features' rows at `features`, of which only the first `wanted` count. */
@inline
function fourRows(values: usize, features: usize, wanted: u32, rowBytes: u32, userVector: usize): v128 {
  const a = tableRow(values, load<u32>(features), rowBytes);
  const b = tableRow(values, load<u32>(features, 4), rowBytes);
  if (wanted <= 2) return twoDots(userVector, a, b, rowBytes);
  const c = tableRow(values, load<u32>(features, 8), rowBytes);
  const d = tableRow(values, load<u32>(features, 12), rowBytes);
  return fourDots(userVector, a, b, c, d, rowBytes);
}

/** The scores of the next four items of those drawn ahead, of which only the first `wanted` count. */
@inline
export function fourItemScores(
  plan: usize,
  side: usize,
  items: usize,
  wanted: u32,
  rowBytes: u32,
  userVector: usize,
): v128 {
  const values: usize = load<u32>(side, SIDE_VALUES);
  if (isIdentity(side)) return fourRows(values, items, wanted, rowBytes, userVector);
  const a = load<u32>(items);
  const b = load<u32>(items, 4);
  const c = load<u32>(items, 8);
  const d = load<u32>(items, 12);
  const packed: usize = load<u32>(plan, PLAN_PACKED);
  if (!packed) {
    return four(
      itemScore(plan, side, a, rowBytes, userVector),
      itemScore(plan, side, b, rowBytes, userVector),
      itemScore(plan, side, c, rowBytes, userVector),
      itemScore(plan, side, d, rowBytes, userVector),
    );
  }
  const products: usize = load<u32>(plan, PLAN_PRODUCTS);
  const packedA = packedAt(packed, a);
  const packedB = packedAt(packed, b);
  const packedC = packedAt(packed, c);
  const packedD = packedAt(packed, d);
  let sums = fourRows(values, ownOf(plan, items), wanted, rowBytes, userVector);
  sums = add(sums, fourSharedProducts(products, packedA, packedB, packedC, packedD, 0));
  sums = add(sums, fourSharedProducts(products, packedA, packedB, packedC, packedD, 1));
  sums = add(sums, fourSharedProducts(products, packedA, packedB, packedC, packedD, 2));
  sums = add(sums, fourSharedProducts(products, packedA, packedB, packedC, packedD, 3));
  const most = max(max(sharedCount(packedA), sharedCount(packedB)), max(sharedCount(packedC), sharedCount(packedD)));
  for (let place: u32 = PACKED_COMMON; place < most; place++) {
    sums = add(sums, fourSharedProducts(products, packedA, packedB, packedC, packedD, place));
  }
  const weights = four(packedWeight(packedA), packedWeight(packedB), packedWeight(packedC), packedWeight(packedD));
  return mul(weights, sums);
}
