import type { Film, RatedFilm } from "../../core/api/Film.ts";
import type { Metrics, TrainingSettings } from "../../core/api/training.ts";
import type { Progress } from "../../core/api/work.ts";
import type { Interval } from "../../evaluation/intervals.ts";
import type { HitShares, ReplayPoint } from "../../experiment/hitRates.ts";

/** What an experiment is run with: where the line is, and the model's settings. */
export interface ExperimentSetup {
  /** The share of the interactions, in order of time, before the line: 0 to 1. */
  knownShare: number;
  settings: TrainingSettings;
}

/** When everyone joined and rated, and what every possible line between known and new means. */
export interface Timeline {
  users: number;
  interactions: number;
  /** Unix seconds of the first and the last interaction. */
  from: number;
  to: number;
  /** One dot for each interaction in order of time; an even sample of very many. */
  dots: {
    /** From 0, the first interaction, to 1, the last. */
    times: Float32Array;
    /** The user's position by date joined, 0 for the first. */
    users: Uint32Array;
  };
  /** Indexed by the per mille of interactions that are known, 0 to 1000. */
  cuts: {
    /** Interactions before the line. */
    known: Uint32Array;
    /** Users who joined before the line; those who join later are new. */
    knownUsers: Uint32Array;
    /** Interactions of new users. */
    byNewUsers: Uint32Array;
    /** Unix seconds of the first new interaction, or of the last of all if none is new. */
    seconds: Float64Array;
  };
}

/** On the inner hold-out, by which the number of epochs is chosen. */
export interface TuningPoint extends Metrics {
  epochs: number;
  intervals: MetricIntervals;
  /** Whether the best so far is better by AUC or precision at 10, beyond noise. */
  isBeaten: boolean;
}

/** What was chosen, examined once on the hold-out, which had no say in the choice. */
export interface Examined {
  figures: MetricIntervals;
  /** In tuning, minus popularity's. In a search, minus those of the settings it began with, trained for as many epochs. */
  difference: MetricIntervals;
}

export interface TuningProgress extends Progress {
  /** The popularity baseline's figures on the inner hold-out. */
  popularity: Metrics;
  /** Those evaluated so far, ascending. */
  points: TuningPoint[];
  /** Null until the end. */
  examined: Examined | null;
}

/** Settings tried by a search, and how they did on the inner hold-out after the epochs they were given. */
export interface Trial extends Metrics {
  number: number;
  intervals: MetricIntervals;
  settings: TrainingSettings;
}

export interface SearchProgress extends Progress {
  /** In the order in which they were drawn. */
  trials: Trial[];
  /** The number of the best so far. */
  best: number | null;
  /** Null until the end, and if nothing beat the settings it began with. */
  examined: Examined | null;
}

/** Those who joined after the line, and those who were there before, apart. */
export interface ByArrival<Figures> {
  newUsers: Figures;
  oldUsers: Figures;
}

/** One way to update the model: each user's means over five folds of the new interactions. */
export interface UpdateResult {
  /** 95% bootstrap intervals over users. */
  intervals: ByArrival<MetricIntervals>;
  /** Means over the users of each fold. */
  folds: ByArrival<Metrics>[];
  /** Seconds of training. */
  seconds: number;
  /** Change in the held-out figures of users with no new interactions; null if nothing can change. */
  drift: MetricIntervals | null;
}

export interface DriftPoint {
  /** New interactions learnt so far. */
  interactions: number;
  /** Unix seconds of the last of them. */
  time: number;
  /** The change since the last full training, paired over users with no new interactions. */
  drift: MetricIntervals;
}

export type MetricIntervals = Record<keyof Metrics, Interval>;

export interface Comparison {
  fitPartial: UpdateResult & { epochs: number };
  foldIn: UpdateResult;
  retrain: UpdateResult;
  /** Retrained, then updated with the new interactions once more. Its drift is not measured. */
  retrainThenUpdate: Omit<UpdateResult, "drift">;
  /** Recommending what is most liked, new likes included. */
  popularity: UpdateResult;
  /** Each pair on the same users, the first less the second. */
  differences: {
    fitPartialLessRetrain: ByArrival<MetricIntervals>;
    fitPartialLessFoldIn: ByArrival<MetricIntervals>;
    retrainLessFoldIn: ByArrival<MetricIntervals>;
    fitPartialLessPopularity: ByArrival<MetricIntervals>;
    thenUpdatedLessRetrain: ByArrival<MetricIntervals>;
  };
  /** Which way does best for new users, in a sentence. */
  claim: string;
  /** What follows, a sentence each. */
  advice: string[];
  /** How drift grows as new interactions are learnt. */
  course: DriftPoint[];
}

export interface ComparisonProgress extends Progress {
  phase: "known" | "fitPartial" | "foldIn" | "retrain" | "drift";
}

/** New interactions a second. */
export interface Pace {
  /** Infinity is as fast as possible. */
  perSecond: number;
  paused: boolean;
}

export interface ReplayProgress extends Progress {
  /** All new interactions. */
  total: number;
  /** Points since the last report. */
  points: ReplayPoint[];
  /** Reached since the pace was last set. */
  perSecond: number;
  /** At the end: whether it helped to keep learning, beyond noise. Empty until then. */
  verdict: string;
  /** At the end: the hit rates with their intervals, each user counting once. */
  shares: HitShares | null;
  /** "fit" while the model is still training; null once the replay runs. */
  phase: "fit" | null;
}

export interface NewUser {
  id: string;
  interactions: number;
  positives: number;
}

export interface UpdateOutcome {
  /** Unix seconds of the line. */
  boundary: number;
  known: number;
  new: number;
  knownUsers: number;
  /** Users with new interactions only, most liked films first. */
  newUsers: NewUser[];
  /** Seconds of `fit` on the known part and of `fitPartial` on the new. */
  fitSeconds: number;
  fitPartialSeconds: number;
}

export interface UpdateProgress extends Progress {
  phase: "fit" | "fitPartial";
}

/** One new user's films. */
export interface NewUserTables {
  id: string;
  /** What they liked, best first. */
  rated: RatedFilm[];
  /** After the update. */
  recommended: Film[];
  /** Before it, when the model knew only the user's features, if any. */
  before: Film[];
}
