import type { Rows } from "../../matrix/Interactions.ts";
import type { Allocator } from "./Allocator.ts";
import type { Kernel } from "./Kernel.ts";

/** Items of each user as sorted rows. */
export interface RowBlocks {
  indptr: number;
  indices: number;
}

export const NO_ROWS: RowBlocks = { indptr: 0, indices: 0 };

export function reserveRows(memory: Allocator, users: number, entries: number): RowBlocks {
  return { indptr: memory.block((users + 1) * 4), indices: memory.block(entries * 4) };
}

export function writeRows(kernel: Kernel, blocks: RowBlocks, { indptr, indices }: Rows): void {
  kernel.u32(blocks.indptr, indptr.length).set(indptr);
  kernel.u32(blocks.indices, indices.length).set(indices);
}
