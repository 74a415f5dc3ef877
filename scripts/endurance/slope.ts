/** How much a figure grows from one cycle to the next, with its 95% interval. */
export interface Slope {
  mean: number;
  low: number;
  high: number;
}

/** Student's t at 97.5% for few degrees of freedom, from 1 on; 1.96 beyond twenty is near enough. */
const T = [
  12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1,
  2.09, 2.09,
];

/** The slope of the least-squares line through three points or more, whose errors count as independent. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): Slope {
  const count = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const mean = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const left = points.reduce((sum, [x, y]) => sum + (y - meanY - mean * (x - meanX)) ** 2, 0);
  const error = Math.sqrt(left / (count - 2) / spread) * (T[count - 3] ?? 1.96);
  return { mean, low: mean - error, high: mean + error };
}
