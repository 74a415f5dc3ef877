import { LIKED, SHUFFLED_TOGETHER } from "../../assembly/layout.ts";
import { ArgumentError } from "../errors.ts";
import type { Interactions, InteractionValues } from "../matrix/Interactions.ts";
import type { Hyperparameters } from "./hyperparameters.ts";
import { LOSSES } from "./losses.ts";
import type { Kernel } from "./memory/Kernel.ts";
import type { InteractionBlocks } from "./memory/plan.ts";
import type { Part } from "./threads/visitClaims.js";

type VisitBlocks = Pick<InteractionBlocks, "visits" | "weights">;
type Visited = Pick<Interactions, "users" | "items" | "userIds" | "itemIds" | "values" | "weights">;

/** Those of these positions that the loss visits. */
export function learntFrom(
  { loss }: Hyperparameters,
  values: InteractionValues,
  positions: Int32Array,
): Int32Array {
  return LOSSES[loss].visits === "likes" ? positions.filter((position) => values[position] > 0) : positions;
}

/**
 * Writes visits, and their weights if there are any, in the order in which `positions` names them.
 * @throws ArgumentError if the interactions were changed since they were checked and no longer hold.
 */
export function writeVisits(
  kernel: Kernel,
  blocks: VisitBlocks,
  { users, items, userIds, itemIds, values, weights }: Visited,
  positions: Int32Array,
): void {
  const { visits, visitWeights } = viewsOf(kernel, blocks, positions.length);
  let signs = 0;
  positions.forEach((position, at) => {
    const user = userIds[position];
    const item = itemIds[position];
    signs |= signOf(user, users) | signOf(item, items);
    visits[2 * at] = user;
    visits[2 * at + 1] = withLike(item, values[position]);
    if (visitWeights && weights) visitWeights[at] = weights[position];
  });
  if (signs < 0) throw changedMeanwhile();
}

function viewsOf(kernel: Kernel, { visits, weights }: VisitBlocks, length: number) {
  return {
    visits: kernel.u32(visits, 2 * length),
    visitWeights: weights === 0 ? null : kernel.f32(weights, length),
  };
}

/** Below 0 if a row is out of range. */
function signOf(row: number, rows: number): number {
  return row | (rows - 1 - row);
}

function withLike(item: number, value: number): number {
  return value > 0 ? item | LIKED : item;
}

/** Where everybody's visits lie, and which of them are whose thread's. */
export interface Deal {
  /** One for each thread, one behind the other. */
  parts: Part[];
  /** The first visit of each user, and the end of the last one's. */
  starts: Int32Array;
}

/** Deals visits out to threads by users, in blocks that lie together, of about as many visits each. */
export function dealOut(
  { loss }: Hyperparameters,
  { users, userIds, values, length }: Interactions,
  threads: number,
): Deal {
  const likesOnly = LOSSES[loss].visits === "likes";
  const starts = new Int32Array(users + 1);
  for (let i = 0; i < length; i++) if (!likesOnly || values[i] > 0) starts[userIds[i] + 1]++;
  for (let user = 0; user < users; user++) starts[user + 1] += starts[user];
  const all = starts[users];
  const parts = Array.from({ length: threads }, () => ({ from: all, to: all }));
  for (let user = 0; user < users; user++) {
    const [from, to] = [starts[user], starts[user + 1]];
    const part = parts[Math.min(threads - 1, Math.floor((from * threads) / Math.max(1, all)))];
    part.from = Math.min(part.from, from);
    part.to = to;
  }
  return { parts, starts };
}

/**
 * Writes visits piece by piece: `next` is called until it returns false. They lie by users where each thread has its own,
 * or where there are too many for users' rows to stay in the cache; else as they come, so that it does not matter how users are
 * numbered. No list of their order is made, which would take as much memory as all users' known items.
 */
export class VisitLayout {
  readonly #visits: Uint32Array;
  readonly #visitWeights: Float32Array | null;
  readonly #interactions: Interactions;
  readonly #likesOnly: boolean;
  readonly #starts: Int32Array;
  readonly #next: Int32Array;
  readonly #byUsers: boolean;
  #position = 0;

  constructor(
    kernel: Kernel,
    blocks: VisitBlocks,
    { loss }: Hyperparameters,
    interactions: Interactions,
    { parts, starts }: Deal,
  ) {
    const { users } = interactions;
    const all = starts[users];
    const { visits, visitWeights } = viewsOf(kernel, blocks, all);
    this.#byUsers = parts.length > 1 || all > SHUFFLED_TOGETHER;
    this.#visits = visits;
    this.#visitWeights = visitWeights;
    this.#interactions = interactions;
    this.#likesOnly = LOSSES[loss].visits === "likes";
    this.#starts = this.#byUsers ? starts : Int32Array.of(0, all);
    this.#next = this.#starts.slice(0, -1);
  }

  /**
   * @returns whether any are left
   * @throws ArgumentError if the interactions were changed since they were checked.
   */
  next(count: number): boolean {
    const { length } = this.#interactions;
    const to = Math.min(length, this.#position + count);
    this.#write(this.#position, to);
    this.#position = to;
    if (to < length) return true;
    if (this.#next.some((end, i) => end !== this.#starts[i + 1])) throw changedMeanwhile();
    return false;
  }

  /** All that the loop asks for is at hand: every epoch waits for it. */
  #write(from: number, to: number): void {
    const { users, items, userIds, itemIds, values, weights } = this.#interactions;
    const likesOnly = this.#likesOnly;
    const visits = this.#visits;
    const visitWeights = this.#visitWeights;
    const next = this.#next;
    const byUsers = this.#byUsers;
    let signs = 0;
    for (let position = from; position < to; position++) {
      const value = values[position];
      if (likesOnly && !(value > 0)) continue;
      const user = userIds[position];
      const item = itemIds[position];
      signs |= signOf(user, users) | signOf(item, items);
      const at = next[byUsers ? user : 0]++;
      visits[2 * at] = user;
      visits[2 * at + 1] = withLike(item, value);
      if (visitWeights && weights) visitWeights[at] = weights[position];
    }
    if (signs < 0) throw changedMeanwhile();
  }
}

export function changedMeanwhile(): ArgumentError {
  return new ArgumentError(
    "interactions were changed while the model was learning from them: train on a copy.",
  );
}
