import { ArgumentError } from "../../errors.ts";
import { Allocator } from "../memory/Allocator.ts";
import { Kernel } from "../memory/Kernel.ts";
import { indicesIn, type Likes, penaltyFor } from "./likes.ts";
import type { Neighbours } from "./Neighbours.ts";
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
 * The score of `RidgeNeighbours` by its inverted matrix, P = (XᵀX + λI)⁻¹: e(x) = x − λ·x·P. A question reads a row of
 * P for each like, whatever the number of users. It is of the items with most likes; the others score 0.
 */
export class InverseNeighbours implements Neighbours {
  readonly bytes: number;
  readonly #penalty: number;
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
    penalty: number,
    places: { itemAt: Int32Array; placeOf: Int32Array },
    blocks: Blocks,
    side: number,
    bytes: number,
  ) {
    this.bytes = bytes;
    this.#penalty = penalty;
    this.#kernel = kernel;
    this.#itemAt = places.itemAt;
    this.#placeOf = places.placeOf;
    this.#blocks = blocks;
    this.#side = side;
  }

  /**
   * Takes seconds, in which others have their turns.
   * @param penalty λ, above 0; `penaltyFor(likes)` if left out
   * @param most items that take part at most
   * @throws UnsupportedError if the memory for it is not to be had, CancelledError if the signal stops it.
   */
  static async create(
    likes: Likes,
    penalty = penaltyFor(likes),
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
    const made = new InverseNeighbours(kernel, penalty, { itemAt, placeOf }, blocks, side, memory.bytes);
    await made.#count(likes, signal);
    await made.#invert(signal);
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
    // The matrix holds minus P.
    this.#itemAt.forEach((item, place) => {
      scores[item] += this.#penalty * sums[place];
    });
    return scores;
  }

  /** What each item scores for somebody who likes it alone, 0 to 1. */
  ownShares(): Float64Array {
    const side = this.#side;
    const rows = this.#kernel.f32(this.#blocks.matrix, side * side);
    const shares = new Float64Array(this.#placeOf.length);
    this.#itemAt.forEach((item, place) => {
      shares[item] = 1 + this.#penalty * rows[place * side + place];
    });
    return shares;
  }

  /** XᵀX + λI, its lower triangle. */
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
    const numbers = this.#kernel.f32(matrix, side * side);
    for (let k = 0; k < side; k++) numbers[k * side + k] += this.#penalty;
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
    const numbers = this.#kernel.f32(matrix, side * side);
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < row; column++)
        numbers[column * side + row] = numbers[row * side + column];
    }
  }
}

/** The items that most like, the most liked first. */
function mostLiked({ items, ofItem: { indptr } }: Likes, most: number): Int32Array {
  const counts = (item: number) => indptr[item + 1] - indptr[item];
  return Int32Array.from({ length: items }, (_, item) => item)
    .filter((item) => counts(item) > 0)
    .sort((a, b) => counts(b) - counts(a) || a - b)
    .slice(0, most);
}
