// A helper thread: runs slices of epochs on memory that it shares with the trainer. Plain JavaScript,
// because Node starts it from the source as well as from the built library.

/**
 * @typedef {object} Start
 * @property {WebAssembly.Module} module
 * @property {WebAssembly.Memory} memory shared
 * @property {string} epoch the kernel's export
 * @property {number} plan this thread's own
 * @property {number} counter address of the next visit that nobody has claimed, i32
 * @property {number} length visits of an epoch
 * @property {number} chunk visits to a claim
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

port.onmessage = async ({ data }) => {
  if (data === "run") {
    runEpoch();
    port.postMessage("done");
    return;
  }
  const { module, memory, epoch, plan, counter, length, chunk } = data;
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  const runSlice = /** @type {(plan: number, from: number, to: number) => void} */ (exports[epoch]);
  const claims = new Int32Array(memory.buffer, counter, 1);
  runEpoch = () => {
    for (let from = Atomics.add(claims, 0, chunk); from < length; from = Atomics.add(claims, 0, chunk)) {
      runSlice(plan, from, Math.min(length, from + chunk));
    }
  };
  port.postMessage("ready");
};
