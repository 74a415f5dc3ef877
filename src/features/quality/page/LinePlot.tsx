import styles from "./Quality.module.css";

interface Line {
  name: string;
  points: readonly { x: number; y: number; label?: string }[];
  isMain: boolean;
}

interface Props {
  title: string;
  x: string;
  y: string;
  lines: readonly Line[];
  show: (value: number) => string;
}

const WIDTH = 480;
const HEIGHT = 240;
const MARGIN = { top: 16, right: 112, bottom: 28, left: 48 };
const LABEL = 15;

/** A few lines, each named at its end; what it shows is also in a table. */
export function LinePlot({ title, x, y, lines, show }: Props) {
  const all = lines.flatMap(({ points }) => points);
  const [left, right] = rangeOf(all.map((point) => point.x));
  const [low, high] = rangeOf(all.map((point) => point.y));
  const px = (value: number) =>
    MARGIN.left + ((value - left) / (right - left)) * (WIDTH - MARGIN.left - MARGIN.right);
  const py = (value: number) =>
    HEIGHT - MARGIN.bottom - ((value - low) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const labels = stacked(lines.map(({ points }) => py(points[points.length - 1].y)));
  return (
    <figure className={styles.plot} aria-label={title}>
      <p className={styles.plotTitle}>{title}</p>
      <p className={styles.unit}>{y}</p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[low, (low + high) / 2, high].map((value) => (
          <g key={value}>
            <line
              className={styles.grid}
              x1={MARGIN.left}
              x2={WIDTH - MARGIN.right}
              y1={py(value)}
              y2={py(value)}
            />
            <text className={styles.tick} x={MARGIN.left - 8} y={py(value) + 4} textAnchor="end">
              {show(value)}
            </text>
          </g>
        ))}
        {lines.map(({ name, points, isMain }, at) => (
          <g key={name} className={isMain ? styles.main : styles.other}>
            <polyline points={points.map((point) => `${px(point.x)},${py(point.y)}`).join(" ")} />
            {points.map((point) => (
              <circle key={`${point.x} ${point.y}`} cx={px(point.x)} cy={py(point.y)} r={isMain ? 4 : 2.5} />
            ))}
            <text x={WIDTH - MARGIN.right + 10} y={labels[at] + 4}>
              {name}
            </text>
          </g>
        ))}
        <text className={styles.tick} x={WIDTH - MARGIN.right} y={HEIGHT - 6} textAnchor="end">
          {x}
        </text>
      </svg>
    </figure>
  );
}

/** The range of values; never empty, so that one value has a place in the middle. */
function rangeOf(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return high > low ? [low, high] : [low - 0.5, high + 0.5];
}

/** Heights of labels that do not overlap, each as near as can be to its own. */
function stacked(heights: readonly number[]): number[] {
  const order = heights.map((_, at) => at).sort((a, b) => heights[a] - heights[b]);
  const placed = [...heights];
  for (let i = 1; i < order.length; i++) {
    placed[order[i]] = Math.max(placed[order[i]], placed[order[i - 1]] + LABEL);
  }
  // What was pushed below the plot goes back up, and pushes those above it.
  let lowest = HEIGHT - MARGIN.bottom;
  for (let i = order.length - 1; i >= 0; i--) {
    placed[order[i]] = Math.min(placed[order[i]], lowest);
    lowest = placed[order[i]] - LABEL;
  }
  return placed;
}
