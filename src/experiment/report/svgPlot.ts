import { escaped } from "./html.ts";

export interface PlotLine {
  name: string;
  points: readonly { x: number; y: number }[];
}

export interface PlotOptions {
  /** What the plot shows, for those who cannot see it. */
  title: string;
  x: string;
  y: string;
  /** Whether points are joined. */
  joined?: boolean;
}

const WIDTH = 560;
const HEIGHT = 300;
const LEFT = 56;
const BOTTOM = 40;
const TOP = 12;
const RIGHT = 130;
const TICKS = 4;

/** A plot as SVG: lines or points in the page's ink, each named at its end. */
export function svgPlot(lines: readonly PlotLine[], { title, x, y, joined = true }: PlotOptions): string {
  const all = lines.flatMap(({ points }) => points).filter((point) => Number.isFinite(point.x + point.y));
  if (all.length === 0) return "";
  const [fromX, toX] = extent(all.map((point) => point.x));
  const [fromY, toY] = extent(all.map((point) => point.y));
  const across = (value: number) => LEFT + ((value - fromX) / (toX - fromX)) * (WIDTH - LEFT - RIGHT);
  const down = (value: number) =>
    HEIGHT - BOTTOM - ((value - fromY) / (toY - fromY)) * (HEIGHT - BOTTOM - TOP);
  const at = (value: number) => value.toFixed(1);
  const ticks = Array.from({ length: TICKS + 1 }, (_, i) => {
    const valueX = fromX + (i / TICKS) * (toX - fromX);
    const valueY = fromY + (i / TICKS) * (toY - fromY);
    return [
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(down(valueY))}" y2="${at(down(valueY))}"/>`,
      `<text class="tick" text-anchor="end" x="${LEFT - 6}" y="${at(down(valueY) + 4)}">${written(valueY)}</text>`,
      `<text class="tick" text-anchor="middle" x="${at(across(valueX))}" y="${HEIGHT - BOTTOM + 16}">${written(valueX)}</text>`,
    ].join("");
  });
  const drawn = lines.map(({ points }, i) => {
    const spots = points.map((point) => `${at(across(point.x))},${at(down(point.y))}`);
    const line = joined ? `<polyline class="s${i % 6}" points="${spots.join(" ")}"/>` : "";
    const dots = points
      .map(
        (point) => `<circle class="s${i % 6}" cx="${at(across(point.x))}" cy="${at(down(point.y))}" r="3"/>`,
      )
      .join("");
    return `${line}${dots}`;
  });
  const names = namesBesideEnds(
    lines.map(({ name, points }) => ({ name, y: down(points[points.length - 1].y) })),
  ).map(
    ({ name, y: place }, i) =>
      `<text class="name s${i % 6}" x="${WIDTH - RIGHT + 8}" y="${at(place + 4)}">${escaped(name)}</text>`,
  );
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">`,
    ...ticks,
    ...drawn,
    ...names,
    `<text class="axis" text-anchor="middle" x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}">${escaped(x)}</text>`,
    `<text class="axis" text-anchor="middle" transform="translate(12 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)">${escaped(y)}</text>`,
    "</svg>",
  ].join("");
}

/** Keeps names apart that would lie on each other. */
function namesBesideEnds(names: readonly { name: string; y: number }[]): { name: string; y: number }[] {
  const order = names.map((_, i) => i).sort((a, b) => names[a].y - names[b].y);
  const placed = names.map((name) => ({ ...name }));
  for (let i = 1; i < order.length; i++) {
    placed[order[i]].y = Math.max(placed[order[i]].y, placed[order[i - 1]].y + 14);
  }
  return placed;
}

function extent(values: readonly number[]): [number, number] {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  return from === to ? [from - 0.5, to + 0.5] : [from, to];
}

function written(value: number): string {
  return Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 1 ? 1 : 3);
}
