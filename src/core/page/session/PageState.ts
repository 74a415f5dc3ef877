import { RECOMMENDED, RECOMMENDED_EPOCHS } from "../../../model/recommended.ts";
import type { TrainingSettings } from "../../api.ts";
import type { ArrivalsState, NewUsersState, ServingState, SessionState, TrainingState } from "./Session.ts";

/** The session's state and what only the shell shows of it. */
export interface PageState extends SessionState {
  /** What `undo` would take back, in words; null where there is nothing. */
  undoable: string | null;
}

export const DEFAULT_SETTINGS: TrainingSettings = {
  noComponents: RECOMMENDED.noComponents,
  learningRate: RECOMMENDED.learningRate,
  epochs: RECOMMENDED_EPOCHS,
  threads: 1,
};

/** A poster wall of this size is asked for, before the first rating and after it. */
export const FILMS_SHOWN = 24;

export const UNTRAINED: TrainingState = {
  running: false,
  settings: DEFAULT_SETTINGS,
  progress: null,
  history: [],
  popularity: null,
  epochsDone: 0,
  seconds: null,
  stopped: false,
  origin: "here",
};

export const NO_ARRIVALS: ArrivalsState = { running: false, progress: null, outcome: null };

const NOT_RUN = { running: false, progress: null, stopped: false, ground: null };

/** The article's: nine tenths of the ratings are current. */
export const NO_EXPERIMENTS: NewUsersState = {
  cut: 900,
  timeline: null,
  user: null,
  tuning: { ...NOT_RUN, points: [], popularity: null },
  search: { ...NOT_RUN, trials: [], best: null },
  comparison: { ...NOT_RUN, outcome: null },
  replay: { ...NOT_RUN, pace: { perSecond: 1000, paused: false }, total: 0, points: [] },
};

export const NO_SERVING: ServingState = {
  running: false,
  progress: null,
  stopped: false,
  batch: null,
  measure: null,
};

export const AT_FIRST: PageState = {
  dataset: null,
  loading: null,
  staged: null,
  brought: null,
  opened: null,
  training: UNTRAINED,
  arrivals: NO_ARRIVALS,
  newUsers: NO_EXPERIMENTS,
  serving: NO_SERVING,
  ratings: [],
  ratingsAreKept: true,
  keeping: { works: [], standing: "kept", problem: null, room: null },
  recommendations: null,
  startingSet: [],
  alerts: [],
  undoable: null,
};
