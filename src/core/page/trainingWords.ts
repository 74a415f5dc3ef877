import { count } from "../../ui/words.ts";
import type { TrainingSettings } from "../api/training.ts";
import type { Dependencies } from "./Computed.ts";

/** How a model learns, apart from its size and its number of epochs, in words. */
export const LEARNING = {
  learningRate: (rate) => `a learning rate of ${rate}`,
  found: (found) => (found ? "settings found by another search" : "the recommended regularisation"),
} satisfies Dependencies<TrainingSettings>;

/** Its size too, apart from the number of epochs. */
export const MODEL = {
  noComponents: (components: number) => count(components, "component"),
  ...LEARNING,
} satisfies Dependencies<TrainingSettings>;

/** All that decides what a model has learnt; threads only share the work. */
export const TRAINING = {
  ...MODEL,
  epochs: (epochs: number) => count(epochs, "epoch"),
} satisfies Dependencies<TrainingSettings>;
