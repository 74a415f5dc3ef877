import type { EpochReport, Metrics, TrainingRecord } from "../../core/api/training.ts";
import type { Progress } from "../../core/api/work.ts";

/** `done` covers the run, also within an epoch. */
export interface TrainingProgress extends Progress {
  /** The current epoch, 1-based; 0 while a run on large data is prepared. */
  epoch: number;
  lastEpoch: number;
  /** Set when an epoch has just ended. */
  report: EpochReport | null;
  /** Held-out figures of the popularity baseline; null until they are known. */
  popularity: Metrics | null;
  /** Whether recommendations are available: the first model on new data gives them before training ends. */
  recommends: boolean;
  /** Whether it halts after `epoch` until it is told to go on. */
  isPaused: boolean;
}

/** A training that goes on after an interruption. */
export type InterruptedTraining = Pick<TrainingRecord, "settings" | "history" | "epochsDone">;
