import type { DatasetSummary, EpochReport, Metrics, TrainingSettings } from "../../core/api.ts";

/** How a model came to be what it is. */
export interface TrainingCourse {
  settings: TrainingSettings;
  history: EpochReport[];
  popularity: Metrics | null;
  epochsDone: number;
  /** Seconds of the last run; null before the first. */
  seconds: number | null;
  stopped: boolean;
  /** Whether it was brought along as a file. */
  brought: boolean;
}

/** Data and what was learnt from it, as it lies on the device. */
export interface KeptWork {
  /** The data's name. */
  name: string;
  source: DatasetSummary["source"];
  ratings: number;
  /** Null where the data waits for its first model. */
  course: TrainingCourse | null;
  /** Milliseconds since 1970: when it was last written, and when it was last at hand. */
  keptAt: number;
  usedAt: number;
  /** About so many; data that the site brings along takes none. */
  dataBytes: number;
  modelBytes: number;
}

/**
 * "elsewhere": another tab of Matinee was there first and keeps its own; "overtaken": the model has learnt on
 * since and will be kept when that is done.
 */
export type KeepOutcome = "kept" | "elsewhere" | "overtaken";

/** What the trainer does so that a visit can go on where the last one ended. */
export interface Keeping {
  /** What lies on the device, last used first. Rejects with a StorageError where the browser keeps nothing. */
  kept(): Promise<KeptWork[]>;
  /**
   * Writes the current data and model, with how the model came to be (null where there is none yet): all of it
   * or nothing. Rejects with a StorageError that names the remedy; what was there before is then still there.
   */
  keep(course: TrainingCourse | null): Promise<KeepOutcome>;
  /** Answers as soon as no other tab keeps its models: from then on this one does. */
  myTurn(): Promise<true>;
  /** How the current model came to be, where it was taken up from the device; null where there is none. */
  takenUp(): Promise<TrainingCourse | null>;
  forget(name: string): Promise<void>;
}
