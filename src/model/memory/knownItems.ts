import type { Rows } from "../../matrix/Interactions.ts";
import type { Hyperparameters } from "../hyperparameters.ts";
import { LOSSES } from "../losses.ts";
import type { Allocator } from "./Allocator.ts";
import type { Kernel } from "./Kernel.ts";
import { NO_ROWS, type RowBlocks, reserveRows, writeRows } from "./userRows.ts";

/** The items that each user has an interaction with: as bits, as sorted rows or as both; 0 what is not there. */
export interface KnownBlocks extends RowBlocks {
  bits: number;
  /** Bytes of a user's bits. */
  stride: number;
}

/** Bytes an interaction up to which every pair of a user and an item gets a bit. */
const MOST_FOR_BITS = 12;

export function reserveKnown(
  memory: Allocator,
  { loss }: Hyperparameters,
  { indptr, indices }: Rows,
  items: number,
): KnownBlocks {
  const users = indptr.length - 1;
  const stride = Math.ceil(items / 8);
  const bits = users * stride <= MOST_FOR_BITS * indices.length ? memory.block(users * stride) : 0;
  const asRows = bits === 0 || LOSSES[loss].positives === "drawn";
  return { ...(asRows ? reserveRows(memory, users, indices.length) : NO_ROWS), bits, stride };
}

export function writeKnown(kernel: Kernel, blocks: KnownBlocks, rows: Rows): void {
  if (blocks.indptr) writeRows(kernel, blocks, rows);
  if (!blocks.bits) return;
  const { indptr, indices } = rows;
  const users = indptr.length - 1;
  const bits = kernel.u8(blocks.bits, users * blocks.stride).fill(0);
  for (let user = 0; user < users; user++) {
    const own = user * blocks.stride;
    for (let i = indptr[user]; i < indptr[user + 1]; i++)
      bits[own + (indices[i] >> 3)] |= 1 << (indices[i] & 7);
  }
}
