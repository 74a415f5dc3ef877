import { parentPort, workerData } from "node:worker_threads";
import type { KeptRating } from "../feedback/FeedbackStore.ts";
import { measureDrift, withBaseline } from "../trained/drift.ts";
import { encodeTrained, readTrained } from "../trained/modelFile.ts";
import { withFoldInMap } from "../trained/scoring.ts";
import { updateTrained } from "../trained/updateTrained.ts";

export interface LearnTask {
  path: string;
  log: string;
  ratings: KeptRating[];
}

/** A clone learns the feedback, beside the threads that answer, and hands back its bytes. */
const { path, log, ratings } = workerData.task as LearnTask;
const before = await withBaseline(readTrained(path));
const updated = await withFoldInMap(await updateTrained(before, ratings));
const drift = (await measureDrift(updated))?.mean ?? null;
const sequence = ratings[ratings.length - 1].sequence;
parentPort?.postMessage(encodeTrained({ ...updated, drift, feedback: { log, sequence } }));
