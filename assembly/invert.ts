import { add, at, mul, put, splat, sub } from "./vector";

/** Bytes of eight numbers: rows and columns are worked on by eights. */
@inline
const EIGHT: usize = 32;

/**
 * One step towards the inverse of a symmetric positive definite matrix, in place: sweeps `width` of its rows and columns
 * (Goodnight 1979, "A tutorial on the SWEEP operator"), several at a time. When all have been swept once, the lower
 * triangle is minus the inverse's; what is above it means nothing.
 * @param matrix n × n, row-major, its lower triangle
 * @param n a multiple of eight, as `from` and `width`
 * @param panel room for n × width numbers, as `scaled`
 * @param corner room for width × width numbers
 * @returns whether the matrix is positive definite as far as these rows tell; if not, it is spoilt
 */
export function sweep(
  matrix: usize,
  n: u32,
  from: u32,
  width: u32,
  panel: usize,
  scaled: usize,
  corner: usize,
): bool {
  const columnBytes = (<usize>width) * EIGHT;
  const groups = n >> 3;
  const first = from >> 3;
  const end = (from + width) >> 3;
  readPanel(matrix, n, from, width, panel);
  copyCorner(panel + (<usize>first) * columnBytes, width, corner);
  if (!sweepCorner(corner, width)) return false;
  for (let group: u32 = 0; group < groups; group++) {
    scale(panel + (<usize>group) * columnBytes, corner, width, scaled + (<usize>group) * columnBytes);
  }
  for (let row: u32 = 0; row < groups; row++) {
    if (row >= first && row < end) continue;
    const own = panel + (<usize>row) * columnBytes;
    let tile = matrix + (((<usize>row) * n) << 5);
    for (let column: u32 = 0; column <= row; column++, tile += EIGHT) {
      if (column >= first && column < end) continue;
      const other = scaled + (<usize>column) * columnBytes;
      subtractProducts(tile, (<usize>n) << 2, own, other, width);
      subtractProducts(tile + ((<usize>n) << 4), (<usize>n) << 2, own + 16, other, width);
    }
  }
  writePanel(matrix, n, from, width, scaled, corner);
  return true;
}

/** Adds one to each pair of these rows and columns, and to the diagonal, of a lower triangle. */
export function countPairs(matrix: usize, n: u32, rows: usize, count: u32): void {
  for (let a: u32 = 0; a < count; a++) {
    const own = matrix + (((<usize>load<u32>(rows + ((<usize>a) << 2))) * n) << 2);
    for (let b: u32 = 0; b <= a; b++) {
      const cell = own + ((<usize>load<u32>(rows + ((<usize>b) << 2))) << 2);
      store<f32>(cell, load<f32>(cell) + 1);
    }
  }
}

/** The number of a symmetric matrix that is there as its lower triangle. */
@inline
function cell(matrix: usize, n: u32, row: u32, column: u32): usize {
  return matrix + (((row > column ? (<usize>row) * n + column : (<usize>column) * n + row)) << 2);
}

/** The columns to be swept, of all rows: eight rows after eight, column by column. */
function readPanel(matrix: usize, n: u32, from: u32, width: u32, panel: usize): void {
  let to = panel;
  for (let row: u32 = 0; row < n; row += 8) {
    if (row < from) {
      let source = cell(matrix, n, row, from);
      for (let k: u32 = 0; k < width; k++, source += (<usize>n) << 2, to += EIGHT) {
        put(to, at(source));
        put(to + 16, at(source + 16));
      }
    } else {
      for (let k: u32 = 0; k < width; k++) {
        for (let r: u32 = 0; r < 8; r++, to += 4) store<f32>(to, load<f32>(cell(matrix, n, row + r, from + k)));
      }
    }
  }
}

/** The swept columns back to their places, without the rows of the corner, which has its own. */
function writePanel(matrix: usize, n: u32, from: u32, width: u32, panel: usize, corner: usize): void {
  let source = panel;
  for (let row: u32 = 0; row < n; row += 8) {
    for (let k: u32 = 0; k < width; k++) {
      for (let r: u32 = 0; r < 8; r++, source += 4) {
        const isCorner = row >= from && row < from + width;
        const number = isCorner ? corner + ((((<usize>(row + r - from)) * width + k)) << 2) : source;
        store<f32>(cell(matrix, n, row + r, from + k), load<f32>(number));
      }
    }
  }
}

