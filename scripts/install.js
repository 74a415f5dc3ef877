import { statSync } from "node:fs";
import { giveUp, root, run } from "./run.js";

/** Installs the packages of the lock file where they are absent or older than it. Needs Node and npm only. */
export function installMissing() {
  if (changed("node_modules/.package-lock.json") >= changed("package-lock.json")) return;
  console.log("Installing the packages that Matinee is built with …");
  if (!run("npm ci --include=dev --no-audit --no-fund")) {
    giveUp("The packages could not be installed; what npm says about it stands above.");
  }
}

/** @param {string} file */
function changed(file) {
  return statSync(`${root}${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
