import { parentPort } from "node:worker_threads";
import { expose } from "comlink";
import { register } from "tsx/esm/api";

// Node 20 reads no TypeScript by itself, and `--import tsx` does not reach its threads.
register();
const { TrainerSession } = await import("../../src/core/worker/TrainerSession.ts");
const { sendFilesLikeBrowsers } = await import("./browserFiles.ts");

sendFilesLikeBrowsers();
const port = /** @type {unknown} */ (parentPort);
expose(new TrainerSession(), /** @type {import("comlink").Endpoint} */ (port));
