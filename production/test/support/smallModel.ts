import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
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

/** The first 10,000 ratings of the embedded data, of 71 users. */
export function writeSomeRatings(path: string): void {
  writeFileSync(path, `${readFileSync(RATINGS, "utf8").split("\n", 10_001).join("\n")}\n`);
}

let read: Promise<TrainingData> | null = null;

/** Read once. */
export function someData(): Promise<TrainingData> {
  read ??= readSome();
  return read;
}

async function readSome(): Promise<TrainingData> {
  const folder = mkdtempSync(join(tmpdir(), "matinee-data-"));
  const some = join(folder, "ratings.csv");
  try {
    writeSomeRatings(some);
    return trainingData(await readTables([some, MOVIES]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A model that has learnt a little. */
export async function smallModel(epochs = 2, seed = 1): Promise<TrainedModel> {
  const data = await someData();
  const hyperparameters = { ...HYPERPARAMETERS, seed };
  return asTrained(await trainModel(data, { hyperparameters, epochs, threads: 1 }), data);
}

export function writeModel(folder: string, name: string, trained: TrainedModel): string {
  const path = join(folder, name);
  writeFileSync(path, encodeTrained(trained));
  return path;
}
