import { LIKED } from "../../assembly/layout.ts";
import { ArgumentError } from "../errors.ts";
import { countingSort } from "../matrix/countingSort.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import type { Hyperparameters } from "./hyperparameters.ts";
import { LOSSES } from "./losses.ts";
import type { Kernel } from "./memory/Kernel.ts";
import type { InteractionBlocks } from "./memory/plan.ts";
import type { Part } from "./threads/visitClaims.js";

/** Those of these positions that the loss visits. */
export function learntFrom(
  { loss }: Hyperparameters,
  values: Float32Array,
  positions: Int32Array,
): Int32Array {
  return LOSSES[loss].visits === "likes" ? positions.filter((position) => values[position] > 0) : positions;
}

/**
 * Writes visits, and their weights where there are any, in the order in which `positions` names them, from the `first` on.
 * @throws ArgumentError if the interactions were changed since they were checked and no longer hold.
 */
export function writeVisits(
  kernel: Kernel,
  blocks: Pick<InteractionBlocks, "visits" | "weights">,
  interactions: Pick<Interactions, "users" | "items" | "userIds" | "itemIds" | "values" | "weights">,
  positions: ArrayLike<number>,
  first = 0,
): void {
  const { userIds, itemIds, values, weights } = interactions;
  const { length } = positions;
  const visits = kernel.u32(blocks.visits + first * 8, 2 * length);
  const written = weights && kernel.f32(blocks.weights + first * 4, length);
  const lastUser = interactions.users - 1;
  const lastItem = interactions.items - 1;
  let signs = 0;
  for (let i = 0; i < length; i++) {
    const position = positions[i];
    const user = userIds[position];
    const item = itemIds[position];
    signs |= user | (lastUser - user) | item | (lastItem - item);
    visits[2 * i] = user;
    visits[2 * i + 1] = item + (values[position] > 0 ? LIKED : 0);
    if (written) written[i] = weights[position];
  }
  if (signs < 0) throw new ArgumentError("The interactions were changed while they were learnt from.");
}

/** Deals visits out to threads by users, in blocks that lie together, of about as many visits each. */
export function dealOut(
  { users, userIds, length }: Interactions,
  positions: Int32Array,
  threads: number,
): { parts: Part[]; positions: Int32Array } {
  if (threads === 1) return { parts: [{ from: 0, to: positions.length }], positions };
  const visits = new Int32Array(users);
  for (const position of positions) visits[userIds[position]]++;
  const partOfUser = new Int32Array(users);
  const parts = Array.from({ length: threads }, () => ({ from: positions.length, to: positions.length }));
  for (let user = 0, before = 0; user < users; before += visits[user++]) {
    const part = Math.min(threads - 1, Math.floor((before * threads) / Math.max(1, positions.length)));
    partOfUser[user] = part;
    parts[part].from = Math.min(parts[part].from, before);
    parts[part].to = before + visits[user];
  }
  const keys = new Uint8Array(length);
  for (let i = 0; i < length; i++) keys[i] = partOfUser[userIds[i]];
  return { parts, positions: countingSort(keys, threads, positions) };
}
