import { AXIS, HEIGHT, plotLayout, WIDTH } from "../../../experiment/report/plotLayout.ts";
import type { Plot } from "../../../experiment/report/Section.ts";
import styles from "./LinePlot.module.css";
import { Picture } from "./Picture.tsx";

/** The styles of lines; a seventh line would be drawn like the first. */
const INKS = [styles.ink0, styles.ink1, styles.ink2, styles.ink3, styles.ink4, styles.ink5];

/** A few lines, each named at its end; what it shows is also in a table. */
export function LinePlot({ plot }: { plot: Plot }) {
  const layout = plotLayout(plot);
  if (layout === null) return null;
  const { left, right, bottom, rows, columns, lines } = layout;
  return (
    <Picture title={plot.title} upwards={plot.y} across={plot.x}>
      <svg className={styles.lines} viewBox={`0 0 ${WIDTH} ${HEIGHT - AXIS}`} aria-hidden="true">
        {rows.map(({ y, text }) => (
          <g key={y}>
            <line className={styles.grid} x1={left} x2={right} y1={y} y2={y} />
            <text x={left - 8} y={y + 4} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {columns.map(({ x, text }) => (
          <text key={x} x={x} y={bottom + 18} textAnchor="middle">
            {text}
          </text>
        ))}
        {lines.map(({ name, isMain, isDots, hasDots, spots, label }, i) => (
          <g key={name} className={`${styles.line} ${INKS[i % INKS.length]} ${isMain ? styles.main : ""}`}>
            {!isDots && <polyline points={spots.map(({ x, y }) => `${x},${y}`).join(" ")} />}
            {spots.map(({ x, y, across: [left, right], upwards: [low, high] }) => (
              <g key={`${x} ${y}`}>
                {low !== high && <line x1={x} x2={x} y1={low} y2={high} />}
                {left !== right && <line x1={left} x2={right} y1={y} y2={y} />}
                {hasDots && <circle cx={x} cy={y} r={isMain ? 4 : 2} />}
              </g>
            ))}
            <text x={label.x} y={label.y + 4}>
              {name}
            </text>
          </g>
        ))}
      </svg>
    </Picture>
  );
}
