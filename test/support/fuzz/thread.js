import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// Node 20 reads no TypeScript by itself, and `--import tsx` does not reach its threads.
register();
const { fuzz } = await import("./fuzz.ts");

const { seed, from, to, current } = workerData;
const tallies = new Map();
await fuzz(tallies, seed, from, to, (run) => Atomics.store(current, 0, run));
parentPort?.postMessage(tallies);
