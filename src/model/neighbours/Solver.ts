/** Solves A·x = b for the matrix of one side of everybody's likes: one question after the other. */
export interface Solver {
  /** What it holds beside the likes. */
  readonly bytes: number;
  /** The x: a view that the next question ends. */
  solve(b: ArrayLike<number>): Float32Array;
  /** Xᵀ·x, where x has a number to each user. */
  solveAndSpread(b: ArrayLike<number>): Float32Array;
}
