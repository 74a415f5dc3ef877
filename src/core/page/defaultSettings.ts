import { RECOMMENDED, RECOMMENDED_EPOCHS, recommendedFor } from "../../model/recommended.ts";
import type { DatasetSummary } from "../api/DatasetSummary.ts";
import type { TrainingSettings } from "../api/training.ts";

/** What a model of this data is trained with unless the person chooses otherwise; null before there is data. */
export function defaultSettings(dataset: DatasetSummary | null): TrainingSettings {
  const { learningRate, noComponents } = RECOMMENDED;
  if (dataset === null) return { noComponents, learningRate, epochs: RECOMMENDED_EPOCHS, threads: 1 };
  const { hyperparameters, epochs } = recommendedFor({ users: dataset.users, likes: dataset.positives });
  return { noComponents: hyperparameters.noComponents, learningRate, epochs, threads: 1 };
}
