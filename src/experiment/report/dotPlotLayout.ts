import { share } from "./format.ts";
import type { DotPlot, DotRow } from "./Section.ts";
import { extentOf, ticksOf } from "./ticks.ts";

export const DOT_WIDTH = 360;
const LEFT = 170;
const RIGHT = 14;
const TOP = 4;
const ROW = 22;
/** Below the rows, for the axis. */
const FOOT = 22;
const MOST_TICKS = 4;
/** Letters of a name that fit beside the rows. */
const LETTERS = 24;

/** Where everything in a dot plot stands, in a picture of DOT_WIDTH by its height. */
export interface DotPlotLayout {
  height: number;
  /** The rows' ground. */
  left: number;
  right: number;
  bottom: number;
  ticks: { x: number; text: string; isZero: boolean }[];
  rows: {
    name: string;
    y: number;
    isMain: boolean;
    dot: number | null;
    /** Null if too few were examined to say. */
    bar: { from: number; to: number } | null;
    points: number[];
  }[];
}

/** Null if no row has a figure. */
export function dotPlotLayout({
  rows,
  isDifference = false,
  isShare = false,
}: DotPlot): DotPlotLayout | null {
  const known = rows.flatMap(valuesOf);
  if (known.length === 0) return null;
  const [from, to] = extentOf(isDifference ? [...known, 0] : known);
  const right = DOT_WIDTH - RIGHT;
  const bottom = TOP + ROW * rows.length;
  const across = (value: number) => LEFT + ((value - from) / (to - from)) * (right - LEFT);
  const ticks = ticksOf(from, to, MOST_TICKS);
  const digits = isShare ? Math.max(0, ticks.digits - 2) : ticks.digits;
  return {
    height: bottom + FOOT,
    left: LEFT,
    right,
    bottom,
    ticks: ticks.values.map((value) => ({
      x: across(value),
      text: written(value, digits, { isDifference, isShare }),
      isZero: isDifference && value === 0,
    })),
    rows: rows.map(({ name, interval: { mean, low, high }, points = [], isMain = false }, i) => ({
      name: name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name,
      y: TOP + ROW * (i + 0.5),
      isMain,
      dot: Number.isFinite(mean) ? across(mean) : null,
      bar: Number.isFinite(low + high) ? { from: across(low), to: across(high) } : null,
      points: points.filter(Number.isFinite).map(across),
    })),
  };
}

function valuesOf({ interval: { mean, low, high }, points = [] }: DotRow): number[] {
  return [mean, low, high, ...points].filter(Number.isFinite);
}

function written(
  value: number,
  digits: number,
  { isDifference, isShare }: Required<Pick<DotPlot, "isDifference" | "isShare">>,
): string {
  const size = isShare ? share(Math.abs(value), digits) : Math.abs(value).toFixed(digits);
  if (value < 0) return `−${size}`;
  return isDifference && value > 0 ? `+${size}` : size;
}
