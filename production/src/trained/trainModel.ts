import {
  type FitOptions,
  type Hyperparameters,
  LightFM,
  mean,
  precisionAtK,
  randomTrainTestSplit,
} from "../../../src/index.ts";
import type { TrainedModel } from "./TrainedModel.ts";
import type { TrainingData } from "./trainingData.ts";

export interface TrainOptions {
  hyperparameters: Partial<Hyperparameters>;
  epochs: number;
  threads: number;
  signal?: AbortSignal;
  onProgress?: (task: string, done: number) => void;
}

/** Ratings from which on all cores pay; below, one thread repeats to the bit. */
const MANY_RATINGS = 1_000_000;
const HELD_OUT = 0.1;

export function defaultThreads(ratings: number, cores: number): number {
  return ratings < MANY_RATINGS ? 1 : Math.min(cores, 64);
}

/**
 * Trains up to `epochs`, or goes on from a checkpoint up to there, with the checkpoint's random sequence.
 * Interactions are shuffled from their own order again, so the outcome is as good as without the interruption,
 * but not the same to the bit.
 * @param onEpoch may save a checkpoint
 * @throws CancelledError or DivergedError if `fitPartial` does
 */
export async function trainModel(
  data: TrainingData,
  { hyperparameters, epochs, threads, signal, onProgress }: TrainOptions,
  from: LightFM = new LightFM(hyperparameters),
  onEpoch: (model: LightFM) => void = () => {},
): Promise<LightFM> {
  if (from.epochs >= epochs) return from;
  await from.fitPartial(data.interactions, {
    ...data.features,
    ...fitting({ epochs: epochs - from.epochs, threads, signal }),
    onSlice: (done) => onProgress?.("Training", (from.epochs + done) / epochs),
    onEpoch: () => onEpoch(from),
  });
  return from;
}

/**
 * How many epochs are enough: a model learns from 90% of the ratings and is examined on the others after
 * every epoch, until its precision at 10 has not improved for `patience` epochs.
 */
export async function findEpochs(
  data: TrainingData,
  { hyperparameters, epochs, threads, signal, onProgress }: TrainOptions,
  patience: number,
): Promise<{ epochs: number; precisionAt10: number }> {
  const seed = hyperparameters.seed ?? 0;
  const { train, test } = randomTrainTestSplit(data.interactions, { testShare: HELD_OUT, seed });
  let precisionAt10 = 0;
  const model = new LightFM(hyperparameters);
  await model.fitPartial(train, {
    ...data.features,
    ...fitting({ epochs, threads, signal }),
    onSlice: (done) => onProgress?.("Finding the number of epochs", (model.epochs + done) / epochs),
    earlyStopping: {
      patience,
      async metric(candidate) {
        const figure = mean(
          await precisionAtK(candidate, test, { ...data.features, train, preserveRows: false }),
        );
        precisionAt10 = Math.max(precisionAt10, figure);
        return figure;
      },
    },
  });
  return { epochs: model.epochs, precisionAt10 };
}

export function asTrained(model: LightFM, data: TrainingData): TrainedModel {
  const { mapping, titles, tags, rated, likedFrom, interactions } = data;
  return {
    model,
    mapping,
    titles,
    tags,
    rated,
    likedFrom,
    trainedOn: interactions.length,
    baseline: null,
    drift: null,
    foldInMap: null,
    feedback: null,
  };
}

function fitting({
  epochs,
  threads,
  signal,
}: {
  epochs: number;
  threads: number;
  signal: AbortSignal | undefined;
}): FitOptions {
  return { epochs, threads, ...(signal && { signal }) };
}
