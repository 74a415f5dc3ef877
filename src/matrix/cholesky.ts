import { ArgumentError } from "../errors.ts";

/**
 * The lower triangle L of a symmetric positive definite matrix, A = L·Lᵀ, in place; what lies above the
 * diagonal is neither read nor written. Takes n³/3 operations.
 * @param matrix row-major, n × n
 * @throws ArgumentError if the matrix is not positive definite.
 */
export function cholesky(matrix: Float64Array, n: number): void {
  for (let row = 0; row < n; row++) {
    const own = row * n;
    for (let column = 0; column < row; column++) {
      const other = column * n;
      matrix[own + column] =
        (matrix[own + column] - product(matrix, own, other, column)) / matrix[other + column];
    }
    const pivot = matrix[own + row] - product(matrix, own, own, row);
    if (!(pivot > 0))
      throw new ArgumentError(`The matrix is not positive definite: pivot ${row} is ${pivot}.`);
    matrix[own + row] = Math.sqrt(pivot);
  }
}

/** Solves A·x = b in place for the L of `cholesky`. */
export function solveCholesky(lower: Float64Array, n: number, b: Float64Array): void {
  for (let row = 0; row < n; row++) {
    let sum = b[row];
    const own = row * n;
    for (let column = 0; column < row; column++) sum -= lower[own + column] * b[column];
    b[row] = sum / lower[own + row];
  }
  for (let row = n - 1; row >= 0; row--) {
    const own = row * n;
    const solved = b[row] / lower[own + row];
    b[row] = solved;
    for (let column = 0; column < row; column++) b[column] -= lower[own + column] * solved;
  }
}

/**
 * The inverse of a symmetric positive definite matrix, in place and whole. Takes n³ operations.
 * @param matrix row-major, n × n; its lower triangle is read
 * @throws ArgumentError if the matrix is not positive definite.
 */
export function invert(matrix: Float64Array, n: number): void {
  cholesky(matrix, n);
  // L⁻ᵀ goes above the diagonal, so that both passes run along rows: row r holds the column r of L⁻¹.
  const diagonal = new Float64Array(n);
  for (let column = 0; column < n; column++) {
    const above = column * n;
    diagonal[column] = 1 / matrix[above + column];
    for (let row = column + 1; row < n; row++) {
      const lower = row * n;
      const sum =
        matrix[lower + column] * diagonal[column] +
        product(matrix, lower + column + 1, above + column + 1, row - column - 1);
      matrix[above + row] = -sum / matrix[lower + row];
    }
  }
  for (let row = 0; row < n; row++) matrix[row * n + row] = diagonal[row];
  // A⁻¹ = L⁻ᵀ·L⁻¹: entry (r, c) with r ≥ c is the product of rows r and c from place r on.
  for (let column = 0; column < n; column++) {
    const own = column * n;
    for (let row = column; row < n; row++) {
      const other = row * n;
      matrix[other + column] = product(matrix, own + row, other + row, n - row);
    }
  }
  for (let row = 0; row < n; row++) {
    for (let column = row + 1; column < n; column++) matrix[row * n + column] = matrix[column * n + row];
  }
}

/** Of the first `length` numbers of two rows that begin at `a` and `b`. */
function product(matrix: Float64Array, a: number, b: number, length: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    first += matrix[a + k] * matrix[b + k];
    second += matrix[a + k + 1] * matrix[b + k + 1];
    third += matrix[a + k + 2] * matrix[b + k + 2];
    fourth += matrix[a + k + 3] * matrix[b + k + 3];
  }
  for (; k < length; k++) first += matrix[a + k] * matrix[b + k];
  return first + second + third + fourth;
}
