import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { SeededRandom } from "../matrix/random.ts";
import { beginEpoch, drawSeeds } from "./epoch.ts";
import type { Dislikes, Hyperparameters } from "./hyperparameters.ts";
import { LOSSES } from "./losses.ts";
import { Allocator } from "./memory/Allocator.ts";
import type { FeatureTable } from "./memory/FeatureTable.ts";
import { rowLength } from "./memory/FeatureTable.ts";
import { Kernel } from "./memory/Kernel.ts";
import { reserveKnown, writeKnown } from "./memory/knownItems.ts";
import { IDENTITY } from "./memory/matrixBlocks.ts";
import { NOT_PACKED } from "./memory/packedFeatures.ts";
import { reservePlan, writePlan } from "./memory/plan.ts";
import { NO_ROWS, reserveRows, writeRows } from "./memory/userRows.ts";
import { representIn } from "./represent.ts";
import { learntFrom, writeVisits } from "./visits.ts";

/** Items, best first, and their scores. */
export interface Ranked {
  items: Int32Array;
  scores: Float32Array;
}

/** What one user did, checked; items in any order, each once. */
export interface CheckedOwnInteractions {
  itemIds: Int32Array;
  values: Float32Array;
  weights: Float32Array | null;
}

/**
 * Answers questions from a snapshot of the item side: every item's vector is worked out once, and lies
 * in a memory of its own, so training may go on beside it. Each question lays out its work behind the
 * snapshot and is done before the next.
 */
export class Serving {
  readonly items: number;
  readonly #kernel: Kernel;
  readonly #hyper: Hyperparameters;
  readonly #vectors: number;
  readonly #scores: number;
  /** Every item once: what BPR draws its negatives from when folding in. */
  readonly #pool: number;
  readonly #workspace: number;

  private constructor(
    kernel: Kernel,
    hyper: Hyperparameters,
    items: number,
    blocks: { vectors: number; scores: number; pool: number; workspace: number },
  ) {
    this.#kernel = kernel;
    this.#hyper = hyper;
    this.items = items;
    this.#vectors = blocks.vectors;
    this.#scores = blocks.scores;
    this.#pool = blocks.pool;
    this.#workspace = blocks.workspace;
  }

  /** @param itemVectors of every item, as `represent` gives them. */
  static async create(hyper: Hyperparameters, itemVectors: Float32Array): Promise<Serving> {
    const width = rowLength(hyper.noComponents);
    const items = itemVectors.length / width;
    const roundedUp = Math.ceil(items / 4) * 4;
    const memory = new Allocator();
    const vectors = memory.block(roundedUp * width * 4);
    const scores = memory.block(roundedUp * 4);
    const pool = memory.block(items * 4);
    const kernel = await Kernel.create(memory.bytes);
    kernel.f32(vectors, itemVectors.length).set(itemVectors);
    kernel.u32(pool, items).forEach((_, i, all) => {
      all[i] = i;
    });
    return new Serving(kernel, hyper, items, { vectors, scores, pool, workspace: memory.bytes });
  }

