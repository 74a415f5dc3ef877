import { ArgumentError } from "../errors.ts";

/**
 * The lower triangle L of a symmetric positive definite matrix, A = L·Lᵀ, in place; what lies above the
 * diagonal is neither read nor written. Takes n³/3 operations.
 * @param matrix row-major, n × n
 * @throws ArgumentError if the matrix is not positive definite.
 */
export function cholesky(matrix: Float64Array, n: number): void {
  for (let row = 0; row < n; row += 2) {
    const isPair = row + 1 < n;
    const own = row * n;
    const below = isPair ? own + n : own;
    let column = 0;
    // Two rows by two columns at a time: each number that is read serves two products.
    for (; column < row; column += 2) {
      const left = column * n;
      const right = left + n;
      let ownLeft = matrix[own + column];
      let ownRight = matrix[own + column + 1];
      let belowLeft = matrix[below + column];
      let belowRight = matrix[below + column + 1];
      for (let k = 0; k < column; k++) {
        const a = matrix[own + k];
        const b = matrix[below + k];
        const c = matrix[left + k];
        const d = matrix[right + k];
        ownLeft -= a * c;
        ownRight -= a * d;
        belowLeft -= b * c;
        belowRight -= b * d;
      }
      const corner = matrix[right + column];
      ownLeft /= matrix[left + column];
      belowLeft /= matrix[left + column];
      matrix[own + column] = ownLeft;
      matrix[below + column] = belowLeft;
      matrix[own + column + 1] = (ownRight - ownLeft * corner) / matrix[right + column + 1];
      matrix[below + column + 1] = (belowRight - belowLeft * corner) / matrix[right + column + 1];
    }
    finishRow(matrix, n, row);
    if (!isPair) break;
    matrix[below + row] = (matrix[below + row] - product(matrix, below, own, row)) / matrix[own + row];
    finishRow(matrix, n, row + 1);
  }
}

function finishRow(matrix: Float64Array, n: number, row: number): void {
  const own = row * n;
  const pivot = matrix[own + row] - product(matrix, own, own, row);
  if (!(pivot > 0)) {
    throw new ArgumentError(`The matrix is not positive definite: pivot ${row} is ${pivot}.`);
  }
  matrix[own + row] = Math.sqrt(pivot);
}

/** Solves A·x = b in place for the L of `cholesky`, two rows at a time. */
export function solveCholesky(lower: Float64Array, n: number, b: Float64Array): void {
  const isOdd = n % 2 === 1;
  const pairs = isOdd ? n - 1 : n;
  for (let row = 0; row < pairs; row += 2) {
    const own = row * n;
    const below = own + n;
    let first = b[row];
    let second = b[row + 1];
    for (let column = 0; column < row; column++) {
      const solved = b[column];
      first -= lower[own + column] * solved;
      second -= lower[below + column] * solved;
    }
    first /= lower[own + row];
    b[row] = first;
    b[row + 1] = (second - lower[below + row] * first) / lower[below + row + 1];
  }
  if (isOdd) {
    const own = pairs * n;
    b[pairs] = (b[pairs] - dot(lower, own, b, pairs)) / lower[own + pairs] ** 2;
    for (let column = 0; column < pairs; column++) b[column] -= lower[own + column] * b[pairs];
  }
  for (let row = pairs - 2; row >= 0; row -= 2) {
    const own = row * n;
    const below = own + n;
    const second = b[row + 1] / lower[below + row + 1];
    const first = (b[row] - lower[below + row] * second) / lower[own + row];
    b[row] = first;
    b[row + 1] = second;
    for (let column = 0; column < row; column++) {
      b[column] -= lower[own + column] * first + lower[below + column] * second;
    }
  }
}

function dot(lower: Float64Array, row: number, b: Float64Array, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += lower[row + k] * b[k];
  return sum;
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

/** The dot product of the first `length` numbers of two rows that begin at `a` and `b`. */
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
