import { entryAt, featureOf, featureWeightOf, isIdentity, rowEnd, rowStart } from "./csr";
import { PLAN_COPIES, PLAN_ITEMS, PLAN_PACKED, SIDE_ENTRIES, SIDE_INDPTR, SIDE_ONE, SIDE_SCALE, SIDE_VALUES } from "./layout";
import { PACKED_COMMON, packedAt, packedWeight, sharedCount, sharedNumber } from "./packed";
import { ownFeature } from "./random";
import { add, addRow, at, clear, mul, put, splat, sub } from "./vector";

/** Where the table row of a feature begins. */
@inline
export function tableRow(table: usize, feature: u32, rowBytes: u32): usize {
  return table + (<usize>feature) * rowBytes;
}

/** Adds the rows of the features of `row` to `out`, each times its weight and `factor`. */
@inline
function addFeatures(side: usize, row: u32, factor: f32, rowBytes: u32, out: usize): void {
  const values: usize = load<u32>(side, SIDE_VALUES);
  const indptr: usize = load<u32>(side, SIDE_INDPTR);
  const entries: usize = load<u32>(side, SIDE_ENTRIES);
  const end = entryAt(entries, rowEnd(indptr, row));
  for (let entry = entryAt(entries, rowStart(indptr, row)); entry < end; entry += 8) {
    addRow(out, factor * featureWeightOf(entry), tableRow(values, featureOf(entry), rowBytes), rowBytes);
  }
}

/** Adds the rows of an item's features, which are packed, to `out`, each times its weight and `factor`. */
@inline
function addPacked(plan: usize, packed: usize, item: u32, factor: f32, rowBytes: u32, out: usize): void {
  const values: usize = load<u32>(plan + PLAN_ITEMS, SIDE_VALUES);
  const copies = tableRow(values, load<u32>(plan, PLAN_COPIES), rowBytes);
  const row = packedAt(packed, item);
  const count = sharedCount(row);
  const weight = factor * packedWeight(row);
  const own = tableRow(values, ownFeature(plan, item), rowBytes);
  const a = tableRow(copies, sharedNumber(row, 0), rowBytes);
  const b = tableRow(copies, sharedNumber(row, 1), rowBytes);
  const c = tableRow(copies, sharedNumber(row, 2), rowBytes);
  const d = tableRow(copies, sharedNumber(row, 3), rowBytes);
  for (let offset: u32 = 0; offset < rowBytes; offset += 16) {
    const first = add(at(a + offset), at(b + offset));
    const second = add(at(c + offset), at(d + offset));
    const sum = add(at(own + offset), add(first, second));
    put(out + offset, add(at(out + offset), mul(splat(weight), sum)));
  }
  for (let place = PACKED_COMMON; place < count; place++) {
    addRow(out, weight, tableRow(copies, sharedNumber(row, place), rowBytes), rowBytes);
  }
}

/** Writes the vector of `row` to `out`: its features' rows, weighted and summed, times the side's scale. */
@inline
export function represent(side: usize, row: u32, rowBytes: u32, out: usize): void {
  const scale = <f32>load<f64>(side, SIDE_SCALE);
  if (isIdentity(side)) {
    const source = tableRow(load<u32>(side, SIDE_VALUES), row, rowBytes);
    for (let offset: u32 = 0; offset < rowBytes; offset += 16) {
      put(out + offset, mul(splat(scale), at(source + offset)));
    }
  } else {
    clear(out, rowBytes);
    addFeatures(side, row, scale, rowBytes, out);
  }
  store<f32>(out + load<u32>(side, SIDE_ONE), 1);
}

/** The same of an item, whose features may be packed. */
@inline
export function representItem(plan: usize, item: u32, rowBytes: u32, out: usize): void {
  const side = plan + PLAN_ITEMS;
  const packed: usize = load<u32>(plan, PLAN_PACKED);
  if (!packed) return represent(side, item, rowBytes, out);
  clear(out, rowBytes);
  addPacked(plan, packed, item, <f32>load<f64>(side, SIDE_SCALE), rowBytes, out);
  store<f32>(out + load<u32>(side, SIDE_ONE), 1);
}

/** Writes the vector of one item less that of another to `out`. */
@inline
export function representDifference(plan: usize, more: u32, less: u32, rowBytes: u32, out: usize): void {
  const side = plan + PLAN_ITEMS;
  const packed: usize = load<u32>(plan, PLAN_PACKED);
  const scale = <f32>load<f64>(side, SIDE_SCALE);
  if (isIdentity(side)) {
    const values: usize = load<u32>(side, SIDE_VALUES);
    const a = tableRow(values, more, rowBytes);
    const b = tableRow(values, less, rowBytes);
    for (let offset: u32 = 0; offset < rowBytes; offset += 16) {
      put(out + offset, mul(splat(scale), sub(at(a + offset), at(b + offset))));
    }
  } else {
    clear(out, rowBytes);
    if (packed) {
      addPacked(plan, packed, more, scale, rowBytes, out);
      addPacked(plan, packed, less, -scale, rowBytes, out);
    } else {
      addFeatures(side, more, scale, rowBytes, out);
      addFeatures(side, less, -scale, rowBytes, out);
    }
  }
}
