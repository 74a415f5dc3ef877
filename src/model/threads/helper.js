// A helper thread: does its part of epochs or of lists on memory that it shares with the thread that started
// it. Plain JavaScript, because Node starts it from the source as well as from the built library.

import { EpochThread } from "./EpochThread.js";
import { makeLists } from "./makeLists.js";
import { VisitClaims } from "./visitClaims.js";

/** @typedef {import("./EpochThread.js").EpochStart} EpochStart */
/** @typedef {import("./makeLists.js").ListStart} ListStart */
/** @typedef {{ onmessage: ((event: { data: EpochStart | ListStart | "run" }) => void) | null, postMessage(message: string): void }} Port */

const { process } = /** @type {{ process?: { getBuiltinModule(name: string): { parentPort: Port } } }} */ (
  /** @type {unknown} */ (globalThis)
);
const port =
  process?.getBuiltinModule("node:worker_threads").parentPort ??
  /** @type {Port} */ (/** @type {unknown} */ (globalThis));

/** Milliseconds between two turns. */
const SLICE = 50;

const { setImmediate } = /** @type {{ setImmediate?: (callback: (value: unknown) => void) => void }} */ (
  globalThis
);
const { port1, port2 } = new MessageChannel();

/**
 * Lets whoever ends this thread come in: Chromium waits two seconds before it ends one that never pauses by force, and
 * after a reload its memory would lie beside the next page's for as long.
 */
const turn = () =>
  new Promise((resolve) => {
    if (setImmediate) return setImmediate(resolve);
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

/** @type {() => void | Promise<void>} */
let run;

port.onmessage = async ({ data }) => {
  if (data === "run") {
    await run();
    port.postMessage("done");
    return;
  }
  const { exports } = await WebAssembly.instantiate(data.module, { env: { memory: data.memory } });
  run = "lists" in data ? listsOf(data, exports) : epochsOf(data, exports);
  port.postMessage("ready");
};

/** @type {(start: EpochStart, exports: WebAssembly.Exports) => () => Promise<void>} */
function epochsOf({ memory, epoch, plan, claims, parts, own, chunk }, exports) {
  const kernels = /** @type {import("./EpochThread.js").Kernels} */ (/** @type {unknown} */ (exports));
  const runVisits = /** @type {import("./EpochThread.js").Epoch} */ (exports[epoch]);
  const thread = new EpochThread(
    kernels,
    runVisits,
    plan,
    new VisitClaims(memory.buffer, claims, parts, own, chunk),
  );
  return async () => {
    thread.begin();
    let pause = performance.now() + SLICE;
    while (thread.runNext()) {
      if (performance.now() < pause) continue;
      await turn();
      pause = performance.now() + SLICE;
    }
  };
}

/** @type {(start: ListStart, exports: WebAssembly.Exports) => () => void} */
function listsOf({ memory, lists }, exports) {
  const kernels = /** @type {import("./makeLists.js").Kernels} */ (/** @type {unknown} */ (exports));
  return () => makeLists(kernels, memory.buffer, lists);
}
