import { Worker } from "node:worker_threads";
import type { WorkerEnd } from "../../src/core/client/connect.ts";
import { sendFilesLikeBrowsers } from "./browserFiles.ts";

/** The services in a thread of Node's; `end` is that thread as a page sees its worker. */
export function startWorkerThread(): { thread: Worker; end: WorkerEnd } {
  sendFilesLikeBrowsers();
  const thread = new Worker(new URL("./workerThreadMain.js", import.meta.url));
  const events = new EventTarget();
  thread.on("message", (data) => events.dispatchEvent(new MessageEvent("message", { data })));
  thread.on("error", ({ message }) => events.dispatchEvent(Object.assign(new Event("error"), { message })));
  const end: WorkerEnd = Object.assign(events, {
    postMessage: thread.postMessage.bind(thread) as WorkerEnd["postMessage"],
    terminate: () => void thread.terminate(),
  });
  return { thread, end };
}
