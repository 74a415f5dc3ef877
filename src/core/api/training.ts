import type { Interval } from "../../evaluation/intervals.ts";

/** Settings that no form asks for: those a search has found. */
export interface FoundSettings {
  itemAlpha: number;
  userAlpha: number;
  maxSampled: number;
  /** Weights of the features of users and items; a row's own feature weighs 1. */
  featureWeights: { users: number; items: number };
}

export interface TrainingSettings {
  noComponents: number;
  learningRate: number;
  /** Epochs of this run; continuing adds to those already done. */
  epochs: number;
  /** Threads that share an epoch; without shared memory one does all the work. */
  threads: number;
  /** The recommended ones if left out. */
  found?: FoundSettings;
}

/** Held-out figures; NaN if no like was held out. */
export interface Metrics {
  auc: number;
  precisionAt10: number;
}

/** Held-out figures of the validation model, or of the model itself on a sample. */
export interface ExaminedMetrics extends Metrics {
  /** Over users, where these are a sample. */
  intervals?: { auc: Interval; precisionAt10: Interval };
}

export interface EpochReport extends ExaminedMetrics {
  /** 1-based, counted from the model's first epoch. */
  epoch: number;
  /** The epoch at which this run ends. */
  lastEpoch: number;
  meanLoss: number;
  /** Since this run began. */
  seconds: number;
  secondsLeft: number;
}

/** How a model was trained. */
export interface TrainingRecord {
  /** The settings of the last run. */
  settings: TrainingSettings;
  history: EpochReport[];
  /** Held-out figures of the popularity baseline; null for an imported model. */
  popularity: Metrics | null;
  epochsDone: number;
  /** Seconds of the last run; null if unknown. */
  seconds: number | null;
  /** Whether the last run was stopped early. */
  stopped: boolean;
  /** Whether the model came from a file. */
  imported: boolean;
}
