import { release } from "../../release.ts";

/** Arrays of 16-bit floats where the platform has them; they read just as those of 32 bits do. */
export function halfPrecisionArray(): (new (length: number) => Float32Array) | undefined {
  return (globalThis as unknown as { Float16Array?: new (length: number) => Float32Array }).Float16Array;
}

/**
 * Ratings in 16 bits each where the platform has such numbers and they hold every rating exactly, as they do stars and
 * points. Nobody who reads them has to know; what was given is then empty.
 */
export function inHalfPrecision(ratings: Float32Array): Float32Array {
  const HalfPrecision = halfPrecisionArray();
  if (!HalfPrecision || ratings.constructor === HalfPrecision) return ratings;
  const narrow = new HalfPrecision(ratings.length);
  for (let i = 0; i < ratings.length; i++) {
    narrow[i] = ratings[i];
    if (narrow[i] !== ratings[i]) return ratings;
  }
  release(ratings);
  return narrow;
}
