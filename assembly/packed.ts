import { PACKED_BYTES, PACKED_COUNT, PACKED_SHARED } from "./layout";

// What is known of an item whose features are packed: one feature of its own, and a few shared ones. Of those a
// thread has copies that lie one behind the other, the first of them a row of zeros, which stands for "none".

/** Few items have more shared features than this: that many are read without asking how many there are. */
@inline
export const PACKED_COMMON: u32 = 4;

@inline
export function packedAt(packed: usize, item: u32): usize {
  return packed + (<usize>item) * PACKED_BYTES;
}

@inline
export function packedWeight(row: usize): f32 {
  return load<f32>(row);
}

@inline
export function sharedCount(row: usize): u32 {
  return load<u8>(row, PACKED_COUNT);
}

/** The number of the `place`-th shared feature; 0 behind the last. */
@inline
export function sharedNumber(row: usize, place: u32): u32 {
  return load<u8>(row + place, PACKED_SHARED);
}
