export interface SkippedRow {
  file: string;
  /** 1-based line of the file, as an editor counts it. */
  row: number;
  reason: string;
}

/** Rows that could not be used: how many, and the first few. */
export interface SkippedRows {
  count: number;
  examples: SkippedRow[];
}

/** What the items of a data set are called. */
export interface Nouns {
  one: string;
  many: string;
}

export interface DatasetSummary {
  /** The key under which ratings and models of this data are saved: the same on every visit. */
  name: string;
  source: "embedded" | "file";
  users: number;
  items: number;
  interactions: number;
  /** Interactions that count as likes. */
  positives: number;
  /** Ratings from this value up are likes. */
  likedFrom: number;
  nouns: Nouns;
  /** Unix seconds of the first and the last interaction; null where the data has no timestamps. */
  period: { from: number; to: number } | null;
  /** One entry for each rating value that occurs, ascending. */
  histogram: { rating: number; count: number }[];
  skipped: SkippedRows;
  /** Ratings superseded by a later one of the same user and item. */
  repeated: number;
  /** Whether there are titles, or ids have to stand in. */
  hasTitles: boolean;
}

/** How far a file has been read. */
export interface ReadingProgress {
  file: string;
  rows: number;
  bytes: number;
  totalBytes: number;
}
