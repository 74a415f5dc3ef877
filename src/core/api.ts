/**
 * What the page may ask of the trainer, and what it is told. Types only: nothing here runs.
 * Everything crosses the worker boundary by structured clone; the page never holds a matrix.
 */

import type { ReadingChoices, UnderstandingTrainer } from "../features/data/api.ts";
import type { TakingAlong } from "../features/export/api.ts";
import type { ExperimentTrainer, NewUserTables } from "../features/newUsers/api.ts";
import type { TimelineTrainer } from "../features/newUsers/timelineApi.ts";
import type { OwnRatingsTrainer } from "../features/ownRatings/api.ts";
import type { Keeping } from "../features/saved/api.ts";
import type { Progress, ServingTrainer } from "../features/serving/api.ts";

/** An item as the page shows it. */
export interface Film {
  /** The id that stands in the data file. Text, never markup. */
  id: string;
  /** "The Matrix", with a leading article put back in front and the year taken off. */
  title: string;
  year: number | null;
  genres: string[];
  /** The item's representation without its bias, `noComponents` long; empty before the first epoch. */
  vector: Float32Array;
}

export interface RatedFilm extends Film {
  /** Stars, as the data file has them. */
  rating: number;
}

export interface RecommendedFilm extends Film {
  /** Titles of at most two of the person's liked films that lie nearest to this one. */
  becauseOf: string[];
}

/** One of the person's own ratings. */
export interface OwnRating {
  filmId: string;
  /** 0.5 to 5 in half steps. */
  stars: number;
}

export type DataSource =
  | { kind: "embedded" }
  | { kind: "files"; files: File[]; choices?: ReadingChoices }
  /** What lies on the device under this name, with what was learnt from it. */
  | { kind: "kept"; name: string };

export interface LoadProgress {
  file: string;
  rows: number;
  bytes: number;
  totalBytes: number;
}

export interface SkippedRow {
  file: string;
  /** 1-based line of the file as an editor counts it. */
  row: number;
  reason: string;
}

export interface DatasetSummary {
  /** Names the data for the ratings store: the same data has the same name on every visit. */
  name: string;
  source: "embedded" | "file";
  users: number;
  items: number;
  interactions: number;
  /** Interactions that count as likes. */
  positives: number;
  /** Ratings from this value on are likes. */
  likedFrom: number;
  /** What the items are called. */
  nouns: { one: string; many: string };
  /** Unix seconds of the first and the last interaction; null where the data has no timestamps. */
  period: { from: number; to: number } | null;
  /** One entry for each rating value that occurs, ascending. */
  histogram: { rating: number; count: number }[];
  skipped: { count: number /** The first few. */; examples: SkippedRow[] };
  /** Ratings that were given again later, so that they do not count. */
  repeated: number;
  /** Whether titles and genres were found, or ids have to stand in. */
  hasTitles: boolean;
}

/** Settings that no form asks for, as a search of them has found them. */
export interface FoundSettings {
  itemAlpha: number;
  userAlpha: number;
  maxSampled: number;
  /** How much what is known of users and of items weighs; their own feature weighs 1. */
  featureWeights: { users: number; items: number };
}

export interface TrainingSettings {
  noComponents: number;
  learningRate: number;
  /** Epochs of this run; training on adds to those already done. */
  epochs: number;
  /** Threads that share an epoch; where memory cannot be shared, one does all the work. */
  threads: number;
  /** The recommended ones where left out. */
  found?: FoundSettings;
}

export interface EpochReport {
  /** 1-based, counted from the first epoch of the model, also when training on. */
  epoch: number;
  /** The epoch at which this run ends. */
  lastEpoch: number;
  meanLoss: number;
  /** Of the model's twin, which learns from 70 % of the interactions, on the other 30 %; NaN where no like is among those, or there is no twin. */
  auc: number;
  precisionAt10: number;
  /** Since this run began. */
  seconds: number;
  secondsLeft: number;
}

