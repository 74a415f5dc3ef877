import { ArgumentError } from "../errors.ts";
import { checkCount } from "./checkCount.ts";
import { allPositions, countingSort } from "./countingSort.ts";

/** A sparse matrix by rows (CSR): which features each user or item has, and their weights. */
export class FeatureMatrix {
  readonly isIdentity: boolean;

  /**
   * @param indptr rows + 1 ascending offsets into the other two.
   * @throws ArgumentError where shapes, offsets, columns or weights do not fit together.
   */
  constructor(
    readonly rows: number,
    /** Number of columns. */
    readonly features: number,
    readonly indptr: Int32Array,
    readonly indices: Int32Array,
    readonly data: Float32Array,
  ) {
    checkCount("rows", rows);
    checkCount("features", features);
    if (indptr.length !== rows + 1 || indptr[0] !== 0 || indptr[rows] !== indices.length) {
      throw new ArgumentError(`indptr must hold ${rows + 1} offsets from 0 to ${indices.length}.`);
    }
    if (data.length !== indices.length)
      throw new ArgumentError("data and indices must be of the same length.");
    for (let row = 0; row < rows; row++) {
      if (indptr[row] > indptr[row + 1])
        throw new ArgumentError(`indptr must not descend, as it does at row ${row}.`);
    }
    let identity = rows === features && indices.length === rows;
    for (let i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || indices[i] >= features) {
        throw new ArgumentError(`indices must be from 0 to ${features - 1}, not ${indices[i]}.`);
      }
      if (!Number.isFinite(data[i])) throw new ArgumentError(`data must be finite, not ${data[i]}.`);
      identity &&= indices[i] === i && data[i] === 1 && indptr[i] === i;
    }
    this.isIdentity = identity;
  }

  /** Every row has a feature of its own, of weight one: matrix factorisation without metadata. */
  static identity(rows: number): FeatureMatrix {
    const offsets = Int32Array.from({ length: rows + 1 }, (_, i) => i);
    return new FeatureMatrix(rows, rows, offsets, offsets.slice(0, rows), new Float32Array(rows).fill(1));
  }

  /** @param rows for each row its [feature, weight] pairs. */
  static fromRows(
    rows: readonly (readonly (readonly [number, number])[])[],
    features: number,
  ): FeatureMatrix {
    const indptr = new Int32Array(rows.length + 1);
    rows.forEach((row, i) => {
      indptr[i + 1] = indptr[i] + row.length;
    });
    const entries = rows.flat();
    const indices = Int32Array.from(entries, ([feature]) => feature);
    const data = Float32Array.from(entries, ([, weight]) => weight);
    return new FeatureMatrix(rows.length, features, indptr, indices, data);
  }

  /** Entries in any order; those of the same row and column are added up. Columns ascend within a row. */
  static fromEntries(
    rows: number,
    features: number,
    entries: { rows: Int32Array; columns: Int32Array; weights: Float32Array },
  ): FeatureMatrix {
    const { rows: rowIds, columns, weights } = entries;
    const byColumn = countingSort(columns, features, allPositions(columns.length));
    const indptr = new Int32Array(rows + 1);
    const indices = new Int32Array(columns.length);
    const data = new Float32Array(columns.length);
    let end = 0;
    let row = 0;
    for (const i of countingSort(rowIds, rows, byColumn)) {
      while (row < rowIds[i]) indptr[++row] = end;
      if (end > indptr[row] && indices[end - 1] === columns[i]) {
        data[end - 1] += weights[i];
      } else {
        indices[end] = columns[i];
        data[end++] = weights[i];
      }
    }
    indptr.fill(end, row + 1);
    return new FeatureMatrix(rows, features, indptr, indices.slice(0, end), data.slice(0, end));
  }

  /** One row as a matrix of its own, over the same features. */
  row(row: number): FeatureMatrix {
    const from = this.indptr[row];
    const to = this.indptr[row + 1];
    const indptr = Int32Array.of(0, to - from);
    return new FeatureMatrix(
      1,
      this.features,
      indptr,
      this.indices.slice(from, to),
      this.data.slice(from, to),
    );
  }
}
