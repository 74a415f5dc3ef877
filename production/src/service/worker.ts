import { Worker } from "node:worker_threads";
import { WorkerFailedError } from "../../../src/errors.ts";

/** Node starts a thread from JavaScript only: from the source, it is the one that was built last. */
const FOLDER = new URL(import.meta.url.endsWith(".ts") ? "../../dist/" : "./", import.meta.url);

/**
 * The first message of a thread.
 * @throws what the thread threw; WorkerFailedError if it ends without a word.
 */
export function theAnswer<T>(worker: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new WorkerFailedError("The thread ended without an answer.")));
  });
}

/** A thread that runs one of the files that the package is built of; it finds `task` in its `workerData`. */
export function startWorker(name: "answerThread" | "learnThread", task: unknown): Worker {
  return new Worker(new URL(`${name}.js`, FOLDER), { workerData: { task } });
}
