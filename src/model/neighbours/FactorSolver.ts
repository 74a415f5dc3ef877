import { cholesky } from "../../matrix/cholesky.ts";
import { Allocator, inFours } from "../memory/Allocator.ts";
import { Kernel } from "../memory/Kernel.ts";
import { NO_ROWS, type RowBlocks, reserveRows, writeRows } from "../memory/userRows.ts";
import type { Likes } from "./likes.ts";

/** A matrix that is factored once, beside everybody's likes in a kernel's memory: for one question after the other. */
export class FactorSolver {
  readonly #kernel: Kernel;
  /** Rows of the matrix. */
  readonly #side: number;
  /** Numbers that `spread` gives. */
  readonly #items: number;
  readonly #blocks: { factor: number; b: number; likes: RowBlocks; scores: number };
  /** What the kernel holds. */
  readonly bytes: number;

  private constructor(
    kernel: Kernel,
    side: number,
    items: number,
    blocks: { factor: number; b: number; likes: RowBlocks; scores: number },
    bytes: number,
  ) {
    this.#kernel = kernel;
    this.#side = side;
    this.#items = items;
    this.#blocks = blocks;
    this.bytes = bytes;
  }

  /**
   * @param matrix symmetric and positive definite, row-major; its lower triangle is read and overwritten
   * @param likes to be spread to, where a row of the matrix is a user
   * @throws ArgumentError if the matrix is not positive definite, UnsupportedError if memory is not to be had.
   */
  static async create(matrix: Float64Array, likes: Likes | null): Promise<FactorSolver> {
    const side = Math.round(Math.sqrt(matrix.length));
    cholesky(matrix, side);
    const items = likes?.items ?? 0;
    const memory = new Allocator();
    const rowStarts = Int32Array.from({ length: side }, (_, row) => packedStart(row));
    const blocks = {
      factor: memory.block(packedStart(side) * 4),
      b: memory.block(inFours(side) * 4),
      likes: likes ? reserveRows(memory, likes.users, likes.ofUser.indices.length) : NO_ROWS,
      scores: memory.block(items * 4),
    };
    const kernel = await Kernel.create(memory.bytes);
    const factor = kernel.f32(blocks.factor, packedStart(side));
    rowStarts.forEach((start, row) => {
      factor.set(matrix.subarray(row * side, row * side + row + 1), start);
    });
    if (likes) writeRows(kernel, blocks.likes, likes.ofUser);
    return new FactorSolver(kernel, side, items, blocks, memory.bytes);
  }

  /** The x of A·x = b: a view that the next question ends. */
  solve(b: ArrayLike<number>): Float32Array {
    const x = this.#kernel.f32(this.#blocks.b, this.#side);
    x.set(b);
    this.#kernel.run.solveTriangles(this.#blocks.factor, this.#side, this.#blocks.b);
    return x;
  }

  /** Xᵀ·x for the x of A·x = b and everybody's likes X. */
  solveAndSpread(b: ArrayLike<number>): Float32Array {
    this.solve(b);
    const { likes, scores } = this.#blocks;
    const sums = this.#kernel.f32(scores, this.#items).fill(0);
    this.#kernel.run.spreadRows(this.#blocks.b, this.#side, likes.indptr, likes.indices, scores);
    return sums.slice();
  }
}

/** Where a row of the packed triangle begins: those before it are rounded up to fours. */
function packedStart(row: number): number {
  const fours = row >> 2;
  return 8 * fours * (fours + 1) + (row & 3) * 4 * (fours + 1);
}
