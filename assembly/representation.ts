import { entryAt, featureOf, featureWeightOf, isIdentity, rowEnd, rowStart } from "./csr";
import { SIDE_ENTRIES, SIDE_INDPTR, SIDE_ONE, SIDE_SCALE, SIDE_VALUES } from "./layout";
import { addRow, at, clear, mul, put, splat, sub } from "./vector";

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

/** Writes the vector of one row less that of another to `out`. */
@inline
export function representDifference(side: usize, more: u32, less: u32, rowBytes: u32, out: usize): void {
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
    addFeatures(side, more, scale, rowBytes, out);
    addFeatures(side, less, -scale, rowBytes, out);
  }
}
