/** Steps of a half up to here are counted in an array: a map would cost more than reading the row has. */
const [LEAST, MOST] = [-100, 200];

type Numbers = new (buffer: ArrayBufferLike) => Float32Array;

/** How often each value occurs; null where there are more than `mostValues`. */
export function valueCounts(values: Float32Array, mostValues = Infinity): Map<number, number> | null {
  const counts = values.BYTES_PER_ELEMENT === 2 ? countsByBits(values) : countsOf(values, mostValues);
  return counts.size > mostValues ? null : counts;
}

/** Of numbers in 16 bits: to read each as a number would take ten times as long. */
function countsByBits(values: Float32Array): Map<number, number> {
  const bits = new Uint16Array(values.buffer, values.byteOffset, values.length);
  const perPattern = new Uint32Array(2 ** 16);
  for (let i = 0; i < bits.length; i++) perPattern[bits[i]]++;
  const patterns = Uint16Array.from(perPattern.keys()).filter((pattern) => perPattern[pattern] > 0);
  const counts = new Map<number, number>();
  for (const [i, value] of new (values.constructor as Numbers)(patterns.buffer).entries()) {
    counts.set(value, (counts.get(value) ?? 0) + perPattern[patterns[i]]);
  }
  return counts;
}

/** If there are too many values, those found first. */
function countsOf(values: Float32Array, mostValues: number): Map<number, number> {
  const halves = new Int32Array((MOST - LEAST) * 2 + 1);
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length && counts.size <= mostValues; i++) {
    const value = values[i];
    const place = (value - LEAST) * 2;
    if (place === (place | 0) && place >= 0 && place < halves.length) halves[place]++;
    else counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  for (let place = 0; place < halves.length; place++) {
    if (halves[place] > 0) counts.set(place / 2 + LEAST, halves[place]);
  }
  return counts;
}
