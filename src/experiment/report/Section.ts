import type { Interval } from "../../evaluation/intervals.ts";
import type { Head } from "./heads.ts";

/** Figures in rows; the first cell of each row names it. */
export interface Table {
  caption: string;
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A place on one axis: a figure's interval is drawn as a bar through its point. */
export type Coordinate = number | Interval;

interface PlotLine {
  name: string;
  points: readonly { x: Coordinate; y: Coordinate }[];
  /** Drawn stronger than the others. */
  isMain?: boolean;
  /** Points that are not joined. */
  isDots?: boolean;
}

/** Lines over an axis, each named at its end. */
export interface Plot {
  title: string;
  x: string;
  y: string;
  lines: readonly PlotLine[];
  /** Whether lines share their places on the axis, so that bars are drawn beside each other. */
  isSideBySide?: boolean;
}

/** A figure of one thing among several, as a dot with its interval. */
export interface DotRow {
  name: string;
  interval: Interval;
  /** The figures of its parts, such as folds. */
  points?: readonly number[];
  /** Drawn stronger than the others. */
  isMain?: boolean;
}

/** The same figure of several things, one below the other on one axis. */
export interface DotPlot {
  title: string;
  /** What the axis counts. */
  x: string;
  rows: readonly DotRow[];
  /** Whether figures are differences, so that 0 is on the axis as a line. */
  isDifference?: boolean;
  /** Whether figures are shares to be written in per cent. */
  isShare?: boolean;
}

/** What one of the challenges came to, to be shown on the page, in a report or on a terminal. */
export interface Section extends Head {
  /** How it is measured. */
  about: string;
  /** What was found, in a few sentences. */
  sentence: string;
  plots: readonly Plot[];
  /** What they show is also in the tables. */
  dotPlots: readonly DotPlot[];
  tables: readonly Table[];
}
