// A helper thread: runs its part of epochs on memory that it shares with the trainer. Plain JavaScript,
// because Node starts it from the source as well as from the built library.

import { EpochThread } from "./EpochThread.js";
import { VisitClaims } from "./visitClaims.js";

/** @typedef {import("./EpochThread.js").HelperStart} HelperStart */
/** @typedef {{ onmessage: ((event: { data: HelperStart | "run" }) => void) | null, postMessage(message: string): void }} Port */

const { process } = /** @type {{ process?: { getBuiltinModule(name: string): { parentPort: Port } } }} */ (
  /** @type {unknown} */ (globalThis)
);
const port =
  process?.getBuiltinModule("node:worker_threads").parentPort ??
  /** @type {Port} */ (/** @type {unknown} */ (globalThis));

/** @type {() => void} */
let runEpoch;

port.onmessage = async (/** @type {{ data: HelperStart | "run" }} */ { data }) => {
  if (data === "run") {
    runEpoch();
    port.postMessage("done");
    return;
  }
  const { module, memory, epoch, plan, parts, own } = data;
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  const kernels = /** @type {import("./EpochThread.js").Kernels} */ (/** @type {unknown} */ (exports));
  const runVisits = /** @type {import("./EpochThread.js").Epoch} */ (exports[epoch]);
  const claims = new VisitClaims(memory.buffer, data.claims, parts, own);
  const thread = new EpochThread(kernels, runVisits, plan, claims);
  runEpoch = () => {
    thread.begin();
    while (thread.runNext());
  };
  port.postMessage("ready");
};
