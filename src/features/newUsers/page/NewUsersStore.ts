import type { Metrics, TrainingSettings } from "../../../core/api/training.ts";
import type { Outcome, Progress } from "../../../core/api/work.ts";
import type { Computed } from "../../../core/page/Computed.ts";
import type { Context } from "../../../core/page/Context.ts";
import { defaultSettings } from "../../../core/page/defaultSettings.ts";
import type { JobWords } from "../../../core/page/JobStore.ts";
import { Store } from "../../../core/page/Store.ts";
import { throttled } from "../../../core/page/throttled.ts";
import type { ReplayPoint } from "../../../experiment/hitRates.ts";
import type {
  Comparison,
  ComparisonProgress,
  ExperimentSetup,
  NewUserTables,
  Pace,
  ReplayProgress,
  SearchProgress,
  Timeline,
  TuningProgress,
  UpdateOutcome,
  UpdateProgress,
} from "../api.ts";
import { addressOf, cutIn, PLACE } from "./address.ts";

/** An experiment: its progress while it runs, and what it found the last time. */
export interface Run<Report, Found> {
  progress: Report | null;
  /** Whether it was stopped the last time. */
  stopped: boolean;
  /** Null before anything was found. */
  found: Computed<ExperimentSetup, Found> | null;
}

export interface NewUsersState {
  /** The line between known and new: the per mille of the ratings before it. */
  cut: number;
  /** Null until it is asked for, and where the data has no timestamps. */
  timeline: Timeline | null;
  /** The new user whose lists are shown; null until one is chosen. */
  user: string | null;
  update: Run<UpdateProgress, UpdateOutcome>;
  tuning: Run<TuningProgress, Pick<TuningProgress, "points" | "examined"> & { popularity: Metrics | null }>;
  search: Run<SearchProgress, Pick<SearchProgress, "trials" | "best" | "examined">>;
  comparison: Run<ComparisonProgress, Comparison>;
  replay: Run<ReplayProgress, Pick<ReplayProgress, "points" | "total" | "verdict" | "shares">> & {
    pace: Pace;
  };
}

type Experiment = "update" | "tuning" | "search" | "comparison" | "replay";
type FoundBy<Name extends Experiment> = NonNullable<NewUsersState[Name]["found"]>["result"];

/** Their names as a job has them. */
export const JOBS: Record<Experiment, JobWords> = {
  update: { name: "the update", status: "Adding new users" },
  tuning: { name: "tuning", status: "Tuning" },
  search: { name: "the search", status: "Searching for settings" },
  comparison: { name: "the comparison", status: "Comparing three update methods" },
  replay: { name: "the replay", status: "Replaying new ratings" },
};

const LISTED = 20;
const NOT_RUN = { progress: null, stopped: false, found: null };

const NOTHING_RUN: Omit<NewUsersState, "cut"> = {
  timeline: null,
  user: null,
  update: NOT_RUN,
  tuning: NOT_RUN,
  search: NOT_RUN,
  comparison: NOT_RUN,
  replay: { ...NOT_RUN, pace: { perSecond: 1000, paused: false } },
};

/** The experiments on new users: where the line is, and what came of each. */
export class NewUsersStore extends Store<NewUsersState> {
  readonly #context: Context;
  #isTimelineAsked = false;