export interface Metrics {
  auc: number;
  precisionAt10: number;
}

export interface TrainingProgress {
  /** 0 to 1 over this run, also within an epoch. */
  done: number;
  /** The epoch under way, 1-based. */
  epoch: number;
  lastEpoch: number;
  secondsLeft: number | null;
  /** Set when an epoch has just ended. */
  report: EpochReport | null;
  /** Held-out figures of recommending by popularity alone. */
  popularity: Metrics;
  /** Whether `recommend` can be asked: the first model of some data answers before it has learnt to the end. */
  recommends: boolean;
}

export interface TrainingOutcome {
  settings: TrainingSettings;
  /** Of the model as it now is. */
  epochsDone: number;
  /** Seconds of this run. */
  seconds: number;
  stopped: boolean;
  /** Held-out figures of recommending by popularity alone. */
  popularity: Metrics;
}

export interface NewUser {
  id: string;
  interactions: number;
  positives: number;
}

export interface ArrivalSettings extends TrainingSettings {
  /** How much of the interactions, in order of time, is "current": from 0 to 1. */
  currentShare: number;
}

export interface ArrivalOutcome {
  /** Unix seconds: where "current" ends and "new" begins. */
  boundary: number;
  current: number;
  new: number;
  currentUsers: number;
  /** Users who occur in the new part only, most liked films first. */
  newUsers: NewUser[];
  /** Seconds of training on current, and of taking in the new part. */
  fitSeconds: number;
  fitPartialSeconds: number;
}

/** Over both phases. */
export interface ArrivalProgress extends Progress {
  phase: "fit" | "fitPartial";
}

/**
 * The trainer worker. Asking for something whose ground is missing (recommending before a model
 * has learnt, staging while staging) rejects with a MatineeError that says so.
 */
export interface Trainer
  extends TimelineTrainer,
    ExperimentTrainer,
    ServingTrainer,
    Keeping,
    TakingAlong,
    OwnRatingsTrainer,
    UnderstandingTrainer {
  /** Reads data beside the current; nothing is replaced until `adopt`. A new call drops what was staged. */
  stage(source: DataSource, onProgress: (progress: LoadProgress) => void): Promise<DatasetSummary>;
  /** Makes the staged data current and forgets the old data and its models. */
  adopt(): Promise<DatasetSummary>;
  /** Drops what is staged, or stops the staging that is under way (whose promise rejects as cancelled). */
  discard(): Promise<void>;

  /** A varied set of well-known films to rate from; needs data, not a model. */
  startingSet(count: number): Promise<Film[]>;
  /** The best matches for part of a title, accents and case aside; needs data, not a model. */
  search(text: string, limit: number): Promise<Film[]>;
  /** The films of these ids that the data holds, in this order; unknown ids are left out. */
  films(ids: string[]): Promise<Film[]>;

  /** Trains anew, or trains on. A run under way is a `BusyError`. */
  train(
    settings: TrainingSettings,
    mode: "anew" | "on",
    onProgress: (progress: TrainingProgress) => void,
  ): Promise<TrainingOutcome>;
  /** Stops whatever is under way (training, arrivals) within a slice; its promise resolves as stopped. */
  stop(): Promise<void>;

  /** The best `count` films for a person with these ratings, rated ones left out: folded in, item side still. */
  recommend(ratings: OwnRating[], count: number): Promise<RecommendedFilm[]>;

  /** The article's experiment: fit on what is current, `fitPartial` on the rest. Null where stopped. */
  takeInNewUsers(
    settings: ArrivalSettings,
    onProgress: (progress: ArrivalProgress) => void,
  ): Promise<ArrivalOutcome | null>;
  newUser(id: string, count: number): Promise<NewUserTables>;

  /** Answers at once, between slices: how the page knows that the worker lives. */
  ping(): Promise<true>;
}
