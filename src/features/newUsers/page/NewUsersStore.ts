import type { Metrics, TrainingSettings } from "../../../core/api/training.ts";
import type { Outcome, Progress } from "../../../core/api/work.ts";
import type { Context } from "../../../core/page/Context.ts";
import { defaultSettings } from "../../../core/page/defaultSettings.ts";
import type { JobWords } from "../../../core/page/JobStore.ts";
import { Store } from "../../../core/page/Store.ts";
import type {
  Comparison,
  ComparisonProgress,
  ExperimentSetup,
  NewUserTables,
  Pace,
  ReplayPoint,
  ReplayProgress,
  SearchProgress,
  Timeline,
  Trial,
  TuningPoint,
  TuningProgress,
  UpdateOutcome,
  UpdateProgress,
} from "../api.ts";

/** An experiment: its progress while it runs, and what it was last run with. */
export interface Run<Report> {
  progress: Report | null;
  /** Whether it was stopped the last time. */
  stopped: boolean;
  /** Null before the first run. */
  setup: ExperimentSetup | null;
}

export interface NewUsersState {
  /** The line between known and new: the per mille of the ratings before it. */
  cut: number;
  /** Null until it is asked for, and where the data has no timestamps. */
  timeline: Timeline | null;
  /** The new user whose lists are shown; null until one is chosen. */
  user: string | null;
  update: Run<UpdateProgress> & { outcome: UpdateOutcome | null };
  tuning: Run<TuningProgress> & { points: TuningPoint[]; popularity: Metrics | null };
  search: Run<SearchProgress> & { trials: Trial[]; best: number | null };
  comparison: Run<ComparisonProgress> & { outcome: Comparison | null };
  replay: Run<ReplayProgress> & { pace: Pace; total: number; points: ReplayPoint[] };
}

type Experiment = "update" | "tuning" | "search" | "comparison" | "replay";

/** Their names as a job has them. */
export const JOBS: Record<Experiment, JobWords> = {
  update: { name: "the update", status: "Adding new users" },
  tuning: { name: "tuning", status: "Tuning" },
  search: { name: "the search", status: "Searching for settings" },
  comparison: { name: "the comparison", status: "Comparing three update methods" },
  replay: { name: "the replay", status: "Replaying new ratings" },
};

const LISTED = 20;
const NOT_RUN = { progress: null, stopped: false, setup: null };

/** The line is the article's: nine tenths of the ratings are known. */
const NOTHING_RUN: NewUsersState = {
  cut: 900,
  timeline: null,
  user: null,
  update: { ...NOT_RUN, outcome: null },
  tuning: { ...NOT_RUN, points: [], popularity: null },
  search: { ...NOT_RUN, trials: [], best: null },
  comparison: { ...NOT_RUN, outcome: null },
  replay: { ...NOT_RUN, pace: { perSecond: 1000, paused: false }, total: 0, points: [] },
};

/** The experiments on new users: where the line is, and what came of each. */
export class NewUsersStore extends Store<NewUsersState> {
  readonly #context: Context;
  #isTimelineAsked = false;

  constructor(context: Context) {
    super(NOTHING_RUN);
    this.#context = context;
    const reset = () => {
      this.#isTimelineAsked = false;
      this.set(NOTHING_RUN);
    };
    context.events.on("dataAdopted", reset);
    context.events.on("workerStarted", reset);
  }

  openTimeline = async (): Promise<void> => {
    const { worker, alerts } = this.#context;
    if (this.#isTimelineAsked) return;
    this.#isTimelineAsked = true;
    try {
      this.set({ timeline: await this.#context.forThisData(() => worker.timeline.get()) });
    } catch (error) {
      alerts.tell(error);
    }
  };

  cutAt = (cut: number): void => this.set({ cut });

  chooseUser = (user: string): void => this.set({ user });

  newUser = (id: string): Promise<NewUserTables> => this.#context.worker.update.newUser(id, LISTED);

  update = (): Promise<void> =>
    this.#run("update", {}, (setup, report) => this.#context.worker.update.run(setup, report), {
      onResult: (outcome: UpdateOutcome) => ({ outcome }),
    });

  tune = (): Promise<void> =>
    this.#run(
      "tuning",
      { points: [], popularity: null },
      (setup, report) => this.#context.worker.tuning.tune(setup, report),
      { onProgress: ({ points, popularity }) => ({ points, popularity }) },
    );

  search = (seconds: number): Promise<void> =>
    this.#run(
      "search",
      { trials: [], best: null },
      (setup, report) => this.#context.worker.tuning.search(setup, seconds, report),
      { onProgress: ({ trials, best }) => ({ trials, best }) },
    );

  compare = (): Promise<void> =>
    this.#run("comparison", {}, (setup, report) => this.#context.worker.comparison.run(setup, report), {
      onResult: (outcome: Comparison) => ({ outcome }),
    });

  replay = (): Promise<void> => {
    const pace = { ...this.get().replay.pace, paused: false };
    let points: ReplayPoint[] = [];
    return this.#run(
      "replay",
      { points, total: 0, pace },
      (setup, report) =>
        this.#context.worker.replay.run(setup, pace, (progress) => {
          points = [...points, ...progress.points];
          report(progress);
        }),
      { onProgress: ({ total }) => ({ total, points }) },
    );
  };

  /** Retrains the model with settings that an experiment found. */
  use = (settings: TrainingSettings): void => this.#context.events.emit("settingsChosen", settings);

  setPace = (pace: Pace): void => {
    this.set({ replay: { ...this.get().replay, pace } });
    this.#context.worker.replay.setPace(pace).catch(this.#context.alerts.tell);
  };

  /** Runs an experiment as the page's job; its reports, its end and its failure go into its part of the state. */
  async #run<
    Name extends Experiment,
    Report extends Progress & NonNullable<NewUsersState[Name]["progress"]>,
    Result,
  >(
    name: Name,
    first: Partial<NewUsersState[Name]>,
    ask: (setup: ExperimentSetup, report: (report: Report) => void) => Promise<Outcome<Result>>,
    {
      onProgress = () => ({}),
      onResult = () => ({}),
    }: {
      onProgress?: (report: Report) => Partial<NewUsersState[Name]>;
      onResult?: (result: Result) => Partial<NewUsersState[Name]>;
    },
  ): Promise<void> {
    const { jobs, workspace, alerts } = this.#context;
    const change = (part: Partial<NewUsersState[Name]>) =>
      this.set({ [name]: { ...this.get()[name], ...part } } as Partial<NewUsersState>);
    const ended = (stopped: boolean) =>
      ({ stopped, progress: null }) as unknown as Partial<NewUsersState[Name]>;
    const { model, dataset } = workspace.get();
    const settings = model?.settings ?? defaultSettings(dataset);
    const setup = { knownShare: this.get().cut / 1000, settings };
    try {
      const { stopped, result } = await jobs.run<Report, Result>(
        JOBS[name],
        (report) => {
          change({ ...ended(false), setup, ...first });
          return ask(setup, report);
        },
        (progress) => change({ progress, ...onProgress(progress) } as Partial<NewUsersState[Name]>),
      );
      change({ ...ended(stopped), ...(result === null ? {} : onResult(result)) });
    } catch (error) {
      change(ended(true));
      alerts.tell(error);
    }
  }
}