  constructor(context: Context) {
    super({ ...NOTHING_RUN, cut: cutIn(window.location.hash) });
    this.#context = context;
    const reset = () => {
      this.#isTimelineAsked = false;
      this.set({ ...NOTHING_RUN, cut: cutIn(window.location.hash) });
    };
    window.addEventListener("hashchange", () => {
      const { hash } = window.location;
      if (hash.startsWith(`${PLACE}?`)) this.set({ cut: cutIn(hash) });
    });
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

  /** The address follows, so that a line can be pointed to. */
  cutAt = (cut: number): void => {
    this.set({ cut });
    this.#follow.soon();
  };

  /** Browsers refuse to rewrite the address as often as a line that is dragged moves. */
  readonly #follow = throttled(500, () => {
    if (!window.location.hash.startsWith(PLACE)) return;
    window.history.replaceState(window.history.state, "", addressOf(this.get().cut));
  });

  chooseUser = (user: string): void => this.set({ user });

  newUser = (id: string): Promise<NewUserTables> => this.#context.worker.update.newUser(id, LISTED);

  update = (): Promise<void> =>
    this.#run("update", (setup, report) => this.#context.worker.update.run(setup, report), {
      atEnd: (outcome) => outcome,
    });

  tune = (): Promise<void> =>
    this.#run("tuning", (setup, report) => this.#context.worker.tuning.tune(setup, report), {
      soFar: (progress) => progress ?? { points: [], popularity: null, examined: null },
    });

  search = (seconds: number): Promise<void> =>
    this.#run("search", (setup, report) => this.#context.worker.tuning.search(setup, seconds, report), {
      soFar: (progress) => progress ?? { trials: [], best: null, examined: null },
    });

  compare = (): Promise<void> =>
    this.#run("comparison", (setup, report) => this.#context.worker.comparison.run(setup, report), {
      atEnd: (comparison) => comparison,
    });

  replay = (): Promise<void> => {
    let points: ReplayPoint[] = [];
    return this.#run(
      "replay",
      (setup, report: (progress: ReplayProgress) => void) => {
        const pace = { ...this.get().replay.pace, paused: false };
        this.set({ replay: { ...this.get().replay, pace } });
        return this.#context.worker.replay.run(setup, pace, (progress) => {
          points = [...points, ...progress.points];
          report(progress);
        });
      },
      {
        soFar: (progress) => {
          const { total = 0, verdict = "", shares = null } = progress ?? {};
          return { points, total, verdict, shares };
        },
      },
    );
  };

  /** Retrains the model with settings that an experiment found. */
  use = (settings: TrainingSettings): void => this.#context.events.emit("settingsChosen", settings);

  setPace = (pace: Pace): void => {
    this.set({ replay: { ...this.get().replay, pace } });
    this.#context.worker.replay.setPace(pace).catch(this.#context.alerts.tell);
  };

  /**
   * Runs an experiment as a job of the page. What it found is kept with the setup it began with: either as
   * reports arrive, from the start on, or once at its end.
   */
  async #run<
    Name extends Experiment,
    Report extends Progress & NonNullable<NewUsersState[Name]["progress"]>,
    Result,
  >(
    name: Name,
    ask: (setup: ExperimentSetup, report: (report: Report) => void) => Promise<Outcome<Result>>,
    {
      soFar,
      atEnd,
    }: {
      soFar?: (report: Report | null) => FoundBy<Name>;
      atEnd?: (result: Result) => FoundBy<Name>;
    },
  ): Promise<void> {
    const { jobs, alerts } = this.#context;
    let setup: ExperimentSetup | null = null;
    const change = (part: object) =>
      this.set({ [name]: { ...this.get()[name], ...part } } as Partial<NewUsersState>);
    const foundSoFar = (report: Report | null) => soFar && { found: { setup, result: soFar(report) } };
    try {
      const { stopped, result } = await jobs.run<Report, Result>(
        JOBS[name],
        (report) => {
          setup = this.#setup();
          change({ progress: null, stopped: false, ...foundSoFar(null) });
          return ask(setup, report);
        },
        (progress) => change({ progress, ...foundSoFar(progress) }),
      );
      const found = atEnd && result !== null && { found: { setup, result: atEnd(result) } };
      change({ progress: null, stopped, ...found });
    } catch (error) {
      if (setup !== null) change({ progress: null, stopped: true });
      alerts.tell(error);
    }
  }

  /** What an experiment that begins now is run with. */
  #setup(): ExperimentSetup {
    const { model, dataset } = this.#context.workspace.get();
    return { knownShare: this.get().cut / 1000, settings: model?.settings ?? defaultSettings(dataset) };
  }
}
