import type { ReadingChoices, UnderstoodData } from "../../../features/data/api.ts";
import type {
  Comparison,
  ComparisonProgress,
  ExperimentGround,
  NewUserTables,
  Pace,
  ReplayPoint,
  ReplayProgress,
  SearchProgress,
  Trial,
  TuningPoint,
  TuningProgress,
} from "../../../features/newUsers/api.ts";
import type { Timeline } from "../../../features/newUsers/timelineApi.ts";
import type { OwnRatingsSummary } from "../../../features/ownRatings/api.ts";
import type { KeptWork } from "../../../features/saved/api.ts";
import type { Batch, BatchProgress, LookUp, ServingMeasure } from "../../../features/serving/api.ts";
import type {
  ArrivalOutcome,
  ArrivalProgress,
  DatasetSummary,
  EpochReport,
  Film,
  LoadProgress,
  Metrics,
  RecommendedFilm,
  TrainingProgress,
  TrainingSettings,
} from "../../api.ts";

/** A rating that was brought along in a file. */
export interface BroughtRating {
  film: Film;
  stars: number;
  /** In milliseconds since 1970; null where the file does not tell: then it counts as given now. */
  ratedAt: number | null;
}

/** What every screen may know. One immutable value; a change is a new value. */
export interface SessionState {
  /** The current data; null until the first has been read. */
  dataset: DatasetSummary | null;
  /** Set while files are read. */
  loading: Loading | null;
  /** Read and waiting for the person's word before it replaces the current data. */
  staged: DatasetSummary | null;
  /** One person's files, read and waiting for the person's word before they become "Your ratings". */
  brought: OwnRatingsSummary | null;
  /** The files that the person is asked about; null where there is nothing to ask. */
  opened: OpenedFiles | null;
  training: TrainingState;
  arrivals: ArrivalsState;
  newUsers: NewUsersState;
  serving: ServingState;
  /** The person's own ratings of films in the current data, latest first. */
  ratings: { film: Film; stars: number }[];
  /** False where the browser refuses to store ratings: they last as long as the tab. */
  ratingsAreKept: boolean;
  keeping: KeepingState;
  /** Best first; null until a model has learnt. Follows every rating and every finished training. */
  recommendations: RecommendedFilm[] | null;
  /** Known films to rate from, shown before the first rating. */
  startingSet: Film[];
  /** Messages that need reading, oldest first. */
  alerts: Alert[];
}

export interface Loading extends LoadProgress {
  /** Of this file; null as long as nobody can tell. */
  secondsLeft: number | null;
}

export interface OpenedFiles {
  files: File[];
  /** What the person has corrected. */
  choices: ReadingChoices;
  understood: UnderstoodData;
  /** Why they cannot be used as they are taken. */
  problem: string | null;
}

export interface Alert {
  id: number;
  message: string;
  /** What the person can do about it, as a button; every alert can be dismissed besides. */
  remedy: { label: string; run: () => void } | null;
}

export interface TrainingState {
  running: boolean;
  settings: TrainingSettings;
  progress: TrainingProgress | null;
  /** Of the model as it is: grows while training on, starts anew with it. */
  history: EpochReport[];
  popularity: Metrics | null;
  /** Epochs the current model has learnt; 0 where there is none. */
  epochsDone: number;
  /** Seconds of the last finished or stopped run. */
  seconds: number | null;
  stopped: boolean;
  /** Where the model was learnt: in this tab, on an earlier visit, or elsewhere and brought along. */
  origin: "here" | "earlier" | "brought";
}

/** What of data and model lies on the device. */
export interface KeepingState {
  /** Last used first. */
  works: KeptWork[];
  /**
   * "elsewhere": another tab keeps its own, and this one's last as long as it; "failed": the last write was
   * refused; "refused": the browser keeps nothing.
   */
  standing: "kept" | "elsewhere" | "failed" | "refused";
  /** Why, in a sentence; null where all is well. */
  problem: string | null;
  /** Bytes that the browser counts for this site, and would allow; null where it does not say. */
  room: { usage: number; quota: number } | null;
}

