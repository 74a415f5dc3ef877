import { ArgumentError } from "../errors.ts";
import { Allocator } from "./memory/Allocator.ts";
import { Kernel } from "./memory/Kernel.ts";

/** Pairs to a slice: what a slice needs stays in the cache, and in little memory. */
const SLICE = 16_384;

/**
 * The scores of pairs of vectors: user `userIds[i]` with item `itemIds[i]`.
 * @throws ArgumentError where the lists differ in length or an id is out of range.
 */
export async function predict(
  userVectors: Float32Array,
  itemVectors: Float32Array,
  rowLength: number,
  userIds: Int32Array,
  itemIds: Int32Array,
): Promise<Float32Array> {
  const { length } = itemIds;
  if (userIds.length !== length) {
    throw new ArgumentError(
      `userIds and itemIds must be of the same length, not ${userIds.length} and ${length}.`,
    );
  }
  const userRows = userVectors.length / rowLength;
  const itemRows = itemVectors.length / rowLength;
  const memory = new Allocator();
  const users = memory.block(userVectors.byteLength);
  const items = memory.block(itemVectors.byteLength);
  const userPointer = memory.block(SLICE * 4);
  const itemPointer = memory.block(SLICE * 4);
  const out = memory.block(SLICE * 4);
  const kernel = await Kernel.create(memory.bytes);
  kernel.f32(users, userVectors.length).set(userVectors);
  kernel.f32(items, itemVectors.length).set(itemVectors);
  const userSlice = kernel.u32(userPointer, SLICE);
  const itemSlice = kernel.u32(itemPointer, SLICE);
  const scoreSlice = kernel.f32(out, SLICE);
  const scores = new Float32Array(length);
  for (let from = 0; from < length; from += SLICE) {
    const count = Math.min(SLICE, length - from);
    if (count < SLICE) for (const ids of [userSlice, itemSlice]) ids.fill(0, count);
    userSlice.set(userIds.subarray(from, from + count));
    itemSlice.set(itemIds.subarray(from, from + count));
    // The kernel finds sooner than a loop here that an id is wrong; what it is, is said here.
    if (!kernel.run.allBelow(userPointer, SLICE, userRows)) checkIds("userIds", userIds, userRows);
    if (!kernel.run.allBelow(itemPointer, SLICE, itemRows)) checkIds("itemIds", itemIds, itemRows);
    kernel.run.scorePairs(userPointer, users, itemPointer, items, count, rowLength * 4, out);
    scores.set(scoreSlice.subarray(0, count), from);
  }
  return scores;
}

/** @throws ArgumentError that names the argument and the first id that is out of range. */
export function checkIds(name: string, ids: Int32Array, rows: number): void {
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] < 0 || ids[i] >= rows) {
      throw new ArgumentError(`${name} must be from 0 to ${rows - 1}, not ${ids[i]}.`);
    }
  }
}
