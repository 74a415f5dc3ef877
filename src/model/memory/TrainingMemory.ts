import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import { type Rows, stepsToSort, toRows } from "../../matrix/rows.ts";
import { nextTask } from "../../nextTask.ts";
import { counted, inTurns } from "../../steps.ts";
import { beginEpoch, type EpochSeeds, meanLoss, regularize } from "../epoch.ts";
import type { Hyperparameters } from "../hyperparameters.ts";
import { LOSSES } from "../losses.ts";
import type { Tables } from "../ModelState.ts";
import { EpochThread } from "../threads/EpochThread.js";
import { HelperThreads } from "../threads/HelperThreads.ts";
import { ADADELTA_CHUNK, CHUNK, VisitClaims } from "../threads/visitClaims.js";
import { type Deal, dealOut, learntFrom, VisitLayout, writeVisits } from "../visits.ts";
import { Allocator } from "./Allocator.ts";
import type { FeatureTable } from "./FeatureTable.ts";
import { Kernel } from "./Kernel.ts";
import { reserveKnown, writeKnown } from "./knownItems.ts";
import { type MatrixBlocks, reserveMatrix, writeMatrix } from "./matrixBlocks.ts";
import { packFeatures, reservePacked, writePacked } from "./packedFeatures.ts";
import { type InteractionBlocks, reservePlan, type SidePlan, writePlan } from "./plan.ts";
import { NO_ROWS, reserveRows, writeRows } from "./userRows.ts";

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

/** Visits written between two chances for others: some milliseconds. */
const VISITS_A_SLICE = 1_000_000;
/** Of laying memory out: once it is reserved, and known items are sorted; what is left is laying out visits. */
const [RESERVED, SORTED] = [0.1, 0.5];

/** A kernel's memory laid out for epochs over one set of interactions, by one thread or several. */
export class TrainingMemory {
  /** Visits of an epoch. */
  readonly length: number;
  readonly kernel: Kernel;
  /** Where each thread's plan lies. */
  readonly plans: readonly number[];
  readonly #hyper: Hyperparameters;
  readonly #interactions: Interactions;
  readonly #visits: Pick<InteractionBlocks, "visits" | "weights">;
  readonly #deal: Deal;
  readonly #claimsAt: number;
  readonly #chunk: number;
  readonly #claims: VisitClaims;
  /** This thread; the others are helpers. */
  readonly #thread: EpochThread;
  readonly #tables: { users: TableBlocks; items: TableBlocks };

