/** What people with the same likes also like, as a score to be added to a model's. */
export interface Neighbours {
  /** One score for each item, higher is better, for somebody who likes these items and no others. */
  score(itemIds: ArrayLike<number>): Float32Array;
  /** What it holds, in bytes. */
  readonly bytes: number;
}
