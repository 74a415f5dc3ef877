import { share } from "./format.ts";
import type { DotPlot, DotRow } from "./Section.ts";

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
    /** Null where too few were examined to say. */
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
  const [from, to] = extent(isDifference ? [...known, 0] : known);
  const right = DOT_WIDTH - RIGHT;
  const bottom = TOP + ROW * rows.length;
  const across = (value: number) => LEFT + ((value - from) / (to - from)) * (right - LEFT);
  const { step, digits } = stepOf(to - from, isShare);
  const first = Math.ceil(from / step);
  const ticks = Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => (first + i) * step);
  return {
    ...{ height: bottom + FOOT, left: LEFT, right, bottom },
    ticks: ticks.map((value) => ({
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

/** With a little room, so that no dot is cut. */
function extent(values: readonly number[]): [number, number] {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const room = (to - from || Math.abs(from) || 1) * 0.06;
  return [from - room, to + room];
}

/** A round step between ticks, and the digits that tell them apart. */
function stepOf(range: number, isShare: boolean): { step: number; digits: number } {
  const power = 10 ** Math.floor(Math.log10(range / MOST_TICKS));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => range / one <= MOST_TICKS) as number;
  const digits = Math.max(0, -Math.floor(Math.log10(step * 1.0001)) - (isShare ? 2 : 0));
  return { step, digits };
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
