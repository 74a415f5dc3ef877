import type { EpochReport, Metrics, TrainingProgress, TrainingSettings } from "../../../core/api.ts";
import { randomTrainTestSplit } from "../../../dataset/splits.ts";
import { NotReadyError } from "../../../errors.ts";
import { popularityRanks } from "../../../evaluation/popularity.ts";
import { auc, mean, precision } from "../../../evaluation/rankMetrics.ts";
import { createModel } from "../../../experiment/train.ts";
import type { FeatureMatrix } from "../../../matrix/FeatureMatrix.ts";
import type { Interactions } from "../../../matrix/Interactions.ts";
import type { EpochEnd, Features } from "../../../model/fitting.ts";
import type { LightFM } from "../../../model/LightFM.ts";
import type { TestRanks } from "../../../model/rankTestItems.ts";
import { modelSettingsOf } from "./modelSettings.ts";

const SEED = 42;
const HELD_OUT = 0.3;
/** How far an epoch of both is when the model, and when its twin, has done its part; the rest is examining. */
const MODEL_SHARE = 0.5;
const TWIN_SHARE = 0.85;

export interface TrainingData {
  interactions: Interactions;
  itemFeatures: FeatureMatrix;
  /** Null where nothing is known of any user. */
  userFeatures: FeatureMatrix | null;
}

export interface ExaminedState {
  model: LightFM;
  twin: LightFM | null;
  unexamined: EpochEnd | null;
}

/**
 * The model that recommends learns from every interaction, so nothing is left to examine it on. A twin
 * with the same settings learns in step with it from 70 % of them and is examined on the other 30 %.
 */
export class ExaminedModel {
  readonly model: LightFM;
  /** Null for a model that was brought along: nobody knows what it has learnt from. */
  readonly #twin: LightFM | null;
  readonly #all: Interactions;
  readonly #train: Interactions;
  readonly #test: Interactions;
  readonly #features: Features;
  /** The model's last epoch where it was stopped before its twin had caught up. */
  #unexamined: EpochEnd | null;

  private constructor(
    { model, twin, unexamined }: ExaminedState,
    interactions: Interactions,
    features: Features,
  ) {
    this.model = model;
    this.#twin = twin;
    this.#unexamined = unexamined;
    this.#all = interactions;
    this.#features = features;
    const { train, test } = randomTrainTestSplit(interactions, { testShare: HELD_OUT, seed: SEED });
    this.#train = train;
    this.#test = test;
  }

  /** One that has learnt nothing yet. */
  static begin(
    settings: TrainingSettings,
    { interactions, itemFeatures, userFeatures }: TrainingData,
  ): ExaminedModel {
    const model = createModel(modelSettingsOf(settings), SEED);
    const features = userFeatures ? { itemFeatures, userFeatures } : { itemFeatures };
    return new ExaminedModel({ model, twin: model.clone(), unexamined: null }, interactions, features);
  }

  /**
   * One that goes on from a state, with the features that it has learnt with; it takes the models over.
   * @throws NotReadyError where the model has learnt nothing.
   */
  static fromState(state: ExaminedState, interactions: Interactions): ExaminedModel {
    const { features } = state.model.state;
    if (!features) throw new NotReadyError("The model has learnt nothing yet.");
    return new ExaminedModel(state, interactions, features);
  }

  /** The rest follows from the data. Live references: read them, do not write. */
  get state(): ExaminedState {
    return { model: this.model, twin: this.#twin, unexamined: this.#unexamined };
  }

  /** The held-out figures of recommending to everyone what is liked most. */
  async popularity(): Promise<Metrics> {
    return figures(await popularityRanks(this.#test, this.#train));
  }

  /** Learns for so many epochs and reports each, once `onEpoch` has seen to it; stops within a slice, with the last whole epoch kept. */
  async learn(
    { epochs, threads }: TrainingSettings,
    signal: AbortSignal,
    onProgress: (progress: Omit<TrainingProgress, "popularity" | "recommends">) => void,
    onEpoch: (epoch: number) => Promise<void>,
  ): Promise<void> {
    const began = performance.now();
    const before = this.model.epochs;
    const lastEpoch = before + epochs;
    const tell = (epoch: number, share: number, report: EpochReport | null) => {
      // The twin catching up with an epoch of the run before is no part of this one.
      const done = Math.max(0, epoch - 1 - before + share) / epochs;
      const secondsLeft = done > 0 ? (secondsSince(began) / done) * (1 - done) : null;
      onProgress({ done, epoch, lastEpoch, secondsLeft, report });
    };
    const options = (from: number, to: number) => ({
      ...this.#features,
      epochs: epochs + 1,
      threads,
      signal,
      onSlice: (done: number) => tell(this.#epochUnderWay, from + (to - from) * done, null),
    });
    const model = this.model.fitEpochs(this.#all, { ...options(0, MODEL_SHARE), epochs });
    const twin = this.#twin?.fitEpochs(this.#train, options(MODEL_SHARE, TWIN_SHARE));
    const examine = async ({ epoch, meanLoss }: EpochEnd) => {
      await twin?.next();
      const metrics = await this.#examine();
      this.#unexamined = null;
      await onEpoch(epoch);
      const seconds = secondsSince(began);
      const secondsLeft = (seconds / Math.max(1, epoch - before)) * (lastEpoch - epoch);
      tell(epoch, 1, { epoch, lastEpoch, meanLoss, ...metrics, seconds, secondsLeft });
    };
    try {
      if (this.#unexamined) await examine(this.#unexamined);
      for await (const end of model) {
        this.#unexamined = end;
        await examine(end);
      }
    } finally {
      // It never comes to its end by itself, and its helper threads with it.
      await twin?.return();
    }
  }

  async #examine(): Promise<Metrics> {
    if (!this.#twin) return { auc: Number.NaN, precisionAt10: Number.NaN };
    return figures(await this.#twin.predictRank(this.#test, { train: this.#train }));
  }

  get #epochUnderWay(): number {
    return this.#unexamined ? this.#unexamined.epoch : this.model.epochs + 1;
  }
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}

function figures(ranks: TestRanks): Metrics {
  return { auc: mean(auc(ranks)), precisionAt10: mean(precision(ranks, 10)) };
}
