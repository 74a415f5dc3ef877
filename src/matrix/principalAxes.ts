import { SeededRandom } from "./random.ts";

/** Rounds of power iteration; the map needs two directions of much spread, not the exact two. */
const ROUNDS = 24;

/**
 * The rows seen along the two directions in which they spread most (principal component analysis by power iteration
 * on the covariance matrix): x and y in turn, not scaled.
 *
 * @param vectors of equal length
 */
export function principalAxes(vectors: readonly Float32Array[]): Float32Array {
  const components = vectors[0]?.length ?? 0;
  const positions = new Float32Array(2 * vectors.length);
  if (components === 0) return positions;
  const mean = new Float64Array(components);
  for (const vector of vectors) for (let c = 0; c < components; c++) mean[c] += vector[c] / vectors.length;
  const covariance = covarianceOf(vectors, mean);
  const random = new SeededRandom(1);
  const axes: Float64Array[] = [];
  for (let axis = 0; axis < 2; axis++) {
    let direction = Float64Array.from({ length: components }, () => random.float() - 0.5);
    for (let round = 0; round < ROUNDS; round++) {
      direction = times(covariance, direction);
      for (const other of axes) remove(direction, other);
      normalise(direction);
    }
    axes.push(direction);
    vectors.forEach((vector, row) => {
      let seen = 0;
      for (let c = 0; c < components; c++) seen += (vector[c] - mean[c]) * direction[c];
      positions[2 * row + axis] = seen;
    });
  }
  return positions;
}

function covarianceOf(vectors: readonly Float32Array[], mean: Float64Array): Float64Array {
  const n = mean.length;
  const covariance = new Float64Array(n * n);
  for (const vector of vectors) {
    for (let a = 0; a < n; a++) {
      for (let b = a; b < n; b++) covariance[a * n + b] += (vector[a] - mean[a]) * (vector[b] - mean[b]);
    }
  }
  for (let a = 0; a < n; a++) for (let b = 0; b < a; b++) covariance[a * n + b] = covariance[b * n + a];
  return covariance;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array<ArrayBuffer> {
  const n = vector.length;
  const product = new Float64Array(n);
  for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) product[a] += matrix[a * n + b] * vector[b];
  return product;
}

function remove(vector: Float64Array, direction: Float64Array): void {
  let share = 0;
  for (let c = 0; c < vector.length; c++) share += vector[c] * direction[c];
  for (let c = 0; c < vector.length; c++) vector[c] -= share * direction[c];
}

function normalise(vector: Float64Array): void {
  const length = Math.hypot(...vector) || 1;
  for (let c = 0; c < vector.length; c++) vector[c] /= length;
}
