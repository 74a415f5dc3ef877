import type { Interactions } from "../../matrix/Interactions.ts";
import { type Rows, sortIntoRows } from "../../matrix/rows.ts";
import type { Steps } from "../../steps.ts";
import { changedMeanwhile } from "../visits.ts";
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

/**
 * Sorts interactions into rows in the kernel's memory: of millions, another copy would count.
 * @throws ArgumentError if the interactions are changed between steps and no longer hold.
 */
export function* writeSorted(kernel: Kernel, blocks: RowBlocks, own: OwnRows): Steps<void> {
  const { indptr, indices } = yield* sortIntoRows(own, undefined, kernel.i32(blocks.indices, own.length));
  for (let user = 0; user < own.users; user++) {
    const [from, to] = [indptr[user], indptr[user + 1]];
    if (from < to && (indices[from] < 0 || indices[to - 1] >= own.items)) throw changedMeanwhile();
  }
  kernel.u32(blocks.indptr, indptr.length).set(indptr);
}
