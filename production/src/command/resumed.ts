import { ArgumentError } from "../../../src/errors.ts";
import type { Hyperparameters, LightFM } from "../../../src/index.ts";
import { readTrained } from "../trained/modelFile.ts";
import type { TrainingData } from "../trained/trainingData.ts";

/** What the options of `matinee train` set; all else follows from the data. */
const OPTIONS: Partial<Record<keyof Hyperparameters, string>> = {
  noComponents: "--components",
  loss: "--loss",
  learningRate: "--learning-rate",
  seed: "--seed",
};

/**
 * The model of a checkpoint, to be trained further.
 * @throws ArgumentError if other tables or options were given than before.
 */
export function resumed(
  checkpoint: string,
  data: TrainingData,
  hyperparameters: Partial<Hyperparameters>,
): LightFM {
  const before = readTrained(checkpoint);
  const sameIds =
    String([...before.mapping.users.keys()]) === String([...data.mapping.users.keys()]) &&
    String([...before.mapping.items.keys()]) === String([...data.mapping.items.keys()]);
  if (!sameIds || before.trainedOn !== data.interactions.length) {
    throw new ArgumentError(
      `${checkpoint} was made from other tables. Give the same tables, or leave out --resume.`,
    );
  }
  for (const [name, value] of Object.entries(hyperparameters) as [keyof Hyperparameters, unknown][]) {
    const was = before.model.hyperparameters[name];
    if (was !== value) {
      throw new ArgumentError(
        `${checkpoint} was made with ${OPTIONS[name] ?? name} ${was}, not ${value}. Give the same options, or leave out --resume.`,
      );
    }
  }
  return before.model;
}
