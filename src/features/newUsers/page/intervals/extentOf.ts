import type { IntervalRow } from "./IntervalRows.tsx";

/** Where the axis of some rows begins and ends, with a little room. @param zero whether it holds 0 */
export function extentOf(rows: readonly IntervalRow[], zero: boolean): [from: number, to: number] {
  const values = rows
    .flatMap(({ interval: { mean, low, high }, points = [] }) => [mean, low, high, ...points])
    .filter((value) => !Number.isNaN(value));
  if (zero) values.push(0);
  if (values.length === 0) return [0, 1];
  const from = Math.min(...values);
  const to = Math.max(...values);
  const room = (to - from || 1) * 0.05;
  return [from - room, to + room];
}
