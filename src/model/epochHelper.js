// A helper thread: runs its part of epochs on memory that it shares with the trainer. Plain JavaScript,
// because Node starts it from the source as well as from the built library.

import { VisitClaims } from "./visitClaims.js";

/**
 * @typedef {object} Start
 * @property {WebAssembly.Module} module
 * @property {WebAssembly.Memory} memory shared
 * @property {string} epoch the kernel's export
 * @property {number} plan this thread's own
 * @property {number} claims where all threads' claims lie
 * @property {import("./visitClaims.js").Part[]} parts of all threads
 * @property {number} own which of them is this thread's
 */

/** @typedef {{ onmessage: ((event: { data: Start | "run" }) => void) | null, postMessage(message: string): void }} Port */

const { process } = /** @type {{ process?: { getBuiltinModule(name: string): { parentPort: Port } } }} */ (
  /** @type {unknown} */ (globalThis)
);
const port =
  process?.getBuiltinModule("node:worker_threads").parentPort ??
  /** @type {Port} */ (/** @type {unknown} */ (globalThis));

/** @type {() => void} */
let runEpoch;

port.onmessage = async (/** @type {{ data: Start | "run" }} */ { data }) => {
  if (data === "run") {
    runEpoch();
    port.postMessage("done");
    return;
  }
  const { module, memory, epoch, plan, parts, own } = data;
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  const shuffle = /** @type {(plan: number) => void} */ (exports.shuffle);
  const exchange = /** @type {(plan: number) => void} */ (exports.exchange);
  const runSlice = /** @type {(plan: number, from: number, to: number) => void} */ (exports[epoch]);
  const claims = new VisitClaims(memory.buffer, data.claims, parts, own);
  runEpoch = () => {
    shuffle(plan);
    exchange(plan);
    claims.open();
    for (let slice = claims.claim(); slice; slice = claims.claim()) {
      runSlice(plan, slice.from, slice.to);
      exchange(plan);
    }
  };
  port.postMessage("ready");
};
