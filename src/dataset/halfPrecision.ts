import { release } from "../release.ts";

/**
 * Ratings in 16 bits each where the platform has such numbers and they hold every rating exactly, as they do stars and
 * points. They read just as the 32 bits do, so that nobody who reads them has to know; what was given is then empty.
 */
export function inHalfPrecision(ratings: Float32Array): Float32Array {
  const { Float16Array } = globalThis as unknown as { Float16Array?: new (length: number) => Float32Array };
  if (!Float16Array) return ratings;
  const narrow = new Float16Array(ratings.length);
  for (let i = 0; i < ratings.length; i++) {
    narrow[i] = ratings[i];
    if (narrow[i] !== ratings[i]) return ratings;
  }
  release(ratings);
  return narrow;
}
