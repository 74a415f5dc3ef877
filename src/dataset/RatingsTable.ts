/** Unix seconds; 32 bits if all are whole numbers between 1970 and 2106. */
export type Timestamps = Float64Array | Uint32Array;

/** Who rated what, how highly and when: each id once, and the ratings as columns of numbers. */
export interface RatingsTable {
  /** Distinct, in order of first appearance; their places are the rows that `users` refers to. */
  userIds: string[];
  itemIds: string[];
  users: Int32Array;
  items: Int32Array;
  ratings: Float32Array;
  /** Null if the file has none. */
  timestamps: Timestamps | null;
}

/** How many ratings each item has. */
export function ratingCounts({ itemIds, items }: RatingsTable): Int32Array {
  const counts = new Int32Array(itemIds.length);
  for (let i = 0; i < items.length; i++) counts[items[i]]++;
  return counts;
}
