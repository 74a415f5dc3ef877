import { SIDE_INDPTR } from "./layout";

// A row of a compressed sparse matrix is the run of entries from `rowStart` to `rowEnd`. A side whose
// feature matrix is the identity stores none of it: row r is feature r with weight one.

@inline
export function rowStart(indptr: usize, row: u32): u32 {
  return load<u32>(indptr + ((<usize>row) << 2));
}

@inline
export function rowEnd(indptr: usize, row: u32): u32 {
  return load<u32>(indptr + ((<usize>row) << 2), 4);
}

@inline
export function isIdentity(side: usize): bool {
  return load<u32>(side, SIDE_INDPTR) == 0;
}

/** Where an entry of a feature matrix lies. */
@inline
export function entryAt(entries: usize, index: u32): usize {
  return entries + ((<usize>index) << 3);
}

@inline
export function featureOf(entry: usize): u32 {
  return load<u32>(entry);
}

@inline
export function featureWeightOf(entry: usize): f32 {
  return load<f32>(entry, 4);
}

/** Whether `value` is among the ascending entries from `start` to `end`. */
@inline
export function holds(indices: usize, start: u32, end: u32, value: u32): bool {
  while (start < end) {
    const middle = (start + end) >> 1;
    const found = load<u32>(indices + ((<usize>middle) << 2));
    if (found == value) return true;
    if (found < value) start = middle + 1;
    else end = middle;
  }
  return false;
}
