/** Steps of a half up to here are counted in an array: a map would cost more than reading the row has. */
const [LEAST, MOST] = [-100, 200];

/** How often each value occurs; null where there are more than `mostValues`. */
export function valueCounts(values: Float32Array, mostValues = Infinity): Map<number, number> | null {
  const halves = new Int32Array((MOST - LEAST) * 2 + 1);
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const place = (value - LEAST) * 2;
    if (place === (place | 0) && place >= 0 && place < halves.length) halves[place]++;
    else {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      if (counts.size > mostValues) return null;
    }
  }
  for (let place = 0; place < halves.length; place++) {
    if (halves[place] > 0) counts.set(place / 2 + LEAST, halves[place]);
  }
  return counts.size > mostValues ? null : counts;
}
