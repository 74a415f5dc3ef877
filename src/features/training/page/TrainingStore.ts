import type { EpochReport, Metrics, TrainingRecord, TrainingSettings } from "../../../core/api/training.ts";
import type { Context } from "../../../core/page/Context.ts";
import { defaultSettings } from "../../../core/page/defaultSettings.ts";
import { Store } from "../../../core/page/Store.ts";
import { count } from "../../../ui/words.ts";
import type { TrainingProgress } from "../api.ts";

export const TRAINING = "training";

/** The run in progress. */
export interface TrainingRun {
  settings: TrainingSettings;
  /** With the epochs of earlier runs that it continues. */
  history: EpochReport[];
  popularity: Metrics | null;
  progress: TrainingProgress | null;
}

interface TrainingState {
  /** Null while nothing is trained; the finished model is in the workspace. */
  run: TrainingRun | null;
}

/** Trains the model: by itself on new data, and when the person asks. */
export class TrainingStore extends Store<TrainingState> {
  readonly #context: Context;

  constructor(context: Context) {
    super({ run: null });
    this.#context = context;
    context.events.on("settingsChosen", (settings) => void this.train(settings, "new"));
    context.events.on("dataAdopted", () => {
      const { model, dataset } = context.workspace.get();
      if (model === null) void this.train(defaultSettings(dataset), "new");
    });
  }

  train = async (settings: TrainingSettings, mode: "new" | "continue"): Promise<void> => {
    const { jobs, worker, workspace, events, alerts } = this.#context;
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
          this.set({ run: { settings, history, popularity: null, progress: null } });
          return worker.training.train(settings, mode, (progress) => {
            if (progress.report !== null) history = [...history, progress.report];
            report(progress);
            if (!progress.recommends || canRecommend) return;
            canRecommend = true;
            events.emit("modelChanged", { finished: false });
          });
        },
        (progress) => this.set({ run: { settings, history, popularity: progress.popularity, progress } }),
      );
      if (result !== null)
        workspace.set({ model: { ...result, origin: result.imported ? "imported" : "here" } });
      this.set({ run: null });
      if (result !== null) events.emit("modelChanged", { finished: true });
    } catch (error) {
      if (began) this.set({ run: null });
      alerts.tell(error);
    }
  };
}
