import type { TrainingRecord, TrainingSettings } from "../../../core/api/training.ts";
import type { Outcome } from "../../../core/api/work.ts";
import { Recommender } from "../../../core/worker/Recommender.ts";
import { TrainedModel } from "../../../core/worker/TrainedModel.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { CancelledError } from "../../../errors.ts";
import type { Interactions } from "../../../matrix/Interactions.ts";
import { nextTask } from "../../../model/nextTask.ts";
import type { TrainingProgress } from "../api.ts";

/** After this many epochs a first model is good enough to recommend while training goes on. */
const EARLY_EPOCH = 3;
/** Of large data an epoch takes minutes: a model of the first so many interactions recommends until one is over. */
const EARLY_INTERACTIONS = 1_000_000;

/** Trains the model of the workspace. */
export class TrainingService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * Trains from scratch or continues. A stopped run keeps its last whole epoch; a new model that was stopped
   * before its first epoch leaves the old one in place, and the result is that one's record, if any.
   *
   * @throws DivergedError if parameters became infinite or NaN.
   */
  async train(
    settings: TrainingSettings,
    mode: "new" | "continue",
    onProgress: (progress: TrainingProgress) => void,
  ): Promise<Outcome<TrainingRecord | null>> {
    const workspace = this.#workspace;
    const { data } = workspace;
    return workspace.jobs.run(onProgress, async (signal, report) => {
      const current = workspace.modelIfAny?.trained ?? null;
      const trained =
        mode === "continue" && current ? current : TrainedModel.create(settings, data.trainingData(settings));
      const publish = async (interactions: Interactions | null, model = trained.model) => {
        const recommender = await Recommender.create(model, interactions);
        workspace.setModel({ trained, recommender, isEarly: interactions === null });
      };
      // With millions of ratings each of these steps takes seconds, and the page checks that the worker responds.
      await nextTask();
      const popularity = await trained.popularity();
      const isFirst = current === null;
      const { isSampled } = data.summary;
      const earlyEpoch = isSampled ? 1 : EARLY_EPOCH;
      await untilStopped(async () => {
        if (isFirst && isSampled) await publish(null, await trained.early(EARLY_INTERACTIONS, signal));
        await trained.train(
          settings,
          signal,
          (progress) => report({ ...progress, popularity, recommends: workspace.modelIfAny !== null }),
          async (epoch) => {
            if (isFirst && epoch === earlyEpoch) await publish(null);
          },
        );
      });
      if (trained.model.epochs > 0) await publish(data.interactions);
      else if (isFirst) workspace.setModel(null);
      return workspace.modelIfAny?.trained.record ?? null;
    });
  }
}

async function untilStopped(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
  }
}
