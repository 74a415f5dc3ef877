import { NotReadyError } from "../../errors.ts";
import { bootstrapInterval } from "../../evaluation/intervals.ts";
import { popularityRanks } from "../../evaluation/popularity.ts";
import { auc, mean, precision } from "../../evaluation/rankMetrics.ts";
import { createModel } from "../../experiment/train.ts";
import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { EpochEnd, Features } from "../../model/fitting.ts";
import { LightFM } from "../../model/LightFM.ts";
import type { TestRanks } from "../../model/rankTestItems.ts";
import { RECOMMENDED_EPOCHS } from "../../model/recommended.ts";
import type {
  EpochReport,
  ExaminedMetrics,
  Metrics,
  TrainingRecord,
  TrainingSettings,
} from "../api/training.ts";
import type { Progress } from "../api/work.ts";
import type { HeldOut } from "./HeldOut.ts";
import { modelSettingsOf } from "./modelSettings.ts";

const SEED = 42;
/** The share of an epoch's time that training takes; evaluation is the rest. */
const TRAINING_SHARE = 0.85;
/** The share that counting likes takes of ranking by popularity. */
const COUNTING = 0.5;
/** The share that the model takes if there is a validation model as well. */
const MODEL_SHARE = 0.5;

export interface TrainingData {
  heldOut: HeldOut;
  itemFeatures: FeatureMatrix;
  /** Null if nothing is known about any user. */
  userFeatures: FeatureMatrix | null;
  /** How many of all interactions are likes, held-out ones too. */
  likes: number;
}

export interface TrainedState {
  model: LightFM;
  validation: LightFM | null;
  /** The model's last epoch if it was stopped before the validation model caught up. */
  unevaluated: EpochEnd | null;
}

/** A run that was interrupted: what it began from, and how long it has taken. */
export interface Interrupted {
  epochsBefore: number;
  seconds: number;
}

export interface EpochProgress extends Progress {
  epoch: number;
  lastEpoch: number;
  report: EpochReport | null;
}

/**
 * The model that recommends, and the one that is evaluated: a validation model with the same settings that trains in
 * step on part of the interactions, or, where the data is large, the model itself (see `HeldOut`).
 */
export class TrainedModel {
  readonly model: LightFM;
  /** How it was trained; its history grows with every epoch. */
  record: TrainingRecord;
  /** The model itself or the validation model; null for an imported one: nobody knows what it was trained on. */
  readonly #examined: LightFM | null;
  readonly #heldOut: HeldOut;
  readonly #features: Features;
  #unevaluated: EpochEnd | null;
  /** The share of the next run's work that an early model has done before it. */
  #doneEarly = 0;

  private constructor(
    { model, unevaluated }: TrainedState,
    examined: LightFM | null,
    record: TrainingRecord,
    heldOut: HeldOut,
    features: Features,
  ) {
    this.model = model;
    this.record = record;
    this.#examined = examined;
    this.#unevaluated = unevaluated;
    this.#heldOut = heldOut;
    this.#features = features;
  }

  /** An untrained one. */
  static create(
    settings: TrainingSettings,
    { heldOut, itemFeatures, userFeatures, likes }: TrainingData,
  ): TrainedModel {
    const model = createModel(modelSettingsOf(settings, likes), SEED);
    const features = userFeatures ? { itemFeatures, userFeatures } : { itemFeatures };
    const record: TrainingRecord = {
      settings,
      history: [],
      popularity: null,
      epochsDone: 0,
      seconds: null,
      stopped: false,
      imported: false,
    };
    const validation = heldOut.examinesModel ? null : model.clone();
    const state = { model, validation, unevaluated: null };
    return new TrainedModel(state, validation ?? model, record, heldOut, features);
  }

  /**
   * One that continues from a state, with the features it was trained with. It takes the models over.
   *
   * @throws NotReadyError if the model is untrained.
   */
  static restore(state: TrainedState, record: TrainingRecord, heldOut: HeldOut): TrainedModel {
    const { features } = state.model.state;
    if (!features) throw new NotReadyError("The model is untrained.");
    const { model, validation } = state;
    // An imported model may have learnt what is held out here, and so may another version's validation model.
    const isExamined = record.history.some(({ auc }) => !Number.isNaN(auc));
    const examined = heldOut.examinesModel ? (isExamined && !validation ? model : null) : validation;
    return new TrainedModel(state, examined, record, heldOut, features);
  }

  /**
   * One that was trained elsewhere. It takes the model over.
   *
   * @throws NotReadyError if the model is untrained.
   */
  static imported(model: LightFM, heldOut: HeldOut): TrainedModel {
    const { noComponents, learningRate } = model.hyperparameters;
    const record: TrainingRecord = {
      settings: { noComponents, learningRate, epochs: RECOMMENDED_EPOCHS, threads: 1 },
      history: [],
      popularity: null,
      epochsDone: model.epochs,
      seconds: null,
      stopped: false,
      imported: true,
    };
    return TrainedModel.restore({ model, validation: null, unevaluated: null }, record, heldOut);
  }

