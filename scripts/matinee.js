import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { constants } from "node:os";
import { buildKernels } from "./build.js";
import { installMissing, installProduction } from "./install.js";
import { giveUp, root } from "./run.js";

const COMMAND = `${root}production/dist/matinee.js`;
const SOURCES = ["src", "production/src", "production/package.json", "package.json", "scripts", "spark"];

// `npm run` changes to the checkout; paths are meant from where the command was given.
const cwd = process.env.INIT_CWD ?? process.cwd();

installMissing();
installProduction();
if (!existsSync(`${root}src/model/kernel/simd.wasm`) && !buildKernels()) {
  giveUp("The kernels could not be built; the reason stands above.");
}
if (changed(COMMAND) < newestSource()) {
  // Its bundler may have been installed only now.
  const { buildProduction } = await import("./productionPackage.js");
  await buildProduction();
}
const child = spawn(process.execPath, [COMMAND, ...process.argv.slice(2)], { cwd, stdio: "inherit" });
// A terminal sends Ctrl+C to both; what is sent to this process alone is passed on.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (status, signal) => {
  process.exitCode = status ?? 128 + (signal ? constants.signals[signal] : 1);
});

function newestSource() {
  const files = SOURCES.flatMap((name) => {
    if (!statSync(`${root}${name}`).isDirectory()) return [name];
    return readdirSync(`${root}${name}`, { recursive: true }).map((file) => `${name}/${file}`);
  });
  return files.reduce((newest, file) => Math.max(newest, changed(`${root}${file}`)), 0);
}

/** @param {string} path */
function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
