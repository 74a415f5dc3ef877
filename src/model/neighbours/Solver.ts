/** Solves A·x = b for everybody's likes X and A = XXᵀ + λI or XᵀX + λI: one question after the other. */
export interface Solver {
  /** What it holds beside the likes. */
  readonly bytes: number;
  /** The x: a view that the next question ends. */
  solve(b: ArrayLike<number>): Float32Array;
  /** Xᵀ·x, where x has a number to each user. */
  solveAndSpread(b: ArrayLike<number>): Float32Array;
}
