import type { TrainingRecord, TrainingSettings } from "../../../core/api/training.ts";
import type { Outcome } from "../../../core/api/work.ts";
import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import { Recommender } from "../../../core/worker/Recommender.ts";
import type { Checkpoints } from "../../../core/worker/storage/Checkpoints.ts";
import { restoreTrained } from "../../../core/worker/storage/storedModels.ts";
import { type EpochProgress, type Interrupted, TrainedModel } from "../../../core/worker/TrainedModel.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { CancelledError, DivergedError } from "../../../errors.ts";
import { nextTask } from "../../../nextTask.ts";
import type { InterruptedTraining, TrainingProgress } from "../api.ts";
import { CheckpointWriter } from "./CheckpointWriter.ts";
import { Pause } from "./Pause.ts";

/** After this many epochs a first model is good enough to recommend while training goes on. */
const EARLY_EPOCH = 3;
/** With more interactions than this, that takes minutes, so a model trained on the first of them recommends meanwhile. */
const EARLY_INTERACTIONS = 1_000_000;
/** The shares of a run on large data that preparing it and making lists of its model take. */
const [PREPARING, FINISHING] = [0.01, 0.02];
/** Of preparing a run that goes on: once its checkpoint is read, is known to be of this data, and is unpacked. */
const [READ, COMPARED, UNPACKED] = [0.3, 0.4, 0.8];
/** Of preparing any: once popularity is examined; what is left is a recommender, where there is none yet. */
const EXAMINED = 0.9;

/** A training about to begin or to go on. */
interface Run {
  trained: TrainedModel;
  settings: TrainingSettings;
  interrupted: Interrupted | undefined;
}

type OnProgress = (progress: TrainingProgress) => void;

/** Trains the model of the workspace, and writes checkpoints from which an interrupted training is resumed. */
export class TrainingService {
  readonly #workspace: Workspace;
  readonly #checkpoints: Checkpoints;
  readonly #checkpointEvery: number | undefined;
  /** The pause of the training under way. */
  #pause = new Pause();

  /** @param checkpointEvery milliseconds between checkpoints, for tests */
  constructor(workspace: Workspace, checkpoints: Checkpoints, checkpointEvery?: number) {
    this.#workspace = workspace;
    this.#checkpoints = checkpoints;
    this.#checkpointEvery = checkpointEvery;
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
    onProgress: OnProgress,
  ): Promise<Outcome<TrainingRecord | null>> {
    const workspace = this.#workspace;
    const { data } = workspace;
    return workspace.jobs.run(onProgress, (signal, report) => {
      this.#pause = new Pause();
      const current = mode === "continue" ? workspace.modelIfAny?.trained : undefined;
      const trained = current ?? TrainedModel.create(settings, data.trainingData(settings));
      this.#checkpoints.drop(data.summary.name).catch(() => {});
      return this.#run({ trained, settings, interrupted: undefined }, data, signal, report);
    });
  }

  /** Halts the training under way once its epoch is over, or lets it go on. */
  async setPaused(isPaused: boolean): Promise<void> {
    this.#pause.ask(isPaused);
  }

  /** Whether a training on the current data was interrupted, and can be resumed. */
  async isInterrupted(): Promise<boolean> {
    return this.#checkpoints.has(this.#workspace.data.summary.name).catch(() => false);
  }

  /**
   * Goes on with the training that was interrupted, from its last checkpoint. If there is none that fits the data, trains
   * a new model with the settings in `otherwise`, or does nothing if that is null.
   *
   * @throws DivergedError if parameters became infinite or NaN.
   */
  async resume(
    otherwise: TrainingSettings | null,
    onResumed: (training: InterruptedTraining) => unknown,
    onProgress: OnProgress,
  ): Promise<Outcome<TrainingRecord | null>> {
    const { data, jobs } = this.#workspace;
    return jobs.run(onProgress, async (signal, report) => {
      this.#pause = new Pause();
      const run = await this.#interrupted(data, preparing(data, report));
      if (run !== null) {
        const { history, epochsDone } = run.trained.record;
        await onResumed({ settings: run.settings, history, epochsDone });
        return this.#run(run, data, signal, report);
      }
      if (otherwise === null) return null;
      const trained = TrainedModel.create(otherwise, data.trainingData(otherwise));
      return this.#run({ trained, settings: otherwise, interrupted: undefined }, data, signal, report);
    });
  }

