import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { Allocator } from "./Allocator.ts";
import type { Kernel } from "./Kernel.ts";

/** A feature matrix in the kernel's memory. */
export interface MatrixBlocks {
  indptr: number;
  entries: number;
}

export const IDENTITY: MatrixBlocks = { indptr: 0, entries: 0 };

export function reserveMatrix(memory: Allocator, matrix: FeatureMatrix): MatrixBlocks {
  if (matrix.isIdentity) return IDENTITY;
  return {
    indptr: memory.block(matrix.indptr.length * 4),
    entries: memory.block((matrix.indices.length + 1) * 8),
  };
}

export function writeMatrix(kernel: Kernel, blocks: MatrixBlocks, matrix: FeatureMatrix): void {
  if (matrix.isIdentity) return;
  kernel.u32(blocks.indptr, matrix.indptr.length).set(matrix.indptr);
  const { length } = matrix.indices;
  const features = kernel.u32(blocks.entries, 2 * length + 2);
  const weights = kernel.f32(blocks.entries, 2 * length + 2);
  for (let i = 0; i < length; i++) {
    features[2 * i] = matrix.indices[i];
    weights[2 * i + 1] = matrix.data[i];
  }
  features.fill(0, 2 * length);
}
