import type { DatasetSummary } from "./DatasetSummary.ts";
import type { TrainingRecord } from "./training.ts";

/** A published model is not saved; it comes with the site. */
export type SavedSource = Exclude<DatasetSummary["source"], "published">;

/** A data set and its model, as saved on this device. */
export interface SavedWork {
  /** The data's name. */
  name: string;
  source: SavedSource;
  ratings: number;
  /** Null if there is no model yet. */
  record: TrainingRecord | null;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** Approximate; embedded data takes none. */
  dataBytes: number;
  modelBytes: number;
}
