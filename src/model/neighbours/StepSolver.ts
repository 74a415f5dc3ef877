import { Allocator, inFours } from "../memory/Allocator.ts";
import { Kernel } from "../memory/Kernel.ts";
import { type RowBlocks, reserveRows, writeRows } from "../memory/userRows.ts";
import type { Likes } from "./likes.ts";
import type { Shrinkage } from "./Shrinkage.ts";
import type { Solver } from "./Solver.ts";

/** A question is answered when what is left of it is this share of the whole. */
const TOLERANCE = 1e-2;
const MOST_STEPS = 30;

interface Blocks {
  own: RowBlocks;
  other: RowBlocks;
  penalties: number;
  reciprocals: number;
  b: number;
  scratch: number;
  otherSums: number;
  otherWeights: number;
}

/** By conjugate gradients, where the matrix would be too large: everybody's likes, from both sides, in a kernel's memory. */
export class StepSolver implements Solver {
  readonly bytes: number;
  readonly #kernel: Kernel;
  /** Rows of the matrix. */
  readonly #own: number;
  /** Columns of the likes as these rows have them. */
  readonly #other: number;
  readonly #blocks: Blocks;

  private constructor(
    kernel: Kernel,
    { own, other, blocks, bytes }: { own: number; other: number; blocks: Blocks; bytes: number },
  ) {
    this.#kernel = kernel;
    this.#own = own;
    this.#other = other;
    this.#blocks = blocks;
    this.bytes = bytes;
  }

  /**
   * @param byUsers whether a row of the matrix is a user; else it is an item
   * @throws UnsupportedError if memory is not to be had.
   */
  static async create(
    likes: Likes,
    { penalty, itemWeights }: Shrinkage,
    byUsers: boolean,
  ): Promise<StepSolver> {
    const [ownRows, otherRows] = byUsers ? [likes.ofUser, likes.ofItem] : [likes.ofItem, likes.ofUser];
    const own = ownRows.indptr.length - 1;
    const other = otherRows.indptr.length - 1;
    const memory = new Allocator();
    const numbers = inFours(own) * 4;
    const blocks = {
      own: reserveRows(memory, own, ownRows.indices.length),
      other: reserveRows(memory, other, otherRows.indices.length),
      penalties: memory.block(numbers),
      reciprocals: memory.block(numbers),
      b: memory.block(numbers),
      scratch: memory.block(3 * numbers),
      otherSums: memory.block(inFours(other) * 4),
      otherWeights: memory.block(inFours(other) * 4),
    };
    const kernel = await Kernel.create(memory.bytes);
    writeRows(kernel, blocks.own, ownRows);
    writeRows(kernel, blocks.other, otherRows);
    const squares = itemWeights.map((weight) => weight ** 2);
    const penalties = kernel.f32(blocks.penalties, own);
    const reciprocals = kernel.f32(blocks.reciprocals, own);
    const { indptr, indices } = ownRows;
    for (let row = 0; row < own; row++) {
      penalties[row] = byUsers ? penalty : penalty / squares[row];
      let diagonal = penalties[row];
      for (let i = indptr[row]; i < indptr[row + 1]; i++) diagonal += byUsers ? squares[indices[i]] : 1;
      reciprocals[row] = 1 / diagonal;
    }
    const otherWeights = kernel.f32(blocks.otherWeights, other).fill(1);
    if (byUsers) otherWeights.set(squares);
    return new StepSolver(kernel, { own, other, blocks, bytes: memory.bytes });
  }

  solve(b: ArrayLike<number>): Float32Array {
    const x = this.#kernel.f32(this.#blocks.b, this.#own);
    x.set(b);
    const { own, other, penalties, reciprocals, scratch, otherSums, otherWeights } = this.#blocks;
    this.#kernel.run.solveBySteps(
      this.#own,
      own.indptr,
      own.indices,
      this.#other,
      other.indptr,
      other.indices,
      otherWeights,
      penalties,
      reciprocals,
      this.#blocks.b,
      scratch,
      otherSums,
      TOLERANCE,
      MOST_STEPS,
    );
    return x;
  }

  solveAndSpread(b: ArrayLike<number>): Float32Array {
    this.solve(b);
    const { other, otherSums } = this.#blocks;
    this.#kernel.run.gatherRows(this.#blocks.b, this.#other, other.indptr, other.indices, otherSums);
    return this.#kernel.f32(otherSums, this.#other).slice();
  }
}
