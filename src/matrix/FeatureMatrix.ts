import {
  checkArray,
  checkOptions,
  sameLength,
  show,
  toFiniteNumbers,
  toRowNumbers,
  wholeNumber,
} from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import { checkCount, checkFits } from "./checkCount.ts";
import { allPositions, countingSort } from "./countingSort.ts";

/** Where a row begins. */
const BYTES_A_ROW = 4;
/** What the smallest model keeps of a feature: four numbers, and their sums of squared gradients. */
const LEAST_BYTES_A_FEATURE = 32;

/** A sparse matrix by rows (CSR): which features each user or item has, and their weights. */
export class FeatureMatrix {
  readonly indptr: Int32Array;
  readonly indices: Int32Array;
  readonly data: Float32Array;
  readonly isIdentity: boolean;

  /**
   * Typed arrays of the right kind are kept; other lists are copied.
   * @param rows number of users or items
   * @param features number of columns
   * @param indptr rows + 1 ascending offsets into the other two
   * @param indices columns, from 0
   * @param data weights
   * @throws ArgumentError if shapes, offsets, columns or weights do not fit together.
   */
  constructor(
    readonly rows: number,
    readonly features: number,
    indptr: ArrayLike<number>,
    indices: ArrayLike<number>,
    data: ArrayLike<number>,
  ) {
    checkCount("rows", rows);
    checkCount("features", features);
    this.indices = toRowNumbers("indices", indices, features);
    this.data = toFiniteNumbers("data", data);
    const { length } = this.indices;
    this.indptr = toRowNumbers("indptr", indptr, length + 1);
    sameLength({ indices: this.indices, data: this.data });
    if (this.indptr.length !== rows + 1 || this.indptr[0] !== 0 || this.indptr[rows] !== length) {
      throw new ArgumentError(`indptr must hold ${rows + 1} offsets from 0 to ${length}.`);
    }
    let identity = rows === features && length === rows;
    for (let row = 0; row < rows; row++) {
      if (this.indptr[row] > this.indptr[row + 1]) {
        throw new ArgumentError(`indptr must not descend, as it does at row ${row}.`);
      }
      identity &&= this.indptr[row] === row && this.indices[row] === row && this.data[row] === 1;
    }
    this.isIdentity = identity;
  }

  /** @throws ArgumentError if the arrays were changed since they were checked and are no longer valid. */
  check(): void {
    const { rows, features, indptr, indices, data } = this;
    if (this.isIdentity !== new FeatureMatrix(rows, features, indptr, indices, data).isIdentity)
      refuseChange();
  }

  /** Checks one row, at the cost of that row alone. @throws ArgumentError if it is wrong or does not exist. */
  checkRow(row: number): void {
    const { rows, features, indptr, indices, data } = this;
    wholeNumber("row", row, 0, rows - 1);
    const from = indptr[row];
    const to = indptr[row + 1];
    let holds = from >= 0 && to >= from && to <= indices.length;
    if (this.isIdentity) {
      holds &&= from === row && to === row + 1 && indices[row] === row && data[row] === 1;
    } else if (holds) {
      for (let i = from; i < to; i++) {
        holds &&= indices[i] >= 0 && indices[i] < features && Number.isFinite(data[i]);
      }
    }
    if (!holds) refuseChange();
  }

  /**
   * Every row has a feature of its own, with weight one: matrix factorisation without metadata.
   * @throws UnsupportedError if a model with this many features does not fit in WebAssembly's memory.
   */
  static identity(rows: number): FeatureMatrix {
    checkFits("rows", rows, LEAST_BYTES_A_FEATURE);
    const offsets = Int32Array.from({ length: rows + 1 }, (_, i) => i);
    return new FeatureMatrix(rows, rows, offsets, offsets.slice(0, rows), new Float32Array(rows).fill(1));
  }

  /**
   * @param rows for each row its [feature, weight] pairs
   * @throws ArgumentError if a feature is out of range or a weight is not finite.
   */
  static fromRows(
    rows: readonly (readonly (readonly [number, number])[])[],
    features: number,
  ): FeatureMatrix {
    checkArray("rows", rows);
    const indptr = new Int32Array(rows.length + 1);
    rows.forEach((row, i) => {
      checkArray(`rows[${i}]`, row);
      row.forEach((entry, j) => {
        if (Array.isArray(entry) && entry.length === 2) return;
        throw new ArgumentError(`rows[${i}][${j}] must be [feature, weight], not ${show(entry)}.`);
      });
      indptr[i + 1] = indptr[i] + row.length;
    });
    const entries = rows.flat();
    const indices = entries.map(([feature]) => feature);
    const weights = entries.map(([, weight]) => weight);
    return new FeatureMatrix(rows.length, features, indptr, indices, weights);
  }

  /**
   * Entries in any order; those of the same row and column are added up. Columns ascend within a row.
   * @throws ArgumentError if lengths differ, a row or column is out of range or a weight is not finite.
   */
  static fromEntries(
    rows: number,
    features: number,
    entries: { rows: ArrayLike<number>; columns: ArrayLike<number>; weights: ArrayLike<number> },
  ): FeatureMatrix {
    checkFits("rows", rows, BYTES_A_ROW);
    checkFits("features", features, LEAST_BYTES_A_FEATURE);
    checkOptions(entries, ["rows", "columns", "weights"], "entries");
    const rowIds = toRowNumbers("rows", entries.rows, rows);
    const columns = toRowNumbers("columns", entries.columns, features);
    const weights = toFiniteNumbers("weights", entries.weights);
    sameLength({ rows: rowIds, columns, weights });
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
}

function refuseChange(): never {
  throw new ArgumentError("A feature matrix was changed after it was made: make a new one.");
}
