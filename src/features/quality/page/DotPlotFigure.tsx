import { DOT_WIDTH, dotPlotLayout } from "../../../experiment/report/dotPlotLayout.ts";
import type { DotPlot } from "../../../experiment/report/Section.ts";
import styles from "./DotPlotFigure.module.css";
import { Picture } from "./Picture.tsx";

/** Figures with their intervals, a row each on one axis; what it shows is also in a table. */
export function DotPlotFigure({ plot }: { plot: DotPlot }) {
  const layout = dotPlotLayout(plot);
  if (layout === null) return null;
  const { height, left, bottom, ticks, rows } = layout;
  return (
    <Picture title={plot.title} across={plot.x}>
      <svg className={styles.dots} viewBox={`0 0 ${DOT_WIDTH} ${height}`} aria-hidden="true">
        {ticks.map(({ x, text, isZero }) => (
          <g key={text}>
            <line className={isZero ? styles.zero : styles.grid} x1={x} x2={x} y1={0} y2={bottom} />
            <text x={x} y={bottom + 15} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
        {rows.map(({ name, y, isMain, dot, bar }) => (
          <g key={y} className={isMain ? styles.main : styles.row}>
            <text x={left - 10} y={y + 4} textAnchor="end">
              {name}
            </text>
            {bar && <line x1={bar.from} x2={bar.to} y1={y} y2={y} />}
            {dot !== null && <circle cx={dot} cy={y} r={isMain ? 5 : 4} />}
          </g>
        ))}
      </svg>
    </Picture>
  );
}
