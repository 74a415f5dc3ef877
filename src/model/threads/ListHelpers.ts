import type { ItemIndex, Ranked } from "../ItemIndex.ts";
import { Allocator, inFours } from "../memory/Allocator.ts";
import { rowLength } from "../memory/FeatureTable.ts";
import { Kernel } from "../memory/Kernel.ts";
import { HelperThreads } from "./HelperThreads.ts";
import type { ListPlan } from "./makeLists.js";

/** Users whose lists one thread is to make. */
export interface ListBlock {
  /** Their vectors, one after the other. */
  vectors: Float32Array;
  /** The items that each one's list may not hold, in addition to those that none may. */
  own: readonly Int32Array[];
}

/** What all blocks have in common. */
export interface ListShape {
  /** Items to a list, 1 at least and no more than there are. */
  n: number;
  /** Items that no list may hold. */
  leftOut: Int32Array;
  /** Users to a block, at most. */
  size: number;
  /** Items to all `own` of a block, at most. */
  mostOwn: number;
}

/** Threads that make lists, each of a block of users at a time, from item vectors that all of them share. */
export class ListHelpers {
  readonly #kernel: Kernel;
  readonly #plans: ListPlan[];
  readonly #threads: HelperThreads;

  private constructor(kernel: Kernel, plans: ListPlan[], threads: HelperThreads) {
    this.#kernel = kernel;
    this.#plans = plans;
    this.#threads = threads;
  }

  /**
   * @returns null if no helper can be started
   * @throws UnsupportedError if the memory for it is not to be had.
   */
  static async start(index: ItemIndex, count: number, shape: ListShape): Promise<ListHelpers | null> {
    const { n, leftOut, size, mostOwn } = shape;
    const { items, hyper, itemVectors } = index;
    const rowBytes = rowLength(hyper.noComponents) * 4;
    const roundedUp = inFours(items);
    const memory = new Allocator();
    const common = {
      vectors: memory.block(roundedUp * rowBytes),
      items,
      rowBytes,
      n,
      leftOut: memory.block(leftOut.byteLength),
      leftOutCount: leftOut.length,
    };
    const plans = Array.from({ length: count }, () => ({
      ...common,
      count: memory.block(4),
      users: memory.block(size * rowBytes),
      ownStarts: memory.block((size + 1) * 4),
      own: memory.block(mostOwn * 4),
      scores: memory.block(roundedUp * 4),
      found: memory.block(size * 4),
      outItems: memory.block(size * n * 4),
      outScores: memory.block(size * n * 4),
    }));
    const kernel = await Kernel.create(memory.bytes, true);
    const { shared } = kernel;
    if (!shared) throw new Error("The kernel's memory is not shared.");
    kernel.f32(common.vectors, itemVectors.length).set(itemVectors);
    kernel.i32(common.leftOut, leftOut.length).set(leftOut);
    const threads = await HelperThreads.start(
      plans.map((lists) => ({ ...shared, lists })),
      "Ask again; if it repeats, use 1 thread.",
    );
    return threads && new ListHelpers(kernel, plans, threads);
  }

  /** How many threads there are. */
  get count(): number {
    return this.#plans.length;
  }

  /** The lists of each block, in order; there may be as many blocks as helpers. @throws WorkerFailedError if one dies. */
  async lists(blocks: readonly ListBlock[]): Promise<Ranked[][]> {
    this.#plans.forEach((plan, i) => {
      this.#write(plan, blocks[i] ?? NO_USERS);
    });
    await this.#threads.run();
    return blocks.map(({ own }, i) => own.map((_, user) => this.#read(this.#plans[i], user)));
  }

  terminate(): void {
    this.#threads.terminate();
  }

  #write(plan: ListPlan, { vectors, own }: ListBlock): void {
    this.#kernel.u32(plan.count, 1)[0] = own.length;
    this.#kernel.f32(plan.users, vectors.length).set(vectors);
    const starts = this.#kernel.u32(plan.ownStarts, own.length + 1);
    own.forEach((items, i) => {
      this.#kernel.i32(plan.own + starts[i] * 4, items.length).set(items);
      starts[i + 1] = starts[i] + items.length;
    });
  }

  #read({ n, found, outItems, outScores }: ListPlan, user: number): Ranked {
    const [length] = this.#kernel.u32(found + user * 4, 1);
    const from = user * n * 4;
    return {
      items: Int32Array.from(this.#kernel.u32(outItems + from, length)),
      scores: Float32Array.from(this.#kernel.f32(outScores + from, length)),
    };
  }
}

const NO_USERS: ListBlock = { vectors: new Float32Array(), own: [] };
