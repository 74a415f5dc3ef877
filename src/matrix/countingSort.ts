/**
 * Sorts positions by their keys, ascending and stable, in linear time.
 * @param range keys are from 0 to `range` - 1
 */
export function countingSort(
  keys: Int32Array | Uint8Array,
  range: number,
  positions: Int32Array,
): Int32Array {
  const starts = new Int32Array(range + 1);
  for (const position of positions) starts[keys[position] + 1]++;
  for (let key = 0; key < range; key++) starts[key + 1] += starts[key];
  const sorted = new Int32Array(positions.length);
  for (const position of positions) sorted[starts[keys[position]]++] = position;
  return sorted;
}

/** 0 to `length` - 1. */
export function allPositions(length: number): Int32Array {
  const positions = new Int32Array(length);
  for (let i = 0; i < length; i++) positions[i] = i;
  return positions;
}
