import { RECOMMENDED, RECOMMENDED_EPOCHS } from "../../model/recommended.ts";
import type { TrainingSettings } from "../api/training.ts";

/** What a model is trained with unless the person chooses otherwise. */
export const DEFAULT_SETTINGS: TrainingSettings = {
  noComponents: RECOMMENDED.noComponents,
  learningRate: RECOMMENDED.learningRate,
  epochs: RECOMMENDED_EPOCHS,
  threads: 1,
};
