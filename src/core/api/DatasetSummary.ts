import type { CatalogueSummary } from "../../dataset/summary.ts";
import type { PublishedFile } from "../../model/published/Manifest.ts";
import type { NeighbourChoice } from "../../model/scorer/neighbourChoice.ts";

export type { Assumption } from "../../dataset/Assumption.ts";
export type { Nouns } from "../../dataset/Catalogue.ts";
export type { Skipped as SkippedRows } from "../../files/SkippedRows.ts";

/** A published model, as its folder describes it. */
export interface PublishedSummary {
  /** The version of the model file that was published. */
  version: string;
  noComponents: number;
  /** How many ratings the items have. */
  ratings: number;
  files: readonly PublishedFile[];
}

/** `name` is the key under which ratings and models of this data are saved: the same on every visit. */
export interface DatasetSummary extends CatalogueSummary {
  /** A published folder holds a model and what is known of the items, but no ratings. */
  source: "embedded" | "file" | "published";
  /** Whether models are examined on a sample of the users, as the data is large. */
  isSampled: boolean;
  /** Whether what people like tells more of what else they like than popularity does; taken for granted of dense data. */
  hasTastes: boolean;
  /** Null if there are too many likes for a neighbour score, or none. */
  neighbours: NeighbourChoice | null;
  /** Only where the source is a published model. */
  published?: PublishedSummary;
}

/** How far a file has been read. */
export interface ReadingProgress {
  file: string;
  rows: number;
  bytes: number;
  totalBytes: number;
  /** Once all rows are read, the share of checking and sorting them that is done, 0 to 1. */
  checked?: number;
}
