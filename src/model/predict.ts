import { ArgumentError } from "../errors.ts";
import { Kernel } from "./Kernel.ts";
import { MemoryPlan } from "./MemoryPlan.ts";

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
  checkIds("userIds", userIds, userVectors.length / rowLength);
  checkIds("itemIds", itemIds, itemVectors.length / rowLength);
  const memory = new MemoryPlan();
  const users = memory.block(userVectors.byteLength);
  const items = memory.block(itemVectors.byteLength);
  const userPointer = memory.block(length * 4);
  const itemPointer = memory.block(length * 4);
  const out = memory.block(length * 4);
  const kernel = await Kernel.create(memory.bytes);
  kernel.f32(users, userVectors.length).set(userVectors);
  kernel.f32(items, itemVectors.length).set(itemVectors);
  kernel.u32(userPointer, length).set(userIds);
  kernel.u32(itemPointer, length).set(itemIds);
  kernel.run.scorePairs(userPointer, users, itemPointer, items, length, rowLength * 4, out);
  return kernel.f32(out, length).slice();
}

/** @throws ArgumentError that names the argument and the first id that is out of range. */
export function checkIds(name: string, ids: Int32Array, rows: number): void {
  for (const id of ids) {
    if (id < 0 || id >= rows) throw new ArgumentError(`${name} must be from 0 to ${rows - 1}, not ${id}.`);
  }
}
