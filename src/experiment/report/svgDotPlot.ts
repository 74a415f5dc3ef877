import { DOT_WIDTH, dotPlotLayout } from "./dotPlotLayout.ts";
import { escaped } from "./escaped.ts";
import type { DotPlot } from "./Section.ts";

/** A dot plot as SVG; empty if no row has a figure. */
export function svgDotPlot(plot: DotPlot): string {
  const layout = dotPlotLayout(plot);
  if (layout === null) return "";
  const { height, left, bottom, ticks, rows } = layout;
  const at = (value: number) => value.toFixed(1);
  return [
    `<svg class="dots" viewBox="0 0 ${DOT_WIDTH} ${height}" role="img" aria-label="${escaped(plot.title)}">`,
    ...ticks.map(
      ({ x, text, isZero }) =>
        `<line class="${isZero ? "zero" : "grid"}" x1="${at(x)}" x2="${at(x)}" y1="0" y2="${bottom}"/><text class="tick" text-anchor="middle" x="${at(x)}" y="${bottom + 15}">${text}</text>`,
    ),
    ...rows.map(({ name, y, isMain, dot, bar, points }) =>
      [
        `<g class="${isMain ? "row main" : "row"}"><text class="name" text-anchor="end" x="${left - 10}" y="${at(y + 4)}">${escaped(name)}</text>`,
        bar && `<line class="bar" x1="${at(bar.from)}" x2="${at(bar.to)}" y1="${at(y)}" y2="${at(y)}"/>`,
        ...points.map((x) => `<circle class="point" cx="${at(x)}" cy="${at(y)}" r="2.5"/>`),
        dot !== null && `<circle cx="${at(dot)}" cy="${at(y)}" r="${isMain ? 5 : 4}"/>`,
        "</g>",
      ]
        .filter(Boolean)
        .join(""),
    ),
    "</svg>",
  ].join("");
}
