/** Unix seconds; 32 bits where all are whole and from 1970 to 2106. */
export type Timestamps = Float64Array | Uint32Array;

/** Who rated what how well and when: ids once each, ratings as columns of numbers. */
export interface RatingsTable {
  /** Distinct, in order of first appearance; their places are the rows that `users` speaks of. */
  userIds: string[];
  itemIds: string[];
  users: Int32Array;
  items: Int32Array;
  ratings: Float32Array;
  /** Null where the file has none. */
  timestamps: Timestamps | null;
}

/** How many ratings each item has. */
export function ratingCounts({ itemIds, items }: RatingsTable): Int32Array {
  const counts = new Int32Array(itemIds.length);
  for (let i = 0; i < items.length; i++) counts[items[i]]++;
  return counts;
}
