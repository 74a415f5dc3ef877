import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { FeatureTable } from "./memory/FeatureTable.ts";

/**
 * The vectors of rows of a feature matrix, one after the other, `table.rowLength` numbers each: embedding,
 * both bias columns (a one where the other side's bias meets it) and padding, as `assembly/layout.ts` draws
 * them. The cost follows the rows asked for. Features that the table has not learnt yet count as zero.
 * @param rows all if left out
 * @throws ArgumentError if these rows of the matrix were changed and no longer hold.
 */
export function represent(
  table: FeatureTable,
  features: FeatureMatrix,
  rows?: ArrayLike<number>,
): Float32Array {
  const { values, rowLength, oneColumn } = table;
  const { indptr, indices, data, isIdentity } = features;
  const count = rows ? rows.length : features.rows;
  const vectors = new Float32Array(count * rowLength);
  // For all rows at once, this takes half the time.
  const isWholeChecked = !rows && !isIdentity;
  if (isWholeChecked) features.check();
  for (let i = 0; i < count; i++) {
    const row = rows ? rows[i] : i;
    const to = i * rowLength;
    if (!isWholeChecked) features.checkRow(row);
    if (isIdentity) {
      vectors.set(values.subarray(row * rowLength, (row + 1) * rowLength), to);
    } else {
      for (let entry = indptr[row]; entry < indptr[row + 1]; entry++) {
        if (indices[entry] >= table.features) continue;
        const from = indices[entry] * rowLength;
        const weight = data[entry];
        for (let c = 0; c < rowLength; c++) vectors[to + c] += Math.fround(weight * values[from + c]);
      }
    }
    vectors[to + oneColumn] = 1;
  }
  return vectors;
}
