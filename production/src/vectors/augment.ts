import type { Representation, Representations } from "../../../src/index.ts";
import type { NeighbourRows } from "../../../src/model/neighbours/NeighbourVectors.ts";
import { weightFor, weightOfVectors } from "../../../src/model/scorer/neighbourWeightFor.ts";

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

/** Item vectors that carry the neighbour score too: it is a dot product, so its numbers stand beside the embedding's. */
export function withNeighbours(items: Representations, rows: NeighbourRows | null): Representations {
  if (!rows) return items;
  const { embeddings, biases } = items;
  const noComponents = embeddings.length / biases.length;
  const width = noComponents + rows.width;
  const wider = new Float32Array(biases.length * width);
  biases.forEach((_, item) => {
    wider.set(embeddings.subarray(item * noComponents, (item + 1) * noComponents), item * width);
  });
  rows.items.forEach((item, row) => {
    wider.set(rows.vectors.subarray(row * rows.width, (row + 1) * rows.width), item * width + noComponents);
  });
  return { embeddings: wider, biases };
}

/** The vector of somebody who likes these items, to ask those of `withNeighbours` with. */
export function withLikes(
  user: Representation,
  rows: NeighbourRows | null,
  likes: readonly number[],
): Representation {
  if (!rows) return user;
  const sum = new Float32Array(rows.width);
  const weight = weightFor(weightOfVectors(rows.growth), likes.length);
  for (const item of likes) {
    const row = rows.items.indexOf(item);
    if (row >= 0) for (let k = 0; k < rows.width; k++) sum[k] += weight * rows.vectors[row * rows.width + k];
  }
  return { ...user, embedding: Float32Array.from([...user.embedding, ...sum]) };
}

/** What to ask with: the user's vector, a one for the item's bias, nothing for the last number. */
export function augmentUser({ embedding }: Pick<Representation, "embedding">): Float32Array {
  return Float32Array.from([...embedding, 1, 0]);
}

/** As pgvector reads it. */
export function vectorText(vector: Float32Array): string {
  return `[${vector.join(",")}]`;
}
