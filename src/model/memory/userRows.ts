import { type Interactions, type Rows, toRows } from "../../matrix/Interactions.ts";
import type { Allocator } from "./Allocator.ts";
import type { Kernel } from "./Kernel.ts";

/** Items of each user as sorted rows. */
export interface RowBlocks {
  indptr: number;
  indices: number;
}

export const NO_ROWS: RowBlocks = { indptr: 0, indices: 0 };

/** What rows are made of. */
export type OwnRows = Pick<Interactions, "users" | "items" | "userIds" | "itemIds" | "values" | "length">;

export function reserveRows(memory: Allocator, users: number, entries: number): RowBlocks {
  return { indptr: memory.block((users + 1) * 4), indices: memory.block(entries * 4) };
}

export function writeRows(kernel: Kernel, blocks: RowBlocks, { indptr, indices }: Rows): void {
  kernel.u32(blocks.indptr, indptr.length).set(indptr);
  kernel.u32(blocks.indices, indices.length).set(indices);
}

/** Sorts interactions into rows in the kernel's memory: of millions, another copy would count. */
export function writeSorted(kernel: Kernel, blocks: RowBlocks, own: OwnRows): void {
  const { indptr } = toRows(own, undefined, kernel.i32(blocks.indices, own.length));
  kernel.u32(blocks.indptr, indptr.length).set(indptr);
}
