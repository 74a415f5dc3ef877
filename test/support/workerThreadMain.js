import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

// Node 20 reads no TypeScript by itself, and `--import tsx` does not reach its threads.
register();
const { createServices } = await import("../../src/services.ts");
const { exposeServices } = await import("../../src/core/worker/exposeServices.ts");
const { sendFilesLikeBrowsers } = await import("./browserFiles.ts");

sendFilesLikeBrowsers();
const port = /** @type {unknown} */ (parentPort);
exposeServices(createServices(), /** @type {import("comlink").Endpoint} */ (port));
