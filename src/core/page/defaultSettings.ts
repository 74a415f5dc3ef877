import { RECOMMENDED, RECOMMENDED_EPOCHS, recommendedFor } from "../../model/recommended.ts";
import type { DatasetSummary } from "../api/DatasetSummary.ts";
import type { TrainingSettings } from "../api/training.ts";

/** A page that is not cross-origin isolated cannot share memory between threads. */
export const MOST_THREADS = globalThis.crossOriginIsolated ? navigator.hardwareConcurrency : 1;
/** From this many ratings on, time matters more than getting the same model to the bit from the same seed. */
const MANY_RATINGS = 1_000_000;

/** What a model of this data is trained with unless the person chooses otherwise; null before there is data. */
export function defaultSettings(dataset: DatasetSummary | null): TrainingSettings {
  const { learningRate, noComponents } = RECOMMENDED;
  if (dataset === null) return { noComponents, learningRate, epochs: RECOMMENDED_EPOCHS, threads: 1 };
  const { users, items, positives } = dataset;
  const { hyperparameters, epochs } = recommendedFor({ users, items, likes: positives }, dataset.hasTastes);
  const threads = dataset.interactions < MANY_RATINGS ? 1 : MOST_THREADS;
  return { noComponents: hyperparameters.noComponents, learningRate, epochs, threads };
}