/** The panel's own rows, row-major. */
function copyCorner(panel: usize, width: u32, corner: usize): void {
  for (let row: u32 = 0; row < width; row++) {
    const group = panel + (((<usize>(row >> 3)) * width) << 5) + ((<usize>(row & 7)) << 2);
    for (let k: u32 = 0; k < width; k++, corner += 4) store<f32>(corner, load<f32>(group + ((<usize>k) << 5)));
  }
}

/** Minus the inverse of a small whole matrix, in place, one row after the other. */
function sweepCorner(corner: usize, width: u32): bool {
  const rowBytes = (<usize>width) << 2;
  for (let pivot: u32 = 0; pivot < width; pivot++) {
    const own = corner + (<usize>pivot) * rowBytes;
    const place = (<usize>pivot) << 2;
    const value = load<f32>(own + place);
    if (!(value > 0)) return false;
    const reciprocal: f32 = 1 / value;
    for (let row: u32 = 0; row < width; row++) {
      if (row === pivot) continue;
      const other = corner + (<usize>row) * rowBytes;
      const factor = splat(load<f32>(other + place) * reciprocal);
      for (let i: usize = 0; i < rowBytes; i += 16) put(other + i, sub(at(other + i), mul(factor, at(own + i))));
      store<f32>(other + place, f32x4.extract_lane(factor, 0));
    }
    const factor = splat(reciprocal);
    for (let i: usize = 0; i < rowBytes; i += 16) put(own + i, mul(factor, at(own + i)));
    store<f32>(own + place, -reciprocal);
  }
  return true;
}

/** Eight rows of the panel times the corner's inverse, of which `corner` is minus. */
function scale(panel: usize, corner: usize, width: u32, to: usize): void {
  for (let column: u32 = 0; column < width; column++, to += EIGHT) {
    let low = splat(0);
    let high = splat(0);
    let own = panel;
    let number = corner + (((<usize>column) * width) << 2);
    for (let k: u32 = 0; k < width; k++, own += EIGHT, number += 4) {
      const factor = v128.load32_splat(number);
      low = sub(low, mul(factor, at(own)));
      high = sub(high, mul(factor, at(own + 16)));
    }
    put(to, low);
    put(to + 16, high);
  }
}

/** Four rows by eight columns of the matrix: less the products of their rows of the two panels. */
@inline
function subtractProducts(tile: usize, rowBytes: usize, own: usize, other: usize, width: u32): void {
  let a0 = splat(0);
  let a1 = splat(0);
  let b0 = splat(0);
  let b1 = splat(0);
  let c0 = splat(0);
  let c1 = splat(0);
  let d0 = splat(0);
  let d1 = splat(0);
  for (let k: u32 = 0; k < width; k++, own += EIGHT, other += EIGHT) {
    const low = at(other);
    const high = at(other + 16);
    const a = v128.load32_splat(own);
    a0 = add(a0, mul(a, low));
    a1 = add(a1, mul(a, high));
    const b = v128.load32_splat(own, 4);
    b0 = add(b0, mul(b, low));
    b1 = add(b1, mul(b, high));
    const c = v128.load32_splat(own, 8);
    c0 = add(c0, mul(c, low));
    c1 = add(c1, mul(c, high));
    const d = v128.load32_splat(own, 12);
    d0 = add(d0, mul(d, low));
    d1 = add(d1, mul(d, high));
  }
  subtract(tile, a0, a1);
  subtract(tile + rowBytes, b0, b1);
  subtract(tile + 2 * rowBytes, c0, c1);
  subtract(tile + 3 * rowBytes, d0, d1);
}

@inline
function subtract(row: usize, low: v128, high: v128): void {
  put(row, sub(at(row), low));
  put(row + 16, sub(at(row + 16), high));
}
