import { Allocator, inFours } from "../memory/Allocator.ts";
import { Kernel } from "../memory/Kernel.ts";
import type { Neighbours } from "./Neighbours.ts";

/** Vectors of some of the items, whose dot products are neighbour scores. */
export interface NeighbourRows {
  /** Which items have one, ascending. */
  items: Int32Array;
  /** Length of each vector. */
  width: number;
  /** Row-major, items.length × width. */
  vectors: Float32Array;
  /**
   * Towards how many times as much they count for somebody the more likes are known, at least 1: half of the way for 50.
   * 1 if left out.
   */
  growth?: number | undefined;
}

/** The neighbour score as the dot product of an item's vector with the sum of the liked items', without anybody's likes. */
export class NeighbourVectors implements Neighbours {
  readonly bytes: number;
  readonly #kernel: Kernel;
  readonly #items: Int32Array;
  /** By item: its row; -1 without one. */
  readonly #places: Int32Array;
  /** Numbers from one row to the next. */
  readonly #stride: number;
  readonly #blocks: { vectors: number; sum: number; scores: number };

  private constructor(
    kernel: Kernel,
    items: Int32Array,
    places: Int32Array,
    stride: number,
    blocks: { vectors: number; sum: number; scores: number },
    bytes: number,
  ) {
    this.#kernel = kernel;
    this.#items = items;
    this.#places = places;
    this.#stride = stride;
    this.#blocks = blocks;
    this.bytes = bytes;
  }

  /** @param all how many items there are; those without a vector score 0 */
  static async create({ items, width, vectors }: NeighbourRows, all: number): Promise<NeighbourVectors> {
    const stride = inFours(width);
    const memory = new Allocator();
    const blocks = {
      vectors: memory.block(inFours(items.length) * stride * 4),
      sum: memory.block(stride * 4),
      scores: memory.block(inFours(items.length) * 4),
    };
    const kernel = await Kernel.create(memory.bytes);
    const rows = kernel.f32(blocks.vectors, items.length * stride);
    const places = new Int32Array(all).fill(-1);
    items.forEach((item, place) => {
      rows.set(vectors.subarray(place * width, (place + 1) * width), place * stride);
      places[item] = place;
    });
    return new NeighbourVectors(kernel, items, places, stride, blocks, memory.bytes);
  }

  score(itemIds: ArrayLike<number>): Float32Array {
    const stride = this.#stride;
    const { length } = this.#items;
    const rows = this.#kernel.f32(this.#blocks.vectors, length * stride);
    const sum = this.#kernel.f32(this.#blocks.sum, stride).fill(0);
    for (let i = 0; i < itemIds.length; i++) {
      const place = this.#places[itemIds[i]];
      if (place < 0) continue;
      for (let k = 0; k < stride; k++) sum[k] += rows[place * stride + k];
    }
    this.#kernel.run.score(this.#blocks.sum, this.#blocks.vectors, length, stride * 4, this.#blocks.scores);
    const found = this.#kernel.f32(this.#blocks.scores, length);
    const scores = new Float32Array(this.#places.length);
    this.#items.forEach((item, place) => {
      scores[item] = found[place];
    });
    return scores;
  }
}
