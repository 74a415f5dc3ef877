import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { pathToFileURL } from "node:url";
import { buildKernels } from "./build.js";
import { installMissing, installProduction } from "./install.js";
import { giveUp, root } from "./run.js";

// `npm run` changes to the checkout; paths are meant from where the command was given.
const cwd = process.env.INIT_CWD ?? process.cwd();

installMissing();
installProduction();
if (!existsSync(`${root}src/model/kernel/simd.wasm`) && !buildKernels()) {
  giveUp("The kernels could not be built; the reason stands above.");
}
const tsx = pathToFileURL(`${root}node_modules/tsx/dist/loader.mjs`).href;
const child = spawn(
  process.execPath,
  ["--import", tsx, `${root}production/main.ts`, ...process.argv.slice(2)],
  {
    cwd,
    stdio: "inherit",
  },
);
// A terminal sends Ctrl+C to both; what is sent to this process alone is passed on.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (status, signal) => {
  process.exitCode = status ?? 128 + (signal ? constants.signals[signal] : 1);
});
