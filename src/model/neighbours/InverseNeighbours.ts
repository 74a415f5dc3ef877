import { ArgumentError } from "../../errors.ts";
import { Allocator } from "../memory/Allocator.ts";
import { Kernel } from "../memory/Kernel.ts";
import { indicesIn, type Likes } from "./likes.ts";
import type { Neighbours } from "./Neighbours.ts";
import { shrinkageFor } from "./Shrinkage.ts";
import { turn } from "./turn.ts";

/** Items that take part at most: the inverse of a matrix of this side takes 64 MB, and seconds. */
const MOST_ITEMS = 4096;
/** Rows of the matrix that are swept at once; the kernel wants a multiple of eight. */
const SWEPT = 64;

interface Blocks {
  matrix: number;
  panel: number;
  scaled: number;
  corner: number;
}

/**
 * The score of `RidgeNeighbours` by its inverted matrix: e(x) = x + x·B for B = −λ·W⁻¹·(XᵀX + λW⁻²)⁻¹·W⁻¹. A question
 * reads a row of B for each like, whatever the number of users. It is of the items with most likes; the others score 0.
 */
export class InverseNeighbours implements Neighbours {
  readonly bytes: number;
  readonly #kernel: Kernel;
  /** Places in the matrix: of the item with most likes first. */
  readonly #itemAt: Int32Array;
  /** By item: its place; -1 without one. */
  readonly #placeOf: Int32Array;
  readonly #blocks: Blocks;
  /** Numbers to a row of the matrix. */
  readonly #side: number;

  private constructor(
    kernel: Kernel,
    places: { itemAt: Int32Array; placeOf: Int32Array },
    blocks: Blocks,
    side: number,
    bytes: number,
  ) {
    this.bytes = bytes;
    this.#kernel = kernel;
    this.#itemAt = places.itemAt;
    this.#placeOf = places.placeOf;
    this.#blocks = blocks;
    this.#side = side;
  }

  /**
   * Takes seconds, in which others have their turns.
   * @param most items that take part at most
   * @throws UnsupportedError if the memory for it is not to be had, CancelledError if the signal stops it.
   */
  static async create(
    likes: Likes,
    shrinkage = shrinkageFor(likes),
    most = MOST_ITEMS,
    signal?: AbortSignal,
  ): Promise<InverseNeighbours> {
    const itemAt = mostLiked(likes, most);
    const placeOf = new Int32Array(likes.items).fill(-1);
    itemAt.forEach((item, place) => {
      placeOf[item] = place;
    });
    const side = Math.ceil(itemAt.length / 8) * 8;
    const memory = new Allocator();
    const blocks = {
      matrix: memory.block(side * side * 4),
      panel: memory.block(side * SWEPT * 4),
      scaled: memory.block(side * SWEPT * 4),
      corner: memory.block(SWEPT * SWEPT * 4),
    };
    const kernel = await Kernel.create(memory.bytes);
    const made = new InverseNeighbours(kernel, { itemAt, placeOf }, blocks, side, memory.bytes);
    const { penalty, itemWeights } = shrinkage;
    const weights = Float64Array.from(itemAt, (item) => itemWeights[item]);
    await made.#count(likes, signal);
    made.#addPenalties(penalty, weights);
    await made.#invert(signal);
    made.#scale(penalty, weights);
    return made;
  }

  /** Whether no item is left out. */
  static takesAll({ items }: { items: number }): boolean {
    return items <= MOST_ITEMS;
  }

  /** How many of the likes are of items that take part: 0 to 1. */
  static share(likes: Likes): number {
    let within = 0;
    for (const item of mostLiked(likes, MOST_ITEMS)) within += indicesIn(likes.ofItem, item).length;
    return within / likes.ofItem.indices.length;
  }

  /** One score for each item, about 0 to 1, for somebody who likes these items and no others. */
  score(itemIds: ArrayLike<number>): Float32Array {
    const side = this.#side;
    const { matrix, panel } = this.#blocks;
    const rows = this.#kernel.f32(matrix, side * side);
    const sums = this.#kernel.f32(panel, side).fill(0);
    const scores = new Float32Array(this.#placeOf.length);
    for (let i = 0; i < itemIds.length; i++) {
      const place = this.#placeOf[itemIds[i]];
      if (place < 0) continue;
      scores[itemIds[i]] += 1;
      const row = place * side;
      for (let k = 0; k < side; k++) sums[k] += rows[row + k];
    }
    this.#itemAt.forEach((item, place) => {
      scores[item] += sums[place];
    });
    return scores;
  }

  /** What each item scores for somebody who likes it alone, 0 to 1. */
  ownShares(): Float64Array {
    const side = this.#side;
    const rows = this.#kernel.f32(this.#blocks.matrix, side * side);
    const shares = new Float64Array(this.#placeOf.length);
    this.#itemAt.forEach((item, place) => {
      shares[item] = 1 + rows[place * side + place];
    });
    return shares;
  }

  /** XᵀX, its lower triangle. */
  async #count({ ofUser }: Likes, signal: AbortSignal | undefined): Promise<void> {
    const side = this.#side;
    const { matrix, panel } = this.#blocks;
    const places = this.#kernel.i32(panel, side);
    for (let user = 0; user < ofUser.indptr.length - 1; user++) {
      await turn(signal);
      const own = indicesIn(ofUser, user)
        .map((item) => this.#placeOf[item])
        .filter((place) => place >= 0)
        .sort();
      places.set(own);
      this.#kernel.run.countPairs(matrix, side, panel, own.length);
    }
  }

  #addPenalties(penalty: number, weights: Float64Array): void {
    const side = this.#side;
    const numbers = this.#kernel.f32(this.#blocks.matrix, side * side);
    // A matrix that fills no eights ends in rows of nobody's.
    for (let k = 0; k < side; k++)
      numbers[k * side + k] += k < weights.length ? penalty / weights[k] ** 2 : 1;
  }

  async #invert(signal: AbortSignal | undefined): Promise<void> {
    const side = this.#side;
    const { matrix, panel, scaled, corner } = this.#blocks;
    for (let from = 0; from < side; from += SWEPT) {
      await turn(signal);
      const width = Math.min(SWEPT, side - from);
      if (!this.#kernel.run.sweep(matrix, side, from, width, panel, scaled, corner)) {
        throw new ArgumentError("The matrix is not positive definite.");
      }
    }
  }

  /** From minus the inverse's lower triangle to the whole of B. */
  #scale(penalty: number, weights: Float64Array): void {
    const side = this.#side;
    const numbers = this.#kernel.f32(this.#blocks.matrix, side * side);
    for (let row = 0; row < weights.length; row++) {
      for (let column = 0; column <= row; column++) {
        const number = (numbers[row * side + column] * penalty) / (weights[row] * weights[column]);
        numbers[row * side + column] = number;
        numbers[column * side + row] = number;
      }
    }
  }
}

/** The items that most like, the most liked first; equals stay in their order. */
function mostLiked({ items, ofItem: { indptr } }: Likes, most: number): Int32Array {
  const counts = (item: number) => indptr[item + 1] - indptr[item];
  return Int32Array.from({ length: items }, (_, item) => item)
    .filter((item) => counts(item) > 0)
    .sort((a, b) => counts(b) - counts(a))
    .slice(0, most);
}
