import { allPositions } from "../matrix/countingSort.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { type Interactions, type Rows, toRows } from "../matrix/Interactions.ts";
import type { SeededRandom } from "../matrix/random.ts";
import { briefRows } from "./briefRows.ts";
import type { FeatureTable } from "./FeatureTable.ts";
import { HelperThreads } from "./HelperThreads.ts";
import type { Hyperparameters } from "./hyperparameters.ts";
import { Kernel } from "./Kernel.ts";
import { reserveKnown, writeKnown } from "./knownItems.ts";
import { MemoryPlan } from "./MemoryPlan.ts";
import { nextTask } from "./nextTask.ts";
import {
  beginEpoch,
  EPOCHS,
  type InteractionBlocks,
  type MatrixBlocks,
  meanLoss,
  NO_ROWS,
  regularize,
  reserveBriefs,
  reserveMatrix,
  reservePlan,
  reserveRows,
  runSlice,
  type SidePlan,
  shuffleVisits,
  writeBriefs,
  writeMatrix,
  writePlan,
  writeRows,
  writeVisits,
} from "./plan.ts";

/** The learnt state of both sides. */
export interface Tables {
  users: FeatureTable;
  items: FeatureTable;
}

export interface TrainingData {
  interactions: Interactions;
  userFeatures: FeatureMatrix;
  itemFeatures: FeatureMatrix;
}

interface TableBlocks {
  values: number;
  sums: number;
  momenta: number;
}

/** Visits to a claim: what a thread takes before it looks again whether there are more. */
const CHUNK = 2048;

/** A kernel's memory laid out for epochs over one set of interactions, by one thread or several. */
export class TrainingMemory {
  readonly length: number;
  readonly #kernel: Kernel;
  readonly #hyper: Hyperparameters;
  /** One for each thread. */
  readonly #plans: number[];
  readonly #interactions: Interactions;
  readonly #visits: Pick<InteractionBlocks, "visits" | "weights">;
  /** How far an epoch's visits have been claimed. */
  readonly #counter: number;
  readonly #tables: { users: TableBlocks; items: TableBlocks };

  private constructor(
    kernel: Kernel,
    hyper: Hyperparameters,
    interactions: Interactions,
    blocks: { plans: number[]; visits: Pick<InteractionBlocks, "visits" | "weights">; counter: number },
    tables: { users: TableBlocks; items: TableBlocks },
  ) {
    this.#kernel = kernel;
    this.#hyper = hyper;
    this.length = interactions.length;
    this.#interactions = interactions;
    this.#plans = blocks.plans;
    this.#visits = blocks.visits;
    this.#counter = blocks.counter;
    this.#tables = tables;
  }

  static async create(
    hyper: Hyperparameters,
    tables: Tables,
    { interactions, userFeatures, itemFeatures }: TrainingData,
    threads = 1,
  ): Promise<TrainingMemory> {
    const known = toRows(interactions);
    // With millions of interactions each of these steps takes seconds.
    await nextTask();
    const disliked = hyper.dislikes === "negatives" ? toRows(interactions, "dislikes") : null;
    const memory = new MemoryPlan();
    const counter = memory.block(4);
    const rows = briefRows(itemFeatures);
    const briefs = reserveBriefs(memory, rows);
    const plans = Array.from({ length: threads }, () => reservePlan(memory, hyper, briefs));
    const blocks = reserveInteractions(memory, hyper, interactions, known, disliked);
    const userMatrix = reserveMatrix(memory, userFeatures);
    const itemMatrix = reserveMatrix(memory, itemFeatures);
    const users = reserveTable(memory, tables.users);
    const items = reserveTable(memory, tables.items);

    const kernel = await Kernel.create(memory.bytes, threads > 1);
    if (blocks.pool) kernel.u32(blocks.pool, blocks.poolSize).set(interactions.itemIds);
    writeKnown(kernel, blocks.known, known);
    if (disliked) writeRows(kernel, blocks.disliked, disliked);
    writeMatrix(kernel, userMatrix, userFeatures);
    writeMatrix(kernel, itemMatrix, itemFeatures);
    const userSide = sidePlan(userFeatures, userMatrix, users, hyper.userAlpha);
    const itemSide = sidePlan(itemFeatures, itemMatrix, items, hyper.itemAlpha);
    if (rows) writeBriefs(kernel, briefs, rows);
    for (const plan of plans) writePlan(kernel, hyper, plan, blocks, userSide, itemSide, briefs);
    const pointers = plans.map(({ plan }) => plan);
    await nextTask();
    const training = new TrainingMemory(
      kernel,
      hyper,
      interactions,
      { plans: pointers, visits: blocks, counter },
      { users, items },
    );
    training.arrange(allPositions(interactions.length));
    training.write(tables);
    return training;
  }

