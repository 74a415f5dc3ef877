import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// Node starts a thread from JavaScript only; from here on it reads TypeScript.
register();
await import(workerData.file);
