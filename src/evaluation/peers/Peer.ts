/** A recommender to compare with: scores every item for somebody who likes these items, higher is better. */
export interface Peer {
  score(itemIds: ArrayLike<number>): Float32Array;
}