  /** The vector of a user with these features, a matrix of one row. */
  userVector(users: FeatureTable, features: FeatureMatrix): Float32Array {
    return representIn(this.#kernel, new Allocator(this.#workspace), users, features);
  }

  /** The vector of one item: a view that the next question ends. */
  itemVector(item: number): Float32Array {
    const width = rowLength(this.#hyper.noComponents);
    return this.#kernel.f32(this.#vectors + item * width * 4, width);
  }

  /** The `n` items whose embeddings point most nearly the same way as this item's, by cosine; itself left out. */
  similar(item: number, n: number): Ranked {
    const { noComponents } = this.#hyper;
    const own = this.itemVector(item);
    const cosines = Float32Array.from({ length: this.items }, (_, other) =>
      other === item ? Number.NEGATIVE_INFINITY : cosine(own, this.itemVector(other), noComponents),
    );
    const items = Int32Array.from(cosines.keys())
      .sort((a, b) => cosines[b] - cosines[a] || a - b)
      .slice(0, Math.min(n, this.items - 1));
    return { items, scores: Float32Array.from(items, (other) => cosines[other]) };
  }

  /** The best `n` items for a user's vector, those of `leftOut` left out; fewer where there are fewer. */
  recommend(userVector: Float32Array, n: number, leftOut: Int32Array): Ranked {
    const kernel = this.#kernel;
    const most = Math.min(n, this.items);
    const memory = new Allocator(this.#workspace);
    const user = memory.block(userVector.byteLength);
    const excluded = memory.block(leftOut.byteLength);
    const outItems = memory.block(most * 4);
    const outScores = memory.block(most * 4);
    kernel.reserve(memory.bytes);
    kernel.f32(user, userVector.length).set(userVector);
    kernel.u32(excluded, leftOut.length).set(leftOut);
    kernel.run.score(user, this.#vectors, this.items, userVector.byteLength, this.#scores);
    kernel.run.closeTail(this.#scores, this.items);
    kernel.run.leaveOut(this.#scores, excluded, 0, leftOut.length);
    const found = most === 0 ? 0 : kernel.run.topN(this.#scores, this.items, most, outItems, outScores);
    return {
      items: Int32Array.from(kernel.u32(outItems, found)),
      scores: kernel.f32(outScores, found).slice(),
    };
  }

  /**
   * A user's vector learnt from their own interactions by the model's loss, with everything else held
   * still. The same interactions give the same vector, whatever their order.
   * @param start one row: where the vector begins; it stays as it is
   */
  foldIn(own: CheckedOwnInteractions, start: FeatureTable, epochs: number, dislikes: Dislikes): Float32Array {
    const kernel = this.#kernel;
    const hyper = { ...this.#hyper, dislikes };
    const { length } = own.itemIds;
    const memory = new Allocator(this.#workspace);
    const plan = reservePlan(memory, hyper, NOT_PACKED);
    const rows = { indptr: Int32Array.of(0, length), indices: own.itemIds.toSorted() };
    const known = reserveKnown(memory, hyper, rows, this.items);
    const negatives = own.itemIds.filter((_, i) => dislikes === "negatives" && !(own.values[i] > 0)).sort();
    const disliked = negatives.length > 0 ? reserveRows(memory, 1, negatives.length) : NO_ROWS;
    const byItem = Int32Array.from(own.itemIds.keys()).sort((a, b) => own.itemIds[a] - own.itemIds[b]);
    const visits = learntFrom(hyper, own.values, byItem);
    const interactions = {
      visits: memory.block(visits.length * 8),
      weights: own.weights ? memory.block(visits.length * 4) : 0,
      pool: this.#pool,
      poolSize: this.items,
      known,
      disliked,
    };
    const values = memory.block(start.values.byteLength);
    const sums = memory.block(start.sums.byteLength);
    const momenta = start.momenta ? memory.block(start.momenta.byteLength) : 0;
    kernel.reserve(memory.bytes);

    writeVisits(kernel, interactions, { ...own, userIds: new Int32Array(length) }, visits);
    writeKnown(kernel, known, rows);
    if (negatives.length > 0) {
      writeRows(kernel, disliked, { indptr: Int32Array.of(0, negatives.length), indices: negatives });
    }
    kernel.f32(values, start.values.length).set(start.values);
    kernel.f32(sums, start.sums.length).set(start.sums);
    if (start.momenta) kernel.f32(momenta, start.momenta.length).set(start.momenta);
    const user = { rows: 1, features: 1, matrix: IDENTITY, values, sums, momenta };
    const items = {
      rows: this.items,
      features: this.items,
      matrix: IDENTITY,
      values: this.#vectors,
      sums: 0,
      momenta: 0,
    };
    writePlan(
      kernel,
      hyper,
      plan,
      { from: 0, to: visits.length, firstCopy: 0, copies: 0 },
      interactions,
      { ...user, alpha: hyper.userAlpha, frozen: false },
      { ...items, alpha: 0, frozen: true },
      NOT_PACKED,
    );

    const random = new SeededRandom(hyper.seed);
    for (let epoch = 0; epoch < epochs; epoch++) {
      beginEpoch(kernel, plan.plan, drawSeeds(random));
      kernel.run.shuffle(plan.plan);
      kernel.run[LOSSES[hyper.loss].kernel](plan.plan, 0, visits.length);
      kernel.run.regularize(plan.plan);
    }
    const vector = kernel.f32(values, start.values.length).slice();
    vector[hyper.noComponents + 1] = 1;
    return vector;
  }
}

/** Of the first `length` numbers; 0 where one of the two is zero. */
export function cosine(a: Float32Array, b: Float32Array, length = a.length): number {
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < length; i++) {
    product += a[i] * b[i];
    squareA += a[i] ** 2;
    squareB += b[i] ** 2;
  }
  return product / Math.sqrt(squareA * squareB || 1);
}