  get threads(): number {
    return this.#plans.length;
  }

  /** Starts the threads besides this one. @throws WorkerFailedError */
  startHelpers(): Promise<HelperThreads> {
    const { shared } = this.#kernel;
    const [, ...plans] = this.#plans;
    return HelperThreads.start(
      shared
        ? plans.map((plan) => ({
            ...shared,
            plan,
            epoch: EPOCHS[this.#hyper.loss],
            counter: this.#counter,
            length: this.length,
            chunk: CHUNK,
          }))
        : [],
    );
  }

  /** Lays the interactions out in the order in which the next epoch is to visit them. */
  arrange(order: Iterable<number>): void {
    writeVisits(this.#kernel, this.#visits, this.#interactions, Uint32Array.from(order));
  }

  /** Shuffles the order of the last epoch for the next. */
  shuffle(random: SeededRandom): void {
    shuffleVisits(this.#kernel, this.#plans[0], this.length, random);
  }

  /** @param samplerSeeds one for each thread */
  beginEpoch(samplerSeeds: number[]): void {
    this.#plans.forEach((plan, i) => {
      beginEpoch(this.#kernel, plan, samplerSeeds[i]);
    });
    Atomics.store(this.#claims, 0, 0);
  }

  /** Runs the next visits that nobody has claimed. Returns how many are claimed by now, all where none were left. */
  runNext(): number {
    const from = Atomics.add(this.#claims, 0, CHUNK);
    if (from >= this.length) return this.length;
    const to = Math.min(this.length, from + CHUNK);
    runSlice(this.#kernel, this.#hyper, this.#plans[0], from, to);
    return to;
  }

  /** Leaves nothing to claim, so that every thread stops after the visits it is at. */
  stop(): void {
    Atomics.store(this.#claims, 0, this.length);
  }

  get #claims(): Int32Array {
    return this.#kernel.i32(this.#counter, 1);
  }

  /** Settles regularisation. Returns the epoch's mean loss, or null where a parameter is no longer finite. */
  endEpoch(): number | null {
    regularize(this.#kernel, this.#plans);
    const { users, items } = this.#tables;
    const finite =
      this.#kernel.run.allFinite(users.values, users.sums - users.values) &&
      this.#kernel.run.allFinite(items.values, items.sums - items.values);
    return finite ? meanLoss(this.#kernel, this.#plans) : null;
  }

  write(tables: Tables): void {
    this.#eachArray(tables, (array, pointer) => this.#kernel.f32(pointer, array.length).set(array));
  }

  read(tables: Tables): void {
    this.#eachArray(tables, (array, pointer) => array.set(this.#kernel.f32(pointer, array.length)));
  }

  #eachArray(tables: Tables, visit: (array: Float32Array, pointer: number) => void): void {
    for (const side of ["users", "items"] as const) {
      const table = tables[side];
      const blocks = this.#tables[side];
      visit(table.values, blocks.values);
      visit(table.sums, blocks.sums);
      if (table.momenta) visit(table.momenta, blocks.momenta);
    }
  }
}

function sidePlan(
  features: FeatureMatrix,
  matrix: MatrixBlocks,
  table: TableBlocks,
  alpha: number,
): SidePlan {
  return { rows: features.rows, features: features.features, matrix, ...table, alpha, frozen: false };
}

function reserveInteractions(
  memory: MemoryPlan,
  hyper: Hyperparameters,
  { users, items, length, weights }: Interactions,
  known: Rows,
  disliked: Rows | null,
): InteractionBlocks {
  const poolSize = hyper.loss === "bpr" ? length : 0;
  return {
    visits: memory.block(length * 8),
    weights: weights ? memory.block(length * 4) : 0,
    pool: poolSize ? memory.block(poolSize * 4) : 0,
    poolSize,
    known: reserveKnown(memory, hyper, known, items),
    disliked: disliked ? reserveRows(memory, users, disliked.indices.length) : NO_ROWS,
  };
}

function reserveTable(memory: MemoryPlan, { values, sums, momenta }: FeatureTable): TableBlocks {
  return {
    values: memory.block(values.byteLength),
    sums: memory.block(sums.byteLength),
    momenta: momenta ? memory.block(momenta.byteLength) : 0,
  };
}
