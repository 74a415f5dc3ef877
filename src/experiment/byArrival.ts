import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";

/** Distinct rows in order of first appearance, those that never appear at the end, and the place of each. */
export interface Arrival {
  order: Int32Array;
  places: Int32Array;
}

/** @param sequence rows from 0 to `rows` - 1, in order of time */
export function arrivalOf(sequence: Iterable<number>, rows: number): Arrival {
  const places = new Int32Array(rows).fill(-1);
  const order = new Int32Array(rows);
  let length = 0;
  const take = (row: number) => {
    if (places[row] >= 0) return;
    places[row] = length;
    order[length++] = row;
  };
  for (const row of sequence) take(row);
  for (let row = 0; row < rows; row++) take(row);
  return { order, places };
}

/**
 * The same features with rows in order of arrival and columns in order of their first row: so what is
 * known of the first rows is the beginning of what is known of all, and a model that has learnt
 * it can grow.
 * @param weights of the columns
 */
export function featuresByArrival(
  { rows, features, indptr, indices, data }: FeatureMatrix,
  { order }: Arrival,
  weights: (column: number) => number,
): FeatureMatrix {
  const columns = arrivalOf(entriesOf(indptr, indices, order), features);
  const entries = {
    rows: new Int32Array(indices.length),
    columns: new Int32Array(indices.length),
    weights: new Float32Array(indices.length),
  };
  let end = 0;
  for (let place = 0; place < rows; place++) {
    const row = order[place];
    for (let i = indptr[row]; i < indptr[row + 1]; i++) {
      entries.rows[end] = place;
      entries.columns[end] = columns.places[indices[i]];
      entries.weights[end++] = data[i] * weights(indices[i]);
    }
  }
  return FeatureMatrix.fromEntries(rows, features, entries);
}

/** What is known of the first `count` rows: those columns only that they have. */
export function firstRows({ indptr, indices, data }: FeatureMatrix, count: number): FeatureMatrix {
  const end = indptr[count];
  const columns = indices.slice(0, end);
  const features = columns.reduce((most, column) => Math.max(most, column + 1), 0);
  return new FeatureMatrix(count, features, indptr.slice(0, count + 1), columns, data.slice(0, end));
}

function* entriesOf(indptr: Int32Array, indices: Int32Array, order: Int32Array): Iterable<number> {
  for (const row of order) yield* indices.subarray(indptr[row], indptr[row + 1]);
}
