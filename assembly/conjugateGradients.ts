import { gatherRows } from "./neighbours";
import { add, addRow, at, dot, mul, put, splat } from "./vector";

/**
 * Solves (R·W·Rᵀ + P)·x = b in place, W and P diagonal, by conjugate gradients (Hestenes and Stiefel 1952), until the residual is
 * `tolerance` times as long as b or after `most` steps. The matrix is never made: R is there as its rows, and turned.
 * @param rows as many as x has numbers
 * @param turnedWeights W: a number to each of the turned rows, with room for a multiple of four, as `turnedSums`
 * @param penalties P: room for a multiple of four numbers
 * @param reciprocals of the matrix's diagonal: rows of many entries would be solved last without it (Jacobi)
 * @param b room for a multiple of four numbers, as `reciprocals`; those beyond are 0
 * @param scratch three times that room
 */
export function solveBySteps(
  rows: u32,
  indptr: usize,
  indices: usize,
  turnedRows: u32,
  turnedIndptr: usize,
  turnedIndices: usize,
  turnedWeights: usize,
  penalties: usize,
  reciprocals: usize,
  b: usize,
  scratch: usize,
  turnedSums: usize,
  tolerance: f32,
  most: u32,
): void {
  const bytes: u32 = ((rows + 3) & ~3) << 2;
  const residual = scratch;
  const direction = residual + bytes;
  const image = direction + bytes;
  const turnedBytes: u32 = ((turnedRows + 3) & ~3) << 2;
  const zero = splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const start = at(b + i);
    put(residual + i, start);
    put(direction + i, mul(at(reciprocals + i), start));
    put(image + i, zero);
    put(b + i, zero);
  }
  const enough = dot(residual, residual, bytes) * tolerance * tolerance;
  let decrease = dot(residual, direction, bytes);
  for (let step: u32 = 0; step < most && dot(residual, residual, bytes) > enough; step++) {
    gatherRows(direction, turnedRows, turnedIndptr, turnedIndices, turnedSums);
    for (let i: usize = 0; i < turnedBytes; i += 16) put(turnedSums + i, mul(at(turnedWeights + i), at(turnedSums + i)));
    gatherRows(turnedSums, rows, indptr, indices, image);
    for (let i: usize = 0; i < bytes; i += 16) {
      put(image + i, add(at(image + i), mul(at(penalties + i), at(direction + i))));
    }
    const length = decrease / dot(direction, image, bytes);
    addRow(b, length, direction, bytes);
    addRow(residual, -length, image, bytes);
    // What the next direction begins with; the image is needed no more.
    for (let i: usize = 0; i < bytes; i += 16) put(image + i, mul(at(reciprocals + i), at(residual + i)));
    const next = dot(residual, image, bytes);
    const turn = splat(next / decrease);
    decrease = next;
    for (let i: usize = 0; i < bytes; i += 16) {
      put(direction + i, add(at(image + i), mul(turn, at(direction + i))));
    }
  }
}
