import { spawn } from "node:child_process";
import { constants } from "node:os";
import { provideKernels } from "./build.js";
import { installMissing, installProduction } from "./install.js";
import { isOlder } from "./isOlder.js";
import { root } from "./run.js";

const COMMAND = `${root}production/dist/matinee.js`;
const SOURCES = ["src", "production/src", "production/package.json", "package.json", "scripts", "spark"].map(
  (name) => `${root}${name}`,
);

// `npm run` changes to the checkout; paths are meant from where the command was given.
const cwd = process.env.INIT_CWD ?? process.cwd();

installMissing();
installProduction();
provideKernels();
if (isOlder([COMMAND], SOURCES)) {
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
