import { LIKED } from "../../assembly/layout.ts";
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
 * Writes visits, and their weights where there are any, in the order in which `positions` names them.
 * @throws ArgumentError if the interactions were changed since they were checked and no longer hold.
 */
export function writeVisits(
  kernel: Kernel,
  blocks: VisitBlocks,
  interactions: Visited,
  positions: Int32Array,
): void {
  const writer = new VisitWriter(kernel, blocks, interactions, positions.length);
  for (let i = 0; i < positions.length; i++) writer.write(positions[i], i);
  writer.check();
}

/** Which user's visits are whose thread's. */
export interface Deal {
  /** One for each thread, one behind the other. */
  parts: Part[];
  /** The thread of each user. */
  partOfUser: Uint8Array;
}

/** Deals visits out to threads by users, in blocks that lie together, of about as many visits each. */
export function dealOut(
  { loss }: Hyperparameters,
  { users, userIds, values, length }: Interactions,
  threads: number,
): Deal {
  const likesOnly = LOSSES[loss].visits === "likes";
  const visits = new Int32Array(users);
  let all = 0;
  for (let i = 0; i < length; i++) {
    if (likesOnly && !(values[i] > 0)) continue;
    visits[userIds[i]]++;
    all++;
  }
  const partOfUser = new Uint8Array(users);
  const parts = Array.from({ length: threads }, () => ({ from: all, to: all }));
  for (let user = 0, before = 0; user < users; before += visits[user++]) {
    const part = Math.min(threads - 1, Math.floor((before * threads) / Math.max(1, all)));
    partOfUser[user] = part;
    parts[part].from = Math.min(parts[part].from, before);
    parts[part].to = before + visits[user];
  }
  return { parts, partOfUser };
}

/**
 * Writes the visits of each thread as they come, piece by piece: `next` is called until it returns false. No list of
 * their order is made, which would take as much memory as all users' known items.
 */
export class VisitLayout {
  readonly #writer: VisitWriter;
  readonly #interactions: Interactions;
  readonly #likesOnly: boolean;
  readonly #deal: Deal;
  readonly #next: Int32Array;
  #position = 0;

  constructor(
    kernel: Kernel,
    blocks: VisitBlocks,
    { loss }: Hyperparameters,
    interactions: Interactions,
    deal: Deal,
  ) {
    const { parts } = deal;
    this.#writer = new VisitWriter(kernel, blocks, interactions, parts[parts.length - 1].to);
    this.#interactions = interactions;
    this.#likesOnly = LOSSES[loss].visits === "likes";
    this.#deal = deal;
    this.#next = Int32Array.from(parts, ({ from }) => from);
  }

  /**
   * @returns whether any are left
   * @throws ArgumentError if the interactions were changed since they were checked.
   */
  next(count: number): boolean {
    const { userIds, values, length } = this.#interactions;
    const { parts, partOfUser } = this.#deal;
    const to = Math.min(length, this.#position + count);
    for (let position = this.#position; position < to; position++) {
      if (this.#likesOnly && !(values[position] > 0)) continue;
      this.#writer.write(position, this.#next[partOfUser[userIds[position]]]++);
    }
    this.#position = to;
    this.#writer.check();
    if (to < length) return true;
    if (parts.some((part, i) => this.#next[i] !== part.to)) throw changed();
    return false;
  }
}

/** Writes single visits, wherever they are to lie. */
class VisitWriter {
  readonly #interactions: Visited;
  readonly #visits: Uint32Array;
  readonly #weights: Float32Array | null;
  /** Below 0 once a row was out of range. */
  #signs = 0;

  constructor(kernel: Kernel, blocks: VisitBlocks, interactions: Visited, length: number) {
    this.#interactions = interactions;
    this.#visits = kernel.u32(blocks.visits, 2 * length);
    this.#weights = interactions.weights && kernel.f32(blocks.weights, length);
  }

  write(position: number, at: number): void {
    const { users, items, userIds, itemIds, values, weights } = this.#interactions;
    const user = userIds[position];
    const item = itemIds[position];
    this.#signs |= user | (users - 1 - user) | item | (items - 1 - item);
    this.#visits[2 * at] = user;
    this.#visits[2 * at + 1] = item + (values[position] > 0 ? LIKED : 0);
    if (weights && this.#weights) this.#weights[at] = weights[position];
  }

  /** @throws ArgumentError if a row was out of range */
  check(): void {
    if (this.#signs < 0) throw changed();
  }
}

function changed(): ArgumentError {
  return new ArgumentError("The interactions were changed while they were learnt from.");
}
