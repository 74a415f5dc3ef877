import { rowEnd, rowStart } from "./csr";
import { add, at, mul, put, splat, sub, total } from "./vector";

/** Bytes from one row of a packed triangle to the next: as many numbers as the row has, in fours. */
@inline
function rowBytes(row: u32): usize {
  return (<usize>((row + 4) & ~3)) << 2;
}

/**
 * Solves L·Lᵀ·x = b in place. The rows of L lie one after the other, each up to its diagonal and with room up to
 * the next multiple of four; b has that room too.
 */
export function solveTriangles(lower: usize, n: u32, b: usize): void {
  let own = lower;
  for (let row: u32 = 0; row < n; row++) {
    const fours = b + ((<usize>(row & ~3)) << 2);
    const end = b + ((<usize>row) << 2);
    let sums = splat(0);
    let x = b;
    let l = own;
    for (; x < fours; x += 16, l += 16) sums = add(sums, mul(at(l), at(x)));
    let rest = load<f32>(end) - total(sums);
    for (; x < end; x += 4, l += 4) rest -= load<f32>(l) * load<f32>(x);
    store<f32>(end, rest / load<f32>(l));
    own += rowBytes(row);
  }
  for (let row = n; row-- > 0; ) {
    own -= rowBytes(row);
    const fours = b + ((<usize>(row & ~3)) << 2);
    const end = b + ((<usize>row) << 2);
    const solved = load<f32>(end) / load<f32>(own + ((<usize>row) << 2));
    const four = splat(solved);
    let x = b;
    let l = own;
    for (; x < fours; x += 16, l += 16) put(x, sub(at(x), mul(four, at(l))));
    for (; x < end; x += 4, l += 4) store<f32>(x, load<f32>(x) - solved * load<f32>(l));
    store<f32>(end, solved);
  }
}

/** The sum of each row's numbers: as many sums as there are rows, each of one number a column. */
export function gatherRows(numbers: usize, rows: u32, indptr: usize, indices: usize, sums: usize): void {
  for (let row: u32 = 0; row < rows; row++) {
    const end = indices + ((<usize>rowEnd(indptr, row)) << 2);
    let i = indices + ((<usize>rowStart(indptr, row)) << 2);
    // Two sums at a time, since an addition waits for the one before.
    let even: f32 = 0;
    let odd: f32 = 0;
    for (; i + 4 < end; i += 8) {
      even += numberAt(numbers, load<u32>(i));
      odd += numberAt(numbers, load<u32>(i, 4));
    }
    if (i < end) even += numberAt(numbers, load<u32>(i));
    store<f32>(sums + ((<usize>row) << 2), even + odd);
  }
}

@inline
function numberAt(numbers: usize, index: u32): f32 {
  return load<f32>(numbers + ((<usize>index) << 2));
}
