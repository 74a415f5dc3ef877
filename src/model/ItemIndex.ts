import { toRowNumbers } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import type { Hyperparameters } from "./hyperparameters.ts";
import { Allocator, inFours } from "./memory/Allocator.ts";
import { rowLength } from "./memory/FeatureTable.ts";
import { Kernel } from "./memory/Kernel.ts";

/** Items, best first, and their scores. */
export interface Ranked {
  items: Int32Array;
  scores: Float32Array;
}

/** Pairs to a slice: what a slice needs stays in the cache, and in little memory. */
const SLICE = 16_384;

/**
 * The vectors of items in a memory of their own, to be searched. Each question lays out its work behind them
 * and is done before the next.
 */
export class ItemIndex {
  readonly items: number;
  readonly kernel: Kernel;
  readonly hyper: Hyperparameters;
  /** Where the items' vectors lie. */
  readonly vectors: number;
  /** Where every item stands once: what BPR draws its negatives from when folding in. */
  readonly pool: number;
  readonly #scores: number;
  readonly #workspace: number;

  private constructor(
    kernel: Kernel,
    hyper: Hyperparameters,
    items: number,
    blocks: { vectors: number; scores: number; pool: number; workspace: number },
  ) {
    this.kernel = kernel;
    this.hyper = hyper;
    this.items = items;
    this.vectors = blocks.vectors;
    this.pool = blocks.pool;
    this.#scores = blocks.scores;
    this.#workspace = blocks.workspace;
  }

  /** @param itemVectors as `represent` gives them */
  static async create(hyper: Hyperparameters, itemVectors: Float32Array): Promise<ItemIndex> {
    const width = rowLength(hyper.noComponents);
    const items = itemVectors.length / width;
    const roundedUp = inFours(items);
    const memory = new Allocator();
    const vectors = memory.block(roundedUp * width * 4);
    const scores = memory.block(roundedUp * 4);
    const pool = memory.block(items * 4);
    const kernel = await Kernel.create(memory.bytes);
    kernel.f32(vectors, itemVectors.length).set(itemVectors);
    kernel.u32(pool, items).forEach((_, i, all) => {
      all[i] = i;
    });
    return new ItemIndex(kernel, hyper, items, { vectors, scores, pool, workspace: memory.bytes });
  }

  /** Room behind the index, for one question. Reserve it in the kernel before it is written. */
  workspace(): Allocator {
    return new Allocator(this.#workspace);
  }

  /** All items' vectors: a view that the next question ends. */
  get itemVectors(): Float32Array {
    return this.kernel.f32(this.vectors, this.items * rowLength(this.hyper.noComponents));
  }

  /** The best `n` items for a user's vector, those of `leftOut` left out; fewer if fewer are left. */
  best(userVector: Float32Array, n: number, leftOut: Int32Array): Ranked {
    const { kernel } = this;
    const most = Math.min(n, this.items);
    const memory = this.workspace();
    const user = memory.block(userVector.byteLength);
    const excluded = memory.block(leftOut.byteLength);
    const outItems = memory.block(most * 4);
    const outScores = memory.block(most * 4);
    kernel.reserve(memory.bytes);
    kernel.f32(user, userVector.length).set(userVector);
    kernel.u32(excluded, leftOut.length).set(leftOut);
    kernel.run.score(user, this.vectors, this.items, userVector.byteLength, this.#scores);
    kernel.run.closeTail(this.#scores, this.items);
    kernel.run.leaveOut(this.#scores, excluded, 0, leftOut.length);
    const found = most === 0 ? 0 : kernel.run.topN(this.#scores, this.items, most, outItems, outScores);
    return {
      items: Int32Array.from(kernel.u32(outItems, found)),
      scores: kernel.f32(outScores, found).slice(),
    };
  }

  /** What every item scores for a user's vector. */
  scores(userVector: Float32Array): Float32Array {
    const { kernel } = this;
    const memory = this.workspace();
    const user = memory.block(userVector.byteLength);
    kernel.reserve(memory.bytes);
    kernel.f32(user, userVector.length).set(userVector);
    kernel.run.score(user, this.vectors, this.items, userVector.byteLength, this.#scores);
    return kernel.f32(this.#scores, this.items).slice();
  }

  /**
   * The scores of pairs: row `userIds[i]` of these vectors with item `itemIds[i]`. There are often millions, and
   * the kernel checks ids in much less time than JavaScript.
   * @throws ArgumentError if an id is out of range.
   */
  scorePairs(userVectors: Float32Array, userIds: Int32Array, itemIds: Int32Array): Float32Array {
    const { kernel } = this;
    const { length } = itemIds;
    const memory = this.workspace();
    const users = memory.block(userVectors.byteLength);
    const userPointer = memory.block(SLICE * 4);
    const itemPointer = memory.block(SLICE * 4);
    const out = memory.block(SLICE * 4);
    kernel.reserve(memory.bytes);
    kernel.f32(users, userVectors.length).set(userVectors);
    const userSlice = kernel.u32(userPointer, SLICE);
    const itemSlice = kernel.u32(itemPointer, SLICE);
    const scoreSlice = kernel.f32(out, SLICE);
    const rowBytes = rowLength(this.hyper.noComponents) * 4;
    const rows = userVectors.byteLength / rowBytes;
    const scores = new Float32Array(length);
    for (let from = 0; from < length; from += SLICE) {
      const count = Math.min(SLICE, length - from);
      if (count < SLICE) for (const ids of [userSlice, itemSlice]) ids.fill(0, count);
      userSlice.set(userIds.subarray(from, from + count));
      itemSlice.set(itemIds.subarray(from, from + count));
      const inRange =
        kernel.run.allBelow(userPointer, count, rows) && kernel.run.allBelow(itemPointer, count, this.items);
      if (!inRange) {
        toRowNumbers("userIds", userIds, rows);
        toRowNumbers("itemIds", itemIds, this.items);
        throw new ArgumentError("userIds and itemIds must not change while their pairs are scored.");
      }
      kernel.run.scorePairs(userPointer, users, itemPointer, this.vectors, count, rowBytes, out);
      scores.set(scoreSlice.subarray(0, count), from);
    }
    return scores;
  }
}
