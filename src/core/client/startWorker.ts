import type { WorkerFailedError } from "../../errors.ts";
import type { Services } from "../../services.ts";
import { type Connection, connect, type Heartbeat } from "./connect.ts";

const HEARTBEAT: Heartbeat = {
  every: 2500,
  patience: 24,
  attentive: () => document.visibilityState === "visible",
};

/** Starts the worker; `onFailure` is called once if it ever fails. */
export function startWorker(onFailure: (error: WorkerFailedError) => void): Connection<Services> {
  const worker = new Worker(new URL("../worker/main.ts", import.meta.url), { type: "module" });
  return connect<Services>(worker, HEARTBEAT, onFailure);
}
