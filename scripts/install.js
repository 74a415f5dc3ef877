import { statSync } from "node:fs";
import { giveUp, root, run } from "./run.js";

/** Installs the packages of the lock file where they are absent or older than it. Needs Node and npm only. */
export function installMissing() {
  install("", "Installing the packages that Matinee is built with …");
}

/** The same for what runs outside a browser. */
export function installProduction() {
  install("production/", "Installing the packages of the command line and the service …");
}

/**
 * @param {string} folder of the checkout, with a slash at its end
 * @param {string} news
 */
function install(folder, news) {
  if (changed(`${folder}node_modules/.package-lock.json`) >= changed(`${folder}package-lock.json`)) return;
  // Beside the results of a command, so not among them.
  console.error(news);
  const prefix = folder ? ` --prefix ${folder}` : "";
  if (!run(`npm ci --include=dev --no-audit --no-fund${prefix} 1>&2`)) {
    giveUp("The packages could not be installed; what npm says about it stands above.");
  }
}

/** @param {string} file */
function changed(file) {
  return statSync(`${root}${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