  /** All that the data does not give back. Live references: read them, do not write. */
  get state(): TrainedState {
    return { model: this.model, validation: this.#validation, unevaluated: this.#unevaluated };
  }

  /**
   * Held-out figures of the popularity baseline.
   * @param tell is told the share that is done
   */
  async popularity(tell: (share: number) => void = () => {}): Promise<Metrics> {
    const { train, test, known, isSample } = this.#heldOut;
    const onSlice = (done: number) => tell(COUNTING + (1 - COUNTING) * done);
    const popularity =
      this.record.popularity ?? metricsOf(await popularityRanks(test, train, known, onSlice), isSample);
    this.record = { ...this.record, popularity };
    return popularity;
  }

  /**
   * A separate model, trained for an epoch on the first `interactions`, which are those of some of the users. Null if
   * there are no more than that, as it would then take as long as the first epoch itself.
   *
   * @param onProgress hears of it as the beginning of the run that follows
   * @throws CancelledError if the signal stops it.
   */
  async early(
    interactions: number,
    signal: AbortSignal,
    onProgress: (progress: EpochProgress) => void,
  ): Promise<LightFM | null> {
    const { learnt } = this.#heldOut;
    if (learnt.length <= interactions) return null;
    const { settings } = this.record;
    const { epochs, threads } = settings;
    const model = new LightFM(this.model.hyperparameters);
    const first = learnt.between(0, interactions);
    const share = interactions / (interactions + epochs * learnt.length);
    const onSlice = (done: number) =>
      onProgress({ done: share * done, epoch: 1, lastEpoch: epochs, secondsLeft: null, report: null });
    await model.fit(first, { ...this.#features, threads, signal, onSlice });
    this.#doneEarly = share;
    return model;
  }

  /**
   * Trains for the epochs in `settings` and reports each one once `onEpoch` has resolved. The next one begins when
   * `betweenEpochs` has resolved, and that wait is not part of the run's time.
   *
   * @param interrupted of a run that goes on: its epochs count from where it began
   * @throws CancelledError if the signal stops it, within a slice; the last whole epoch is kept.
   */
  async train(
    settings: TrainingSettings,
    signal: AbortSignal,
    onProgress: (progress: EpochProgress) => void,
    onEpoch: (epoch: number) => Promise<void>,
    betweenEpochs: () => Promise<void>,
    interrupted: Interrupted = { epochsBefore: this.model.epochs, seconds: 0 },
  ): Promise<void> {
    const { epochs, threads } = settings;
    let began = performance.now() - interrupted.seconds * 1000;
    const before = interrupted.epochsBefore;
    const lastEpoch = before + epochs;
    const left = lastEpoch - this.model.epochs;
    const early = this.#doneEarly;
    this.#doneEarly = 0;
    this.record = { ...this.record, settings, stopped: true, imported: false };
    const tell = (epoch: number, share: number, report: EpochReport | null) => {
      // Where the validation model still has to catch up with an earlier run, that is not part of this one.
      const done = Math.max(0, epoch - 1 - before + share) / epochs;
      const secondsLeft = done > 0 ? (secondsSince(began) / done) * (1 - done) : null;
      onProgress({ done: early + (1 - early) * done, epoch, lastEpoch, secondsLeft, report });
    };
    const options = (from: number, to: number) => ({
      ...this.#features,
      epochs: left + 1,
      threads,
      signal,
      onSlice: (done: number) => tell(this.#currentEpoch, from + (to - from) * done, null),
    });
    const { learnt, train } = this.#heldOut;
    const modelShare = this.#validation ? MODEL_SHARE : TRAINING_SHARE;
    const model = this.model.fitEpochs(learnt, { ...options(0, modelShare), epochs: left });
    const validation = this.#validation?.fitEpochs(train, options(modelShare, TRAINING_SHARE));
    const evaluate = async ({ epoch, meanLoss }: EpochEnd) => {
      await validation?.next();
      const metrics = await this.#evaluate((done) =>
        tell(epoch, TRAINING_SHARE + (1 - TRAINING_SHARE) * done, null),
      );
      this.#unevaluated = null;
      const seconds = secondsSince(began);
      const secondsLeft = (seconds / Math.max(1, epoch - before)) * (lastEpoch - epoch);
      const report = { epoch, lastEpoch, meanLoss, ...metrics, seconds, secondsLeft };
      const history = [...this.record.history, report];
      this.record = { ...this.record, history, epochsDone: epoch, seconds };
      await onEpoch(epoch);
      tell(epoch, 1, report);
      if (epoch === lastEpoch) return;
      const waitedFrom = performance.now();
      await betweenEpochs();
      began += performance.now() - waitedFrom;
    };
    try {
      if (this.#unevaluated) await evaluate(this.#unevaluated);
      for await (const end of model) {
        this.#unevaluated = end;
        await evaluate(end);
      }
      this.record = { ...this.record, stopped: false };
    } finally {
      // It never ends by itself, and neither would its helper threads.
      await validation?.return();
      this.record = { ...this.record, epochsDone: this.model.epochs, seconds: secondsSince(began) };
    }
  }

  async #evaluate(onSlice: (done: number) => void): Promise<ExaminedMetrics> {
    if (!this.#examined) return { auc: Number.NaN, precisionAt10: Number.NaN };
    const { test, known, isSample } = this.#heldOut;
    return metricsOf(await this.#examined.predictRank(test, { train: known, onSlice }), isSample);
  }

  get #validation(): LightFM | null {
    return this.#examined === this.model ? null : this.#examined;
  }

  get #currentEpoch(): number {
    return this.#unevaluated ? this.#unevaluated.epoch : this.model.epochs + 1;
  }
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}

function metricsOf(ranks: TestRanks, ofSample: boolean): ExaminedMetrics {
  const figures = { auc: auc(ranks), precisionAt10: precision(ranks, 10) };
  return {
    auc: mean(figures.auc),
    precisionAt10: mean(figures.precisionAt10),
    ...(ofSample && {
      intervals: {
        auc: bootstrapInterval(figures.auc),
        precisionAt10: bootstrapInterval(figures.precisionAt10),
      },
    }),
  };
}
