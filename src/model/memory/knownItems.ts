import type { Steps } from "../../steps.ts";
import type { Hyperparameters } from "../hyperparameters.ts";
import { LOSSES } from "../losses.ts";
import type { Allocator } from "./Allocator.ts";
import type { Kernel } from "./Kernel.ts";
import { NO_ROWS, type OwnRows, type RowBlocks, reserveRows, writeSorted } from "./userRows.ts";

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
  { users, items, length }: OwnRows,
): KnownBlocks {
  const stride = Math.ceil(items / 8);
  const bits = users * stride <= MOST_FOR_BITS * length ? memory.block(users * stride) : 0;
  const asRows = bits === 0 || LOSSES[loss].positives === "drawn";
  return { ...(asRows ? reserveRows(memory, users, length) : NO_ROWS), bits, stride };
}

/** @throws ArgumentError if the interactions are changed between steps and no longer hold. */
export function* writeKnown(kernel: Kernel, blocks: KnownBlocks, own: OwnRows): Steps<void> {
  if (blocks.indptr) yield* writeSorted(kernel, blocks, own);
  if (!blocks.bits) return;
  const { users, userIds, itemIds, length } = own;
  const bits = kernel.u8(blocks.bits, users * blocks.stride).fill(0);
  for (let i = 0; i < length; i++) {
    bits[userIds[i] * blocks.stride + (itemIds[i] >> 3)] |= 1 << (itemIds[i] & 7);
  }
}
