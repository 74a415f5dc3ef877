import type { Film, Metrics, TrainingSettings } from "../../core/api.ts";
import type { Progress } from "../serving/api.ts";

/** What an experiment stands on: the line between current and new, and the settings of the model. */
export interface ExperimentGround {
  /** How much of the interactions, in order of time, is current: from 0 to 1. */
  currentShare: number;
  settings: TrainingSettings;
}

export interface TuningPoint extends Metrics {
  epochs: number;
}

export interface TuningProgress extends Progress {
  /** Of recommending by popularity; null until it has been examined. */
  popularity: Metrics | null;
  /** Those examined so far, ascending. */
  points: TuningPoint[];
}

/** Settings that a search has tried, and how they did after as many epochs as they came to. */
export interface Trial extends Metrics {
  number: number;
  settings: TrainingSettings;
}

export interface SearchProgress extends Progress {
  /** Each as far as it has come, in the order in which they were drawn. */
  trials: Trial[];
  /** The number of the best so far. */
  best: number | null;
}

/** What a way of taking in the new part comes to: means over five folds of it. */
export interface Way {
  newUsers: Metrics;
  oldUsers: Metrics;
  /** Of learning. */
  seconds: number;
  /** What it does to held-out figures of users who did nothing new. */
  drift: Metrics;
}

export interface DriftPoint {
  /** New interactions learnt so far. */
  interactions: number;
  /** Unix seconds of the last of them. */
  time: number;
  drift: Metrics;
}

export interface Comparison {
  /** With the number of epochs that did best. */
  fitPartial: Way & { epochs: number };
  foldIn: Way;
  retrain: Way;
  /** How the drift of learning along grows with the new interactions. */
  course: DriftPoint[];
}

export interface ComparisonProgress extends Progress {
  phase: "current" | "fitPartial" | "foldIn" | "retrain" | "drift";
}

/** Hits so far: how often what a user liked next was among the ten best for them. */
export interface Hits {
  learning: number;
  frozen: number;
  popularity: number;
}

export interface ReplayPoint {
  /** New interactions replayed. */
  replayed: number;
  /** Unix seconds. */
  time: number;
  /** Those in which there was something to predict. */
  predicted: number;
  hits: Hits;
}

/** New interactions a second. */
export interface Pace {
  /** Infinity is as fast as it goes. */
  perSecond: number;
  paused: boolean;
}

export interface ReplayProgress extends Progress {
  /** Of all new interactions. */
  total: number;
  /** Points since the last news. */
  points: ReplayPoint[];
  /** Why there are none yet; null once the replay goes. */
  phase: "fit" | null;
}

export interface NewUserTables {
  id: string;
  /** What they liked, best first. */
  rated: (Film & { rating: number })[];
  /** After the model has taken the new part in. */
  recommended: Film[];
  /** Before: of them the model knew what their features say, if anything. */
  before: Film[];
}

export interface ExperimentTrainer {
  /** One training run on the current part, examined along the way. Stopped, it answers with what there is. */
  tune(ground: ExperimentGround, onProgress: (progress: TuningProgress) => void): Promise<boolean>;
  /** Tries settings for so many seconds. Stopped, it answers with what there is. */
  searchSettings(
    ground: ExperimentGround,
    seconds: number,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<boolean>;
  /** Takes the new part in by all three ways. Null where stopped. */
  compareWays(
    ground: ExperimentGround,
    onProgress: (progress: ComparisonProgress) => void,
  ): Promise<Comparison | null>;
  /** Replays the new part, each interaction first predicted, then learnt. False where stopped. */
  replay(
    ground: ExperimentGround,
    pace: Pace,
    onProgress: (progress: ReplayProgress) => void,
  ): Promise<boolean>;
  /** Changes the pace of the replay under way. */
  setPace(pace: Pace): Promise<void>;
}
