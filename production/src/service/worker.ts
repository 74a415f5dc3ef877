import { Worker } from "node:worker_threads";

/** Node starts a thread from JavaScript only: from the source, it is the one that was built last. */
const FOLDER = new URL(import.meta.url.endsWith(".ts") ? "../../dist/" : "./", import.meta.url);

/** A thread that runs one of the files that the package is built of; it finds `task` in its `workerData`. */
export function startWorker(name: "answerThread" | "learnThread", task: unknown): Worker {
  return new Worker(new URL(`${name}.js`, FOLDER), { workerData: { task } });
}
