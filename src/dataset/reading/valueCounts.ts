type Numbers = new (buffer: ArrayBufferLike) => Float32Array;

/** Patterns of bits that are counted in an array: a map would cost more than reading the row has. */
const PATTERNS = 2 ** 16;

/** How often each value occurs; null where there are more than `mostValues`. */
export function valueCounts(values: Float32Array, mostValues = Infinity): Map<number, number> | null {
  const counts = new Map<number, number>();
  const perPattern = new Uint32Array(PATTERNS);
  const isNarrow = values.BYTES_PER_ELEMENT === 2;
  if (isNarrow) countBits(values, perPattern);
  else countUpperBits(values, perPattern, counts, mostValues);
  const found = Uint32Array.from(perPattern.keys()).filter((pattern) => perPattern[pattern] > 0);
  const patterns = isNarrow ? Uint16Array.from(found) : found.map((pattern) => pattern << 16);
  for (const [i, value] of new (values.constructor as Numbers)(patterns.buffer).entries()) {
    // Zero has two patterns.
    counts.set(value, (counts.get(value) ?? 0) + perPattern[found[i]]);
  }
  return counts.size > mostValues ? null : counts;
}

/** Of numbers in 16 bits: to read each as a number would take ten times as long. */
function countBits(values: Float32Array, perPattern: Uint32Array): void {
  const bits = new Uint16Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < bits.length; i++) perPattern[bits[i]]++;
}

/** Of numbers in 32 bits, of which the lower half is zero in all stars, points and halves of them; others go into `counts`. */
function countUpperBits(
  values: Float32Array,
  perPattern: Uint32Array,
  counts: Map<number, number>,
  mostValues: number,
): void {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < bits.length; i++) {
    const pattern = bits[i];
    if ((pattern & 0xffff) === 0) perPattern[pattern >>> 16]++;
    else if (counts.size > mostValues) return;
    else counts.set(values[i], (counts.get(values[i]) ?? 0) + 1);
  }
}
