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

/**
 * The `n` rows whose embeddings point most nearly in this direction, by cosine.
 * @param leftOut rows that are not wanted
 */
export function mostSimilar(
  vectors: Float32Array,
  rowLength: number,
  direction: Float32Array,
  n: number,
  leftOut: Int32Array,
): { rows: Int32Array; cosines: Float32Array } {
  const count = vectors.length / rowLength;
  const cosines = Float32Array.from({ length: count }, (_, row) =>
    cosine(direction, vectors.subarray(row * rowLength, row * rowLength + direction.length)),
  );
  const isOut = new Uint8Array(count);
  for (const row of leftOut) isOut[row] = 1;
  const rows = Int32Array.from(cosines.keys())
    .filter((row) => !isOut[row])
    .sort((a, b) => cosines[b] - cosines[a] || a - b)
    .slice(0, n);
  return { rows, cosines: Float32Array.from(rows, (row) => cosines[row]) };
}
