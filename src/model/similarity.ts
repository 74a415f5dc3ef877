/** The cosine of two vectors (-1 to 1); 0 if one of them is zero. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    squareA += a[i] ** 2;
    squareB += b[i] ** 2;
  }
  return product / Math.sqrt(squareA * squareB || 1);
}

/** The sum of the embeddings of some rows, each scaled to length one. */
export function directionOf(
  vectors: Float32Array,
  rowLength: number,
  noComponents: number,
  rows: Int32Array,
): Float32Array {
  const direction = new Float32Array(noComponents);
  for (const row of rows) {
    const own = vectors.subarray(row * rowLength, row * rowLength + noComponents);
    const length = Math.hypot(...own) || 1;
    for (let c = 0; c < noComponents; c++) direction[c] += own[c] / length;
  }
  return direction;
}

/** How nearly each row's embedding points in this direction (-1 to 1). */
export function cosinesTo(direction: Float32Array, vectors: Float32Array, rowLength: number): Float32Array {
  return Float32Array.from({ length: vectors.length / rowLength }, (_, row) =>
    cosine(direction, vectors.subarray(row * rowLength, row * rowLength + direction.length)),
  );
}
