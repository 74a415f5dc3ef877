import type { DatasetSummary } from "./DatasetSummary.ts";
import type { TrainingRecord } from "./training.ts";

/** A data set and its model, as saved on this device. */
export interface SavedWork {
  /** The data's name. */
  name: string;
  source: DatasetSummary["source"];
  ratings: number;
  /** Null where there is no model yet. */
  record: TrainingRecord | null;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** Approximate; embedded data takes none. */
  dataBytes: number;
  modelBytes: number;
}
