import { Worker } from "node:worker_threads";

/** A thread that runs one of these files; it finds `task` in its `workerData`. */
export function startWorker(file: string, task: unknown): Worker {
  const workerData = { file: new URL(file, import.meta.url).href, task };
  return new Worker(new URL("./startThread.js", import.meta.url), { workerData });
}
