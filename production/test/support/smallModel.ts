import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readTables } from "../../src/data/openTables.ts";
import { encodeTrained } from "../../src/trained/modelFile.ts";
import type { TrainedModel } from "../../src/trained/TrainedModel.ts";
import { type TrainingData, trainingData } from "../../src/trained/trainingData.ts";
import { asTrained, trainModel } from "../../src/trained/trainModel.ts";

const FOLDER = new URL("../../../public/data/ml-latest-small/", import.meta.url).pathname;
export const RATINGS = `${FOLDER}ratings.csv`;
export const MOVIES = `${FOLDER}movies.csv`;
export const HYPERPARAMETERS = { loss: "warp", noComponents: 8, seed: 1 } as const;

let read: Promise<TrainingData> | null = null;

/** The embedded data, read once. */
export function embeddedData(): Promise<TrainingData> {
  read ??= readTables([RATINGS, MOVIES]).then(trainingData);
  return read;
}

/** A model of the embedded data that has learnt little, but from all of it. */
export async function smallModel(epochs = 2, seed = 1): Promise<TrainedModel> {
  const data = await embeddedData();
  const hyperparameters = { ...HYPERPARAMETERS, seed };
  return asTrained(await trainModel(data, { hyperparameters, epochs, threads: 1 }), data);
}

export function writeModel(folder: string, name: string, trained: TrainedModel): string {
  const path = join(folder, name);
  writeFileSync(path, encodeTrained(trained));
  return path;
}
