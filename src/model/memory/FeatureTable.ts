import type { SeededRandom } from "../../matrix/random.ts";
import type { LearningSchedule } from "../hyperparameters.ts";
import { inFours } from "./Allocator.ts";

/** Which side a table belongs to. */
export type Side = "user" | "item";

/** The numbers of some rows, as LightFM has them. */
export interface Parameters {
  /** Row-major, rows × noComponents. */
  embeddings: Float32Array;
  /** One a row. */
  biases: Float32Array;
}

/** f32 to a row: the embedding, a column for each side's bias, and padding to a multiple of four. */
export function rowLength(noComponents: number): number {
  return inFours(noComponents + 2);
}

/** What stands among the sums in columns that hold no parameter: none is ever learnt there (`assembly/layout.ts`). */
export const NEVER_LEARNT = Number.POSITIVE_INFINITY;

/** The column of a side's own bias. */
export function biasColumn(side: Side, noComponents: number): number {
  return side === "user" ? noComponents : noComponents + 1;
}

/** The column that holds no parameter of a side: its vectors have a one there, which meets the other side's bias. */
export function oneColumn(side: Side, noComponents: number): number {
  return biasColumn(side === "user" ? "item" : "user", noComponents);
}

/**
 * The learnt state of one side, one row for each feature, in the layout of the kernel's memory
 * (`assembly/layout.ts`): values, squared-gradient sums and, under adadelta, momenta.
 */
export class FeatureTable {
  readonly features: number;
  readonly rowLength: number;
  readonly biasColumn: number;
  readonly oneColumn: number;

  private constructor(
    readonly side: Side,
    readonly noComponents: number,
    readonly values: Float32Array,
    readonly sums: Float32Array,
    readonly momenta: Float32Array | null,
  ) {
    this.rowLength = rowLength(noComponents);
    this.features = values.length / this.rowLength;
    this.biasColumn = biasColumn(side, noComponents);
    this.oneColumn = oneColumn(side, noComponents);
  }

  /**
   * A table as LightFM initialises it: embeddings uniform within ±0.5 / noComponents, biases 0, sums 1 under adagrad
   * and 0 under adadelta.
   */
  static begin(side: Side, noComponents: number, schedule: LearningSchedule): FeatureTable {
    const momenta = schedule === "adadelta" ? new Float32Array() : null;
    return new FeatureTable(side, noComponents, new Float32Array(), new Float32Array(), momenta);
  }

  /** This table with rows for new features at its end; existing rows do not change by a bit. */
  grown(features: number, random: SeededRandom): FeatureTable {
    const { side, noComponents } = this;
    const width = this.rowLength;
    const enlarge = (array: Float32Array) => {
      const larger = new Float32Array(features * width);
      larger.set(array);
      return larger;
    };
    const values = enlarge(this.values);
    const sums = enlarge(this.sums);
    const momenta = this.momenta && enlarge(this.momenta);
    const initialSum = momenta ? 0 : 1;
    for (let row = this.features * width; row < values.length; row += width) {
      sums.fill(NEVER_LEARNT, row, row + width);
      sums.fill(initialSum, row, row + noComponents);
      sums[row + this.biasColumn] = initialSum;
      for (let i = 0; i < noComponents; i++) values[row + i] = (random.float() - 0.5) / noComponents;
    }
    return new FeatureTable(side, noComponents, values, sums, momenta);
  }

  /** LightFM's two arrays, taken from rows in this table's layout: embeddings, row-major, and biases. */
  split(rows: Float32Array): Parameters {
    const count = rows.length / this.rowLength;
    const split = {
      embeddings: new Float32Array(count * this.noComponents),
      biases: new Float32Array(count),
    };
    this.splitInto(rows, split);
    return split;
  }

  /** `split` into existing arrays. */
  splitInto(rows: Float32Array, { embeddings, biases }: Parameters): void {
    const { noComponents, rowLength, biasColumn } = this;
    for (let row = 0; row < biases.length; row++) {
      const from = row * rowLength;
      embeddings.set(rows.subarray(from, from + noComponents), row * noComponents);
      biases[row] = rows[from + biasColumn];
    }
  }

  /** LightFM's two arrays as rows in this table's layout, with `rest` in the columns that hold neither. */
  join({ embeddings, biases }: Parameters, rest = 0): Float32Array {
    const { noComponents, rowLength, biasColumn } = this;
    const rows = new Float32Array(biases.length * rowLength).fill(rest);
    for (let row = 0; row < biases.length; row++) {
      rows.set(embeddings.subarray(row * noComponents, (row + 1) * noComponents), row * rowLength);
      rows[row * rowLength + biasColumn] = biases[row];
    }
    return rows;
  }

  /** A table of this side with these numbers, which it keeps. */
  with(values: Float32Array, sums: Float32Array, momenta: Float32Array | null): FeatureTable {
    return new FeatureTable(this.side, this.noComponents, values, sums, momenta);
  }

  /** Only its values, which are all that answers need; it cannot be trained further. */
  toRead(): FeatureTable {
    return this.with(this.values, new Float32Array(), this.momenta && new Float32Array());
  }

  /** A copy with arrays of its own. */
  clone(): FeatureTable {
    return this.with(this.values.slice(), this.sums.slice(), this.momenta?.slice() ?? null);
  }
}
