import type { EpochReport, Metrics, TrainingRecord, TrainingSettings } from "../../../core/api/training.ts";
import type { Outcome } from "../../../core/api/work.ts";
import type { Context } from "../../../core/page/Context.ts";
import { defaultSettings } from "../../../core/page/defaultSettings.ts";
import { Store } from "../../../core/page/Store.ts";
import { count } from "../../../ui/words.ts";
import type { InterruptedTraining, TrainingProgress } from "../api.ts";
import { pausedAfter } from "./sentences.ts";

export const TRAINING = "training";

/** The run in progress. */
export interface TrainingRun {
  settings: TrainingSettings;
  /** With the epochs of earlier runs that it continues. */
  history: EpochReport[];
  popularity: Metrics | null;
  progress: TrainingProgress | null;
  /** The last epoch before it was interrupted; null if it was not. */
  resumedAfter: number | null;
  /** Whether the person wants it to halt, which it does once its epoch is over. */
  pauseAsked: boolean;
}

interface TrainingState {
  /** Null while nothing is trained; the finished model is in the workspace. */
  run: TrainingRun | null;
}

/** How the worker is asked to train. */
type Ask = (
  onProgress: (progress: TrainingProgress) => void,
  onResumed: (training: InterruptedTraining) => void,
) => Promise<Outcome<TrainingRecord | null>>;

/** Trains the model: by itself on new data and where training was interrupted, and when the person asks. */
export class TrainingStore extends Store<TrainingState> {
  readonly #context: Context;

  constructor(context: Context) {
    super({ run: null });
    this.#context = context;
    context.events.on("settingsChosen", (settings) => void this.train(settings, "new"));
    context.events.on("dataAdopted", () => void this.#begin());
  }

  train = (settings: TrainingSettings, mode: "new" | "continue"): Promise<void> =>
    this.#run(settings, mode, (onProgress) =>
      this.#context.worker.training.train(settings, mode, onProgress),
    );

  /** Halts the training once its epoch is over, or lets it go on. */
  setPaused = (pauseAsked: boolean): void => {
    this.#update({ pauseAsked });
    this.#context.worker.training.setPaused(pauseAsked).catch((error) => this.#context.alerts.tell(error));
  };

  /** Without a model one is trained; a training that was interrupted is resumed in any case. */
  async #begin(): Promise<void> {
    const { worker, workspace } = this.#context;
    const { dataset, model } = workspace.get();
    if (model === null) return this.#resume(defaultSettings(dataset), "train");
    const isInterrupted = await worker.training.isInterrupted().catch(() => false);
    if (isInterrupted && workspace.get().dataset === dataset) await this.#resume(model.settings, "stay");
  }

  #resume(settings: TrainingSettings, otherwise: "train" | "stay"): Promise<void> {
    return this.#run(settings, "new", (onProgress, onResumed) =>
      this.#context.worker.training.resume(otherwise === "train" ? settings : null, onResumed, onProgress),
    );
  }

  async #run(settings: TrainingSettings, mode: "new" | "continue", ask: Ask): Promise<void> {
    const { jobs, workspace, events, alerts, news } = this.#context;
    const { dataset } = workspace.get();
    if (dataset === null) return;
    let history: EpochReport[] = [];
    let canRecommend = false;
    let began = false;
    const words = { name: TRAINING, status: `Learning from ${count(dataset.interactions)} ratings` };
    try {
      const { result } = await jobs.run<TrainingProgress, TrainingRecord | null>(
        words,
        (report) => {
          began = true;
          const { model } = workspace.get();
          history = mode === "continue" && model !== null ? model.history : [];
          canRecommend = model !== null;
          const untold = { popularity: null, progress: null, resumedAfter: null, pauseAsked: false };
          this.set({ run: { settings, history, ...untold } });
          return ask(
            (progress) => {
              if (progress.report !== null) history = [...history, progress.report];
              report(progress);
              if (!progress.recommends || canRecommend) return;
              canRecommend = true;
              events.emit("modelChanged", { finished: false });
            },
            (interrupted) => {
              history = interrupted.history;
              const { settings, epochsDone: resumedAfter } = interrupted;
              this.#update({ settings, history, resumedAfter });
              news.say(`Training continues from epoch ${resumedAfter}`);
            },
          );
        },
        (progress) => {
          this.#update({ history, popularity: progress.popularity, progress });
          const { isPaused } = progress;
          jobs.setStatus(TRAINING, isPaused ? pausedAfter(progress) : words.status, isPaused);
        },
      );
      if (result !== null)
        workspace.set({ model: { ...result, origin: result.imported ? "imported" : "here" } });
      this.set({ run: null });
      if (result !== null) events.emit("modelChanged", { finished: true });
    } catch (error) {
      if (began) this.set({ run: null });
      alerts.tell(error);
    }
  }

  #update(change: Partial<TrainingRun>): void {
    const { run } = this.get();
    if (run !== null) this.set({ run: { ...run, ...change } });
  }
}