  /** @param tell is told the share of preparing the run that is done */
  async #interrupted(data: LoadedData, tell: (share: number) => void): Promise<Run | null> {
    const { name } = data.summary;
    const found = await this.#checkpoints.claim(name, (share) => tell(READ * share)).catch(() => null);
    if (found === null) return null;
    const { models, course, epochsBefore, fingerprint } = found;
    const isSame = fingerprint === data.fingerprint;
    tell(COMPARED);
    const onShare = (share: number) => tell(COMPARED + (UNPACKED - COMPARED) * share);
    const restored = isSame ? await restoreTrained(models, course, data, onShare) : null;
    if (restored === null) {
      // It is of the same file read differently, or from another version.
      await this.#checkpoints.drop(name).catch(() => {});
      return null;
    }
    const interrupted = { epochsBefore, seconds: course.seconds ?? 0 };
    return { trained: restored.trained, settings: course.settings, interrupted };
  }

  async #run(
    { trained, settings, interrupted }: Run,
    data: LoadedData,
    signal: AbortSignal,
    report: OnProgress,
  ): Promise<TrainingRecord | null> {
    const workspace = this.#workspace;
    const pause = this.#pause;
    const publish = async (
      learntFrom: LoadedData | null,
      model = trained.model,
      onShare?: (share: number) => void,
    ) => {
      const recommender = await Recommender.create(model, learntFrom, undefined, onShare);
      workspace.setModel({ trained, recommender, isEarly: learntFrom === null });
    };
    // With millions of ratings each of these steps takes seconds, and the page checks that the worker responds.
    await nextTask();
    const tellPrepared = preparing(data, report);
    const before = interrupted ? UNPACKED : 0;
    const popularity = await trained.popularity((share) =>
      tellPrepared(before + (EXAMINED - before) * share),
    );
    tellPrepared(EXAMINED);
    const isFirst = workspace.modelIfAny === null;
    const { isSampled } = data.summary;
    const [prepared, finishing] = isSampled ? [PREPARING, FINISHING] : [0, 0];
    const doneOf = (progress: EpochProgress) => prepared + progress.done * (1 - prepared - finishing);
    const earlyEpoch = isSampled ? 1 : EARLY_EPOCH;
    const checkpoints = new CheckpointWriter(this.#checkpoints, data, {
      epochsBefore: interrupted?.epochsBefore ?? trained.model.epochs,
      isResumed: interrupted !== undefined,
      ...(this.#checkpointEvery !== undefined && { every: this.#checkpointEvery }),
    });
    let latest: EpochProgress | null = null;
    const tell = (progress: EpochProgress, isPaused = false) => {
      latest = progress;
      report({
        ...progress,
        done: doneOf(progress),
        popularity,
        recommends: workspace.modelIfAny !== null,
        isPaused,
      });
    };
    /** What is left once the epochs are over, or stopped, is all that there is. */
    const finish = (share: number) => {
      if (latest === null || finishing === 0) return;
      const before = doneOf(latest);
      const done = before + (1 - before) * share;
      const recommends = workspace.modelIfAny !== null;
      report({ ...latest, done, report: null, secondsLeft: null, popularity, recommends, isPaused: false });
    };
    const pauseIfAsked = async () => {
      if (!pause.isAsked) return;
      if (workspace.modelIfAny === null) await publish(null);
      await checkpoints.atPause(trained);
      if (latest === null) return;
      tell({ ...latest, report: null }, true);
      await pause.over(signal);
      tell({ ...latest, report: null });
    };
    try {
      if (isFirst && interrupted) {
        await publish(null);
        tellPrepared(1);
      } else if (isFirst) {
        const early = await trained.early(EARLY_INTERACTIONS, signal, tell);
        if (early) await publish(null, early);
      }
      await trained.train(
        settings,
        signal,
        tell,
        async (epoch) => {
          if (isFirst && epoch === earlyEpoch) await publish(null);
          checkpoints.afterEpoch(trained);
        },
        pauseIfAsked,
        interrupted,
      );
    } catch (error) {
      // It would become unstable again.
      if (error instanceof DivergedError) this.#checkpoints.drop(data.summary.name).catch(() => {});
      if (!(error instanceof CancelledError)) throw error;
    }
    if (trained.model.epochs > 0) await publish(data, trained.model, finish);
    else if (isFirst) workspace.setModel(null);
    return workspace.modelIfAny?.trained.record ?? null;
  }
}

/** Reports how far a run is prepared, from 0 to 1: of large data that takes seconds. */
function preparing({ summary: { isSampled } }: LoadedData, report: OnProgress): (share: number) => void {
  const nothing = { epoch: 0, lastEpoch: 0, secondsLeft: null, report: null, popularity: null };
  return (share) => {
    if (isSampled) report({ ...nothing, done: PREPARING * share, recommends: false, isPaused: false });
  };
}
