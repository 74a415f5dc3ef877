import { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";

/** The matrix with other columns in place of those that are `copied`: from `first` on, in their order. */
export function withCopies(matrix: FeatureMatrix, copied: Uint32Array, first: number): FeatureMatrix {
  const columns = Int32Array.from({ length: matrix.features }, (_, feature) => feature);
  copied.forEach((feature, i) => {
    columns[feature] = first + i;
  });
  const { rows, indptr, indices, data } = matrix;
  const renamed = indices.map((feature) => columns[feature]);
  return new FeatureMatrix(rows, first + copied.length, indptr, renamed, data);
}
