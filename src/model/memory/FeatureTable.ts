import type { SeededRandom } from "../../matrix/random.ts";
import type { LearningSchedule } from "../hyperparameters.ts";

export type Side = "user" | "item";

/** f32 to a row: the embedding, a column for each side's bias, and padding to a multiple of four. */
export function rowLength(noComponents: number): number {
  return Math.ceil((noComponents + 2) / 4) * 4;
}

/** The column of a side's own bias; the other side's is where this side's vectors have a one. */
export function biasColumn(side: Side, noComponents: number): number {
  return side === "user" ? noComponents : noComponents + 1;
}

/**
 * The learnt state of one side, a row to each feature, in the layout of the kernel's memory
 * (`assembly/layout.ts`): values, squared-gradient sums and, under adadelta, momenta.
 */
export class FeatureTable {
  readonly rowLength: number;
  readonly biasColumn: number;

  private constructor(
    readonly side: Side,
    readonly noComponents: number,
    readonly features: number,
    readonly values: Float32Array,
    readonly sums: Float32Array,
    readonly momenta: Float32Array | null,
  ) {
    this.rowLength = rowLength(noComponents);
    this.biasColumn = biasColumn(side, noComponents);
  }

  /**
   * A table as LightFM begins: embeddings uniform within ±0.5 / noComponents, biases 0, sums 1 under
   * adagrad and 0 under adadelta.
   */
  static begin(side: Side, noComponents: number, schedule: LearningSchedule): FeatureTable {
    const momenta = schedule === "adadelta" ? new Float32Array() : null;
    return new FeatureTable(side, noComponents, 0, new Float32Array(), new Float32Array(), momenta);
  }

  /** This table with rows for new features at its end; the rows that were there stay as they are, to the bit. */
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
      sums.fill(Number.POSITIVE_INFINITY, row, row + width);
      sums.fill(initialSum, row, row + noComponents);
      sums[row + this.biasColumn] = initialSum;
      for (let i = 0; i < noComponents; i++) values[row + i] = (random.float() - 0.5) / noComponents;
    }
    return new FeatureTable(side, noComponents, features, values, sums, momenta);
  }

  clone(): FeatureTable {
    const { side, noComponents, features, values, sums, momenta } = this;
    return new FeatureTable(
      side,
      noComponents,
      features,
      values.slice(),
      sums.slice(),
      momenta?.slice() ?? null,
    );
  }
}
