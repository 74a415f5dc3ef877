import { HELD_OUT, randomTrainTestSplit } from "../../dataset/splits.ts";
import { NotReadyError } from "../../errors.ts";
import { popularityRanks } from "../../evaluation/popularity.ts";
import { auc, mean, precision } from "../../evaluation/rankMetrics.ts";
import { createModel } from "../../experiment/train.ts";
import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import type { EpochEnd, Features } from "../../model/fitting.ts";
import type { LightFM } from "../../model/LightFM.ts";
import type { TestRanks } from "../../model/rankTestItems.ts";
import type { EpochReport, Metrics, TrainingRecord, TrainingSettings } from "../api/training.ts";
import type { Progress } from "../api/work.ts";
import { modelSettingsOf } from "./modelSettings.ts";

const SEED = 42;
/** How much of an epoch's time is over once the model, and once the validation model, is through; evaluation is the rest. */
const MODEL_SHARE = 0.5;
const VALIDATION_SHARE = 0.85;

export interface TrainingData {
  interactions: Interactions;
  itemFeatures: FeatureMatrix;
  /** Null where nothing is known about any user. */
  userFeatures: FeatureMatrix | null;
}

export interface TrainedState {
  model: LightFM;
  validation: LightFM | null;
  /** The model's last epoch if it was stopped before the validation model caught up. */
  unevaluated: EpochEnd | null;
}

export interface EpochProgress extends Progress {
  epoch: number;
  lastEpoch: number;
  report: EpochReport | null;
}

/**
 * The model that recommends learns from every interaction, which leaves nothing to evaluate it on. A validation
 * model with the same settings trains in step on 70 % of them and is evaluated on the other 30 %.
 */
export class TrainedModel {
  readonly model: LightFM;
  /** How it was trained; its history grows with every epoch. */
  record: TrainingRecord;
  /** Null for an imported model: nobody knows what it was trained on. */
  readonly #validation: LightFM | null;
  readonly #all: Interactions;
  readonly #train: Interactions;
  readonly #test: Interactions;
  readonly #features: Features;
  #unevaluated: EpochEnd | null;

  private constructor(
    { model, validation, unevaluated }: TrainedState,
    record: TrainingRecord,
    interactions: Interactions,
    features: Features,
  ) {
    this.model = model;
    this.record = record;
    this.#validation = validation;
    this.#unevaluated = unevaluated;
    this.#all = interactions;
    this.#features = features;
    const { train, test } = randomTrainTestSplit(interactions, { testShare: HELD_OUT, seed: SEED });
    this.#train = train;
    this.#test = test;
  }

  /** An untrained one. */
  static create(
    settings: TrainingSettings,
    { interactions, itemFeatures, userFeatures }: TrainingData,
  ): TrainedModel {
    const model = createModel(modelSettingsOf(settings), SEED);
    const features = userFeatures ? { itemFeatures, userFeatures } : { itemFeatures };
    const record: TrainingRecord = {
      ...{ settings, history: [], popularity: null, epochsDone: 0, seconds: null },
      ...{ stopped: false, imported: false },
    };
    return new TrainedModel(
      { model, validation: model.clone(), unevaluated: null },
      record,
      interactions,
      features,
    );
  }

  /**
   * One that continues from a state, with the features it was trained with. It takes the models over.
   *
   * @throws NotReadyError if the model is untrained.
   */
  static restore(state: TrainedState, record: TrainingRecord, interactions: Interactions): TrainedModel {
    const { features } = state.model.state;
    if (!features) throw new NotReadyError("The model is untrained.");
    return new TrainedModel(state, record, interactions, features);
  }

  /** All that the data does not give back. Live references: read them, do not write. */
  get state(): TrainedState {
    return { model: this.model, validation: this.#validation, unevaluated: this.#unevaluated };
  }

  /** Held-out figures of the popularity baseline. */
  async popularity(): Promise<Metrics> {
    const popularity = this.record.popularity ?? metricsOf(await popularityRanks(this.#test, this.#train));
    this.record = { ...this.record, popularity };
    return popularity;
  }

  /**
   * Trains for the epochs in `settings` and reports each one once `onEpoch` has resolved.
   *
   * @throws CancelledError within a slice of the signal; the last whole epoch is kept.
   */
  async train(
    settings: TrainingSettings,
    signal: AbortSignal,
    onProgress: (progress: EpochProgress) => void,
    onEpoch: (epoch: number) => Promise<void>,
  ): Promise<void> {
    const { epochs, threads } = settings;
    const began = performance.now();
    const before = this.model.epochs;
    const lastEpoch = before + epochs;
    this.record = { ...this.record, settings, stopped: true, imported: false };
    const tell = (epoch: number, share: number, report: EpochReport | null) => {
      // Where the validation model still has to catch up with an earlier run, that is no part of this one.
      const done = Math.max(0, epoch - 1 - before + share) / epochs;
      const secondsLeft = done > 0 ? (secondsSince(began) / done) * (1 - done) : null;
      onProgress({ done, epoch, lastEpoch, secondsLeft, report });
    };
    const options = (from: number, to: number) => ({
      ...this.#features,
      epochs: epochs + 1,
      threads,
      signal,
      onSlice: (done: number) => tell(this.#currentEpoch, from + (to - from) * done, null),
    });
    const model = this.model.fitEpochs(this.#all, { ...options(0, MODEL_SHARE), epochs });
    const validation = this.#validation?.fitEpochs(this.#train, options(MODEL_SHARE, VALIDATION_SHARE));
    const evaluate = async ({ epoch, meanLoss }: EpochEnd) => {
      await validation?.next();
      const metrics = await this.#evaluate();
      this.#unevaluated = null;
      await onEpoch(epoch);
      const seconds = secondsSince(began);
      const secondsLeft = (seconds / Math.max(1, epoch - before)) * (lastEpoch - epoch);
      const report = { epoch, lastEpoch, meanLoss, ...metrics, seconds, secondsLeft };
      this.record = { ...this.record, history: [...this.record.history, report] };
      tell(epoch, 1, report);
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

  async #evaluate(): Promise<Metrics> {
    if (!this.#validation) return { auc: Number.NaN, precisionAt10: Number.NaN };
    return metricsOf(await this.#validation.predictRank(this.#test, { train: this.#train }));
  }

  get #currentEpoch(): number {
    return this.#unevaluated ? this.#unevaluated.epoch : this.model.epochs + 1;
  }
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}

function metricsOf(ranks: TestRanks): Metrics {
  return { auc: mean(auc(ranks)), precisionAt10: mean(precision(ranks, 10)) };
}
