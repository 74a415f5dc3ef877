import { escaped } from "./escaped.ts";
import { HEIGHT, plotLayout, WIDTH } from "./plotLayout.ts";
import type { Plot } from "./Section.ts";

/** A plot as SVG; empty if it has no point. */
export function svgPlot(plot: Plot): string {
  const layout = plotLayout(plot);
  if (layout === null) return "";
  const { left, right, bottom, rows, columns, lines } = layout;
  const at = (value: number) => value.toFixed(1);
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(plot.title)}">`,
    ...rows.map(
      ({ y, text }) =>
        `<line class="grid" x1="${left}" x2="${right}" y1="${at(y)}" y2="${at(y)}"/><text class="tick" text-anchor="end" x="${left - 6}" y="${at(y + 4)}">${text}</text>`,
    ),
    ...columns.map(
      ({ x, text }) =>
        `<text class="tick" text-anchor="middle" x="${at(x)}" y="${bottom + 16}">${text}</text>`,
    ),
    ...lines.map(({ name, isMain, isDots, hasDots, spots, label }, i) => {
      const colour = `s${i % 6}${isMain ? " main" : ""}`;
      const joined = spots.map(({ x, y }) => `${at(x)},${at(y)}`).join(" ");
      const dots = spots.map(({ x, y, across: [left, right], upwards: [low, high] }) =>
        [
          low !== high &&
            `<line class="bar ${colour}" x1="${at(x)}" x2="${at(x)}" y1="${at(low)}" y2="${at(high)}"/>`,
          left !== right &&
            `<line class="bar ${colour}" x1="${at(left)}" x2="${at(right)}" y1="${at(y)}" y2="${at(y)}"/>`,
          hasDots && `<circle class="${colour}" cx="${at(x)}" cy="${at(y)}" r="${isMain ? 4 : 2}"/>`,
        ]
          .filter(Boolean)
          .join(""),
      );
      return [
        isDots ? "" : `<polyline class="${colour}" points="${joined}"/>`,
        ...dots,
        `<text class="name ${colour}" x="${at(label.x)}" y="${at(label.y + 4)}">${escaped(name)}</text>`,
      ].join("");
    }),
    `<text class="axis" text-anchor="middle" x="${(left + right) / 2}" y="${HEIGHT - 6}">${escaped(plot.x)}</text>`,
    "</svg>",
  ].join("");
}
