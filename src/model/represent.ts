import { SIDE_BYTES } from "../../assembly/layout.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { Allocator } from "./memory/Allocator.ts";
import type { FeatureTable } from "./memory/FeatureTable.ts";
import { Kernel, PAGE } from "./memory/Kernel.ts";
import { reserveMatrix, writeMatrix } from "./memory/matrixBlocks.ts";
import { writeSide } from "./memory/plan.ts";

/**
 * The vectors of all rows of a feature matrix, `features.rows` times `table.rowLength`: embedding, both
 * bias columns (a one where the other side's bias meets it) and padding, as `assembly/layout.ts` draws them.
 * Features that the table has not learnt yet count as zero.
 */
export async function represent(table: FeatureTable, features: FeatureMatrix): Promise<Float32Array> {
  return representIn(await Kernel.create(PAGE), new Allocator(), table, features);
}

/** The same in a kernel that is at hand, behind what `memory` has handed out. */
export function representIn(
  kernel: Kernel,
  memory: Allocator,
  table: FeatureTable,
  features: FeatureMatrix,
): Float32Array {
  const side = memory.block(SIDE_BYTES);
  const matrix = reserveMatrix(memory, features);
  const values = memory.block(Math.max(features.features, table.features) * table.rowLength * 4);
  const floats = features.rows * table.rowLength;
  const out = memory.block(floats * 4);
  kernel.reserve(memory.bytes);
  writeMatrix(kernel, matrix, features);
  kernel.f32(values, table.values.length).set(table.values);
  writeSide(kernel, table.noComponents, side, table.side, {
    rows: features.rows,
    features: table.features,
    matrix,
    values,
    sums: 0,
    momenta: 0,
    alpha: 0,
    frozen: true,
  });
  kernel.run.representRows(side, 0, features.rows, table.rowLength * 4, out);
  return kernel.f32(out, floats).slice();
}