  private constructor(
    kernel: Kernel,
    hyper: Hyperparameters,
    interactions: Interactions,
    blocks: { plans: number[]; visits: Pick<InteractionBlocks, "visits" | "weights">; claims: number },
    deal: Deal,
    tables: { users: TableBlocks; items: TableBlocks },
  ) {
    this.kernel = kernel;
    this.#hyper = hyper;
    const { parts } = deal;
    this.length = parts[parts.length - 1].to;
    this.#interactions = interactions;
    this.plans = blocks.plans;
    this.#visits = blocks.visits;
    this.#deal = deal;
    this.#claimsAt = blocks.claims;
    this.#chunk = parts.length > 1 && hyper.learningSchedule === "adadelta" ? ADADELTA_CHUNK : CHUNK;
    const { buffer } = kernel.i32(blocks.claims, parts.length);
    this.#claims = new VisitClaims(buffer, blocks.claims, parts, 0, this.#chunk);
    this.#thread = new EpochThread(
      kernel.run,
      kernel.run[LOSSES[hyper.loss].kernel],
      blocks.plans[0],
      this.#claims,
    );
    this.#tables = tables;
  }

  /** @param tell is told the share that is done */
  static async create(
    hyper: Hyperparameters,
    tables: Tables,
    { interactions, userFeatures, itemFeatures }: TrainingData,
    threads = 1,
    tell: (share: number) => void = () => {},
  ): Promise<TrainingMemory> {
    const disliked = hyper.dislikes === "negatives" ? toRows(interactions, "dislikes") : null;
    const memory = new Allocator();
    const claims = memory.block(threads * 4);
    const deal = dealOut(hyper, interactions, threads);
    const { parts } = deal;
    const rows = packFeatures(itemFeatures);
    const packed = reservePacked(memory, rows);
    const { copies } = packed;
    const shares = parts.map((part, i) => ({ ...part, firstCopy: itemFeatures.features + i * copies }));
    const plans = shares.map(() => reservePlan(memory, hyper, packed));
    const blocks = reserveInteractions(memory, hyper, interactions, parts[threads - 1].to, disliked);
    const userMatrix = reserveMatrix(memory, userFeatures);
    const itemMatrix = reserveMatrix(memory, itemFeatures);
    const users = reserveTable(memory, tables.users);
    const items = reserveTable(memory, tables.items, threads * copies);

    const kernel = await Kernel.create(memory.bytes, threads > 1);
    tell(RESERVED);
    await inTurns(
      writeKnown(kernel, blocks.known, interactions),
      counted(stepsToSort(interactions.length), RESERVED, SORTED, tell),
    );
    // Other code may have changed them while we waited; from here on none can run in between.
    for (const matrix of [interactions, userFeatures, itemFeatures]) matrix.check();
    if (blocks.pool) kernel.u32(blocks.pool, blocks.poolSize).set(interactions.itemIds);
    if (disliked) writeRows(kernel, blocks.disliked, disliked);
    writeMatrix(kernel, userMatrix, userFeatures);
    const userSide = sidePlan(userFeatures, userMatrix, users, hyper.userAlpha);
    writeMatrix(kernel, itemMatrix, itemFeatures);
    const itemSide = sidePlan(itemFeatures, itemMatrix, items, hyper.itemAlpha);
    if (rows) writePacked(kernel, packed, rows);
    plans.forEach((plan, i) => {
      writePlan(kernel, hyper, plan, shares[i], blocks, userSide, itemSide, packed);
    });
    const pointers = plans.map(({ plan }) => plan);
    await nextTask();
    const training = new TrainingMemory(
      kernel,
      hyper,
      interactions,
      { plans: pointers, visits: blocks, claims },
      deal,
      { users, items },
    );
    await training.rearrange((share) => tell(SORTED + (1 - SORTED) * share));
    training.write(tables);
    return training;
  }

  get threads(): number {
    return this.plans.length;
  }

  /** Starts the other threads; null if none can be started. */
  startHelpers(): Promise<HelperThreads | null> {
    const { shared } = this.kernel;
    const [, ...plans] = this.plans;
    return HelperThreads.start(
      shared
        ? plans.map((plan, i) => ({
            ...shared,
            plan,
            epoch: LOSSES[this.#hyper.loss].kernel,
            claims: this.#claimsAt,
            parts: this.#deal.parts,
            own: i + 1,
            chunk: this.#chunk,
          }))
        : [],
      "The model is as it was before this epoch. Train again; if it repeats, use 1 thread.",
    );
  }

  /** Lays the visits out again as they came, so that the next epoch does not stand on the shuffles before it. */
  async rearrange(tell: (share: number) => void = () => {}): Promise<void> {
    const layout = new VisitLayout(this.kernel, this.#visits, this.#hyper, this.#interactions, this.#deal);
    const onSlice = counted(Math.ceil(this.#interactions.length / VISITS_A_SLICE), 0, 1, tell);
    while (layout.next(VISITS_A_SLICE)) {
      onSlice();
      await nextTask();
    }
  }

  /** Lays the visits out in this order of the interactions' positions. */
  arrange(order: Int32Array): void {
    const { values } = this.#interactions;
    writeVisits(this.kernel, this.#visits, this.#interactions, learntFrom(this.#hyper, values, order));
  }

  /** @param seeds of each thread */
  beginEpoch(seeds: EpochSeeds[]): void {
    this.plans.forEach((plan, i) => {
      beginEpoch(this.kernel, plan, seeds[i]);
    });
    this.#claims.close();
  }

  /** Shuffles this thread's own visits and lays them open. */
  beginPart(): void {
    this.#thread.begin();
  }

  /** Runs the next visits that nobody has claimed. Returns whether there were any. */
  runNext(): boolean {
    return this.#thread.runNext();
  }

  /** How many visits are claimed by now. */
  get claimed(): number {
    return this.#claims.claimed();
  }

  /** Leaves nothing to claim, so that every thread stops after the visits it is at. */
  stop(): void {
    this.#claims.stop();
  }

  /** Settles regularisation. Returns the epoch's mean loss, or null if a parameter is no longer finite. */
  endEpoch(): number | null {
    regularize(this.kernel, this.plans);
    const { users, items } = this.#tables;
    const finite =
      this.kernel.run.allFinite(users.values, users.sums - users.values) &&
      this.kernel.run.allFinite(items.values, items.sums - items.values);
    return finite ? meanLoss(this.kernel, this.plans) : null;
  }

  write(tables: Tables): void {
    for (const side of ["users", "items"] as const) {
      const { values, sums, momenta } = tables[side];
      const blocks = this.#tables[side];
      this.kernel.f32(blocks.values, values.length).set(values);
      this.kernel.f32(blocks.sums, sums.length).set(sums);
      if (momenta) this.kernel.f32(blocks.momenta, momenta.length).set(momenta);
    }
  }

  /** What these tables have become, in arrays of their own. */
  read({ users, items }: Tables): Tables {
    return { users: this.#read(users, this.#tables.users), items: this.#read(items, this.#tables.items) };
  }

  #read(table: FeatureTable, { values, sums, momenta }: TableBlocks): FeatureTable {
    const copied = (pointer: number) => this.kernel.f32(pointer, table.features * table.rowLength).slice();
    return table.with(copied(values), copied(sums), table.momenta && copied(momenta));
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
  memory: Allocator,
  hyper: Hyperparameters,
  interactions: Interactions,
  length: number,
  disliked: Rows | null,
): InteractionBlocks {
  const { users, itemIds, weights } = interactions;
  const poolSize = LOSSES[hyper.loss].draws === "interactions" ? itemIds.length : 0;
  return {
    visits: memory.block(length * 8),
    weights: weights ? memory.block(length * 4) : 0,
    pool: poolSize ? memory.block(poolSize * 4) : 0,
    poolSize,
    known: reserveKnown(memory, hyper, interactions),
    disliked: disliked ? reserveRows(memory, users, disliked.indices.length) : NO_ROWS,
  };
}

function reserveTable(
  memory: Allocator,
  { values, momenta, rowLength }: FeatureTable,
  extraRows = 0,
): TableBlocks {
  const bytes = values.byteLength + extraRows * rowLength * 4;
  return {
    values: memory.block(bytes),
    sums: memory.block(bytes),
    momenta: momenta ? memory.block(bytes) : 0,
  };
}
