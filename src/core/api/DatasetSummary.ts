import type { CatalogueSummary } from "../../dataset/summary.ts";

export type { Assumption } from "../../dataset/Assumption.ts";
export type { Nouns } from "../../dataset/Catalogue.ts";
export type { Skipped as SkippedRows } from "../../files/SkippedRows.ts";

/** `name` is the key under which ratings and models of this data are saved: the same on every visit. */
export interface DatasetSummary extends CatalogueSummary {
  source: "embedded" | "file";
  /** Whether models are examined on a sample of the users, as the data is large. */
  isSampled: boolean;
}

/** How far a file has been read. */
export interface ReadingProgress {
  file: string;
  rows: number;
  bytes: number;
  totalBytes: number;
}
