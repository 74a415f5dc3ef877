import { PACKED_BYTES, PACKED_COUNT, PACKED_MOST, PACKED_SHARED } from "../../../assembly/layout.ts";
import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import { type Allocator, inFours } from "./Allocator.ts";
import type { Kernel } from "./Kernel.ts";

/** Item features as `assembly/layout.ts` draws them packed. */
export interface PackedFeatures {
  /** One a row. */
  packed: Uint8Array<ArrayBuffer>;
  /**
   * The feature of each row that is its own; behind the last feature, where zeros are, if it has none. Null where
   * every row's own is the feature of its number, as when an identity stands before all other columns.
   */
  own: Uint32Array<ArrayBuffer> | null;
  /** The features that rows share, as the packed rows number them from 1. */
  shared: Uint32Array<ArrayBuffer>;
}

/** With more of them, making all their products may cost more than it saves; 122 still take an epoch's time down by 0.4. */
const MOST_SHARED = 128;

/**
 * The packed rows, or null if they do not fit: the features of each must weigh the same, and at most one
 * of them must be its own, while all others are among the few that are shared.
 */
export function packFeatures({
  rows,
  features,
  isIdentity,
  indptr,
  indices,
  data,
}: FeatureMatrix): PackedFeatures | null {
  if (isIdentity) return null;
  const packed = new Uint8Array(rows * PACKED_BYTES);
  const weights = new Float32Array(packed.buffer);
  const own = new Uint32Array(rows).fill(features);
  const uses = new Uint32Array(features);
  for (const feature of indices) uses[feature]++;
  const numbers = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const at = row * PACKED_BYTES;
    const columns = indices.subarray(indptr[row], indptr[row + 1]);
    if (columns.length === 0) continue;
    const [weight, ...others] = data.subarray(indptr[row], indptr[row + 1]);
    if (others.some((other) => other !== weight)) return null;
    const chosen = columns.findIndex((feature) => uses[feature] === 1);
    if (chosen >= 0) own[row] = columns[chosen];
    const shared = columns.filter((_, i) => i !== chosen);
    if (shared.length > PACKED_MOST) return null;
    weights[at / 4] = weight;
    packed[at + PACKED_COUNT] = shared.length;
    shared.forEach((feature, place) => {
      const number = numbers.get(feature) ?? numbers.size + 1;
      numbers.set(feature, number);
      packed[at + PACKED_SHARED + place] = number;
    });
    if (numbers.size > MOST_SHARED) return null;
  }
  const numbered = own.every((feature, row) => feature === row);
  return { packed, own: numbered ? null : own, shared: Uint32Array.from(numbers.keys()) };
}

/** Packed item features; all 0 if they do not fit. */
export interface PackedBlocks {
  packed: number;
  own: number;
  /** The shared features, and how many. */
  shared: number;
  sharedCount: number;
  /** Rows of the items' tables for each thread's copies of them: one of zeros before them, and all in fours. */
  copies: number;
}

export const NOT_PACKED: PackedBlocks = { packed: 0, own: 0, shared: 0, sharedCount: 0, copies: 0 };

export function reservePacked(memory: Allocator, rows: PackedFeatures | null): PackedBlocks {
  if (!rows) return NOT_PACKED;
  const { packed, own, shared } = rows;
  return {
    packed: memory.block(packed.length),
    own: own ? memory.block(own.byteLength) : 0,
    shared: memory.block(shared.byteLength),
    sharedCount: shared.length,
    copies: inFours(1 + shared.length),
  };
}

export function writePacked(
  kernel: Kernel,
  blocks: PackedBlocks,
  { packed, own, shared }: PackedFeatures,
): void {
  if (own) kernel.u32(blocks.own, own.length).set(own);
  kernel.u8(blocks.packed, packed.length).set(packed);
  kernel.u32(blocks.shared, shared.length).set(shared);
}
