import type { Coordinate, Plot } from "./Section.ts";
import { extentOf, ticksOf } from "./ticks.ts";

export const WIDTH = 440;
export const HEIGHT = 270;
/** The part of that below the ticks, for the name of the axis. */
export const AXIS = 20;
const LEFT = 50;
const BOTTOM = 42;
const TOP = 12;
/** Beside the longest name, which stands at the end of its line. */
const ROUND_NAME = 14;
/** Somewhat more than a bold letter is wide on average. */
const LETTER = 7.5;
const MOST_TICKS = 6;
const LABEL = 16;

/** A line of more points is drawn without them. */
const MOST_DOTS = 20;
/** Between the points of lines that are drawn beside each other. */
const BESIDE = 4;

interface Place {
  x: number;
  y: number;
}

/** A point, and from where to where its intervals reach; one without an interval reaches nowhere. */
interface Spot extends Place {
  across: readonly [from: number, to: number];
  upwards: readonly [from: number, to: number];
}

/** Where everything in a plot stands, in a picture of WIDTH by HEIGHT. */
export interface PlotLayout {
  /** The plot itself. */
  left: number;
  right: number;
  bottom: number;
  rows: { y: number; text: string }[];
  columns: { x: number; text: string }[];
  lines: { name: string; isMain: boolean; isDots: boolean; hasDots: boolean; spots: Spot[]; label: Place }[];
}

/** Null if there is no point. */
export function plotLayout({ lines, isSideBySide = false }: Plot): PlotLayout | null {
  const known = lines.map((line) => ({
    ...line,
    points: line.points
      .map(({ x, y }) => ({ x: rangeOf(x), y: rangeOf(y) }))
      .filter(({ x, y }) => Number.isFinite(x.mean + y.mean)),
  }));
  const all = known.flatMap(({ points }) => points);
  if (all.length === 0) return null;
  const [fromX, toX] = extentOf(all.flatMap(({ x }) => [x.low, x.high]));
  const [fromY, toY] = extentOf(all.flatMap(({ y }) => [y.low, y.high]));
  const longest = Math.max(...known.map(({ name }) => name.length));
  const right = WIDTH - ROUND_NAME - LETTER * longest;
  const bottom = HEIGHT - BOTTOM;
  const across = (value: number) => LEFT + ((value - fromX) / (toX - fromX)) * (right - LEFT);
  const down = (value: number) => bottom - ((value - fromY) / (toY - fromY)) * (bottom - TOP);
  const shown = known.filter(({ points }) => points.length > 0);
  const heights = apart(
    shown.map(({ points }) => down(points[points.length - 1].y.mean)),
    bottom,
  );
  const [rows, columns] = [ticksOf(fromY, toY, MOST_TICKS), ticksOf(fromX, toX, MOST_TICKS)];
  return {
    left: LEFT,
    right,
    bottom,
    rows: rows.values.map((value) => ({ y: down(value), text: value.toFixed(rows.digits) })),
    columns: columns.values.map((value) => ({ x: across(value), text: value.toFixed(columns.digits) })),
    lines: shown.map(({ name, points, isMain = false, isDots = false }, i) => ({
      name,
      isMain,
      isDots,
      hasDots: isDots || points.length <= MOST_DOTS,
      spots: points.map(({ x, y }) => {
        const aside = isSideBySide ? BESIDE * (i - (shown.length - 1) / 2) : 0;
        return {
          x: across(x.mean) + aside,
          y: down(y.mean),
          across: [across(x.low) + aside, across(x.high) + aside] as const,
          upwards: [down(y.low), down(y.high)] as const,
        };
      }),
      label: { x: right + 8, y: heights[i] },
    })),
  };
}

/** Heights of labels that do not overlap and stay above the foot, each as near as can be to its own. */
function apart(heights: readonly number[], foot: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b]);
  const placed = [...heights];
  for (let i = 1; i < order.length; i++) {
    placed[order[i]] = Math.max(placed[order[i]], placed[order[i - 1]] + LABEL);
  }
  // What was pushed below the foot goes back up, and pushes those above it.
  let lowest = foot;
  for (const line of order.toReversed()) {
    placed[line] = Math.min(placed[line], lowest);
    lowest = placed[line] - LABEL;
  }
  return placed;
}

/** What is known of a coordinate: without an interval it reaches from itself to itself. */
function rangeOf(of: Coordinate): { mean: number; low: number; high: number } {
  const { mean, low, high } = typeof of === "number" ? { mean: of, low: of, high: of } : of;
  return Number.isFinite(low + high) ? { mean, low, high } : { mean, low: mean, high: mean };
}
