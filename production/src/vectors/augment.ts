import type { Representation, Representations } from "../../../src/index.ts";

/**
 * Item vectors whose nearest by Euclidean distance are those of the highest score, so that an index for
 * distances finds them (Bachrach et al. 2014, "Speeding up the Xbox recommender system using a Euclidean
 * transformation for inner-product spaces"): `[embedding, bias, sqrt(M² − |x|²)]`, where x is embedding and
 * bias, and M the largest |x|. All then have the same length.
 * @returns one row of noComponents + 2 numbers to an item
 */
export function augmentItems({ embeddings, biases }: Representations): Float32Array[] {
  const noComponents = embeddings.length / biases.length;
  const squares = Float64Array.from(biases, (bias, row) => {
    const own = embeddings.subarray(row * noComponents, (row + 1) * noComponents);
    return own.reduce((sum, value) => sum + value * value, bias * bias);
  });
  const largest = squares.reduce((most, square) => Math.max(most, square), 0);
  return Array.from(biases, (bias, row) => {
    const vector = new Float32Array(noComponents + 2);
    vector.set(embeddings.subarray(row * noComponents, (row + 1) * noComponents));
    vector[noComponents] = bias;
    vector[noComponents + 1] = Math.sqrt(largest - squares[row]);
    return vector;
  });
}

/** What to ask with: the user's vector, a one for the item's bias, nothing for the last number. */
export function augmentUser({ embedding }: Pick<Representation, "embedding">): Float32Array {
  return Float32Array.from([...embedding, 1, 0]);
}

/** As pgvector reads it. */
export function vectorText(vector: Float32Array): string {
  return `[${vector.join(",")}]`;
}
