import { Worker } from "node:worker_threads";
import type { WorkerEnd } from "../../src/core/client/client.ts";
import { sendFilesLikeBrowsers } from "./browserFiles.ts";

/** A trainer in a thread of Node's; `worker` is that thread as a page sees its worker. */
export function startTrainerThread(): { thread: Worker; worker: WorkerEnd } {
  sendFilesLikeBrowsers();
  const thread = new Worker(new URL("./trainerThread.js", import.meta.url));
  const events = new EventTarget();
  thread.on("message", (data) => events.dispatchEvent(new MessageEvent("message", { data })));
  thread.on("error", ({ message }) => events.dispatchEvent(Object.assign(new Event("error"), { message })));
  const worker: WorkerEnd = Object.assign(events, {
    postMessage: thread.postMessage.bind(thread) as WorkerEnd["postMessage"],
    terminate: () => void thread.terminate(),
  });
  return { thread, worker };
}
