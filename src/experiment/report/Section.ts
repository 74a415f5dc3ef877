/** Figures in rows; the first cell of each row names it. */
export interface Table {
  caption: string;
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface PlotLine {
  name: string;
  points: readonly { x: number; y: number }[];
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
}

/** What one of the challenges came to, to be shown on the page, in a report or on a terminal. */
export interface Section {
  title: string;
  /** What is asked, and how. */
  about: string;
  /** What was found, in a few sentences. */
  sentence: string;
  plots: readonly Plot[];
  tables: readonly Table[];
}
