/**
 * Solves L·x = b in place.
 * @param lower row-major, n × n; its lower triangle is read
 */
export function solveLower(lower: Float64Array, n: number, b: Float64Array): void {
  let first = 0;
  while (first < n && b[first] === 0) first++;
  for (let row = first; row < n; row++) {
    const own = row * n;
    let rest = b[row];
    for (let column = first; column < row; column++) rest -= lower[own + column] * b[column];
    b[row] = rest / lower[own + row];
  }
}

/**
 * a·L, of which zeros in `a` cost nothing.
 * @param lower row-major, n × n; its lower triangle is read
 */
export function timesLower(a: Float64Array, lower: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    if (a[row] === 0) continue;
    for (let column = 0; column <= row; column++) product[column] += a[row] * lower[row * n + column];
  }
  return product;
}
