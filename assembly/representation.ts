import { isIdentity, rowEnd, rowStart } from "./csr";
import {
  SIDE_INDICES,
  SIDE_INDPTR,
  SIDE_ONE,
  SIDE_SCALE,
  SIDE_VALUES,
  SIDE_WEIGHTS,
} from "./layout";
import { add, at, mul, put, splat } from "./vector";

/** Where the table row of a feature begins. */
@inline
export function tableRow(table: usize, feature: u32, rowBytes: u32): usize {
  return table + (<usize>feature) * rowBytes;
}

/** Writes the vector of `row` to `out`: its features' rows, weighted and summed, times the side's scale. */
@inline
export function represent(side: usize, row: u32, rowBytes: u32, out: usize): void {
  const values: usize = load<u32>(side, SIDE_VALUES);
  const scale = splat(<f32>load<f64>(side, SIDE_SCALE));
  if (isIdentity(side)) {
    const source = tableRow(values, row, rowBytes);
    for (let offset: u32 = 0; offset < rowBytes; offset += 16) {
      put(out + offset, mul(scale, at(source + offset)));
    }
  } else {
    const indptr: usize = load<u32>(side, SIDE_INDPTR);
    const indices: usize = load<u32>(side, SIDE_INDICES);
    const weights: usize = load<u32>(side, SIDE_WEIGHTS);
    const end = rowEnd(indptr, row);
    for (let offset: u32 = 0; offset < rowBytes; offset += 16) put(out + offset, splat(0));
    for (let i = rowStart(indptr, row); i < end; i++) {
      const entry = (<usize>i) << 2;
      const weight = mul(scale, splat(load<f32>(weights + entry)));
      const source = tableRow(values, load<u32>(indices + entry), rowBytes);
      for (let offset: u32 = 0; offset < rowBytes; offset += 16) {
        put(out + offset, add(at(out + offset), mul(weight, at(source + offset))));
      }
    }
  }
  store<f32>(out + load<u32>(side, SIDE_ONE), 1);
}

/** Writes the vectors of all rows from `from` to `to`, one after the other. */
export function representRows(side: usize, from: u32, to: u32, rowBytes: u32, out: usize): void {
  for (let row = from; row < to; row++) {
    represent(side, row, rowBytes, out);
    out += rowBytes;
  }
}