export interface ArrivalsState {
  running: boolean;
  progress: ArrivalProgress | null;
  outcome: ArrivalOutcome | null;
}

/** What the experiments on "New users" stand on and have come to. */
export interface NewUsersState {
  /** The line between current and new, as the per mille of the ratings that is current. */
  cut: number;
  /** Null until it has been asked for, and where the data has no timestamps. */
  timeline: Timeline | null;
  /** The new user who is looked at; null until one has been chosen. */
  user: string | null;
  tuning: RunState<TuningProgress> & { points: TuningPoint[]; popularity: Metrics | null };
  search: RunState<SearchProgress> & { trials: Trial[]; best: number | null };
  comparison: RunState<ComparisonProgress> & { outcome: Comparison | null };
  replay: RunState<ReplayProgress> & { pace: Pace; total: number; points: ReplayPoint[] };
}

/** A piece of work that is watched and stopped; what it has come to stands beside. */
export interface RunState<News> {
  running: boolean;
  progress: News | null;
  /** Whether it was stopped the last time. */
  stopped: boolean;
  /** Where the line stood and what the model was made of; null before the first run. */
  ground: ExperimentGround | null;
}

/** The database of recommendations and what was measured of it. */
export interface ServingState {
  running: boolean;
  progress: BatchProgress | null;
  /** Whether the last making of it was stopped. */
  stopped: boolean;
  batch: Batch | null;
  measure: ServingMeasure | null;
}

/** What every screen may do. Failures become alerts; only the promises below answer to the caller. */
export interface SessionActions {
  rate(film: Film, stars: number): void;
  /** Takes a rating back. */
  unrate(filmId: string): void;
  /** Undoes the latest rate, change or unrate. */
  undo(): void;
  train(settings: TrainingSettings, mode: "anew" | "on"): void;
  stop(): void;
  /** Has the timeline of the data worked out, once. */
  openTimeline(): void;
  /** Moves the line between current and new. */
  cutAt(perMille: number): void;
  /** Examines a model of the current part as it learns. */
  tune(): void;
  /** Tries settings for so many seconds. */
  searchSettings(seconds: number): void;
  /** Takes the new part in by all three ways. */
  compareWays(): void;
  replay(): void;
  setPace(pace: Pace): void;
  chooseUser(id: string): void;
  takeInNewUsers(): void;
  /** Looks, once, for a database of recommendations from an earlier visit. */
  openBatch(): void;
  makeBatch(): void;
  lookUp(userId: string): Promise<LookUp>;
  batchFile(): Promise<Blob>;
  newUser(id: string): Promise<NewUserTables>;
  search(text: string): Promise<Film[]>;
  openFiles(files: File[]): void;
  openEmbedded(): void;
  /** Answers the question that `staged` puts. */
  replaceData(): void;
  /** Has the opened files read anew, taken for what the person says. */
  correctReading(choices: ReadingChoices): void;
  keepData(): void;
  /** Looks anew at what lies on the device. */
  lookAtKept(): void;
  /** Takes up data that lies on the device, with what was learnt from it. */
  openKept(name: string): void;
  /** Forgets data that lies on the device, and its model; what is at hand stays at hand. */
  forgetKept(name: string): void;
  /** Have the browser save what the person has here as a file. */
  takeRatings(columns: "matinee" | "movielens"): void;
  takeRecommendations(): void;
  takeModel(): void;
  /** Puts a model that was taken along in the place of the one at hand, where it fits the data. */
  bringModel(file: File): void;
  /** Deletes all that was ever kept and begins as on a first visit. */
  forgetEverything(): void;
  /** Answers the question that `brought` puts: with the ratings that are kept, in one step, or with none. */
  keepBrought(ratings: readonly BroughtRating[], what: string): void;
  leaveBrought(): void;
  dismiss(alertId: number): void;
}
