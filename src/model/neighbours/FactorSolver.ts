import { cholesky } from "../../matrix/cholesky.ts";
import { Allocator, inFours } from "../memory/Allocator.ts";
import { Kernel } from "../memory/Kernel.ts";
import { NO_ROWS, type RowBlocks, reserveRows, writeRows } from "../memory/userRows.ts";
import type { Likes } from "./likes.ts";
import type { Solver } from "./Solver.ts";

/** A matrix that is factored once, beside everybody's likes in a kernel's memory: for one question after the other. */
export class FactorSolver implements Solver {
  readonly #kernel: Kernel;
  /** Rows of the matrix. */
  readonly #side: number;
  /** Numbers that `solveAndSpread` gives. */
  readonly #items: number;
  readonly #blocks: { factor: number; b: number; likes: RowBlocks; scores: number };
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
      likes: likes ? reserveRows(memory, items, likes.ofItem.indices.length) : NO_ROWS,
      scores: memory.block(items * 4),
    };
    const kernel = await Kernel.create(memory.bytes);
    const factor = kernel.f32(blocks.factor, packedStart(side));
    rowStarts.forEach((start, row) => {
      factor.set(matrix.subarray(row * side, row * side + row + 1), start);
    });
    if (likes) writeRows(kernel, blocks.likes, likes.ofItem);
    return new FactorSolver(kernel, side, items, blocks, memory.bytes);
  }

  solve(b: ArrayLike<number>): Float32Array {
    const x = this.#kernel.f32(this.#blocks.b, this.#side);
    x.set(b);
    this.#kernel.run.solveTriangles(this.#blocks.factor, this.#side, this.#blocks.b);
    return x;
  }

  solveAndSpread(b: ArrayLike<number>): Float32Array {
    this.solve(b);
    const { likes, scores } = this.#blocks;
    this.#kernel.run.gatherRows(this.#blocks.b, this.#items, likes.indptr, likes.indices, scores);
    return this.#kernel.f32(scores, this.#items).slice();
  }
}

/** Where a row of the packed triangle begins: those before it are rounded up to fours. */
function packedStart(row: number): number {
  const fours = row >> 2;
  return 8 * fours * (fours + 1) + (row & 3) * 4 * (fours + 1);
}
