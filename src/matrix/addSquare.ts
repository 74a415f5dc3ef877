/** Adds a·aᵀ to the lower triangle of a matrix, row-major, with as many rows as `a` has numbers. */
export function addSquare(matrix: Float64Array, a: Float64Array): void {
  const { length } = a;
  for (let row = 0, start = 0; row < length; row++, start += length) {
    const value = a[row];
    if (value === 0) continue;
    for (let column = 0; column <= row; column++) matrix[start + column] += value * a[column];
  }
}
