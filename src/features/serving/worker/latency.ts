import type { Latency } from "../api.ts";

/** The middle and the slow end of how long something took, in milliseconds. */
export function latencyOf(milliseconds: readonly number[]): Latency {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  return { median: at(0.5), percentile99: at(0.99) };
}
