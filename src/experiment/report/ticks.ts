/** Round places on an axis, `most` of them at most, and the digits that tell them apart. */
export function ticksOf(from: number, to: number, most: number): { values: number[]; digits: number } {
  const range = to - from;
  const power = 10 ** Math.floor(Math.log10(range / most));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => range / one <= most) as number;
  const first = Math.ceil(from / step);
  return {
    values: Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => (first + i) * step),
    digits: Math.max(0, -Math.floor(Math.log10(step * 1.0001))),
  };
}

/** From the least of these values to the greatest, with a little room, so that nothing is cut. */
export function extentOf(values: readonly number[]): [number, number] {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const room = (to - from || Math.abs(from) || 1) * 0.06;
  return [from - room, to + room];
}
