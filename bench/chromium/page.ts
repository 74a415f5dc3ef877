import { type Remote, wrap } from "comlink";
import type { BenchWorker } from "./worker.ts";

declare global {
  /** What `bench/Chromium.ts` calls from outside. */
  var benchWorker: Remote<BenchWorker>;
}

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
globalThis.benchWorker = wrap<BenchWorker>(worker);
