import { rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { installMissing } from "./install.js";
import { isOlder } from "./isOlder.js";
import { writePackage } from "./libraryPackage.js";
import { copyTypes } from "./libraryTypes.js";
import { giveUp, readFlags, root, run, tsc } from "./run.js";

/** Each makes one of the kernels: assembly/ → src/model/kernel/*.wasm */
export const KERNEL_LINES = ["asc --target simd", "asc --target threads"];

export function buildKernels() {
  return KERNEL_LINES.every((line) => run(line));
}

/** Makes the kernels if they are absent or older than their sources, which may lay memory out differently. */
export function provideKernels() {
  const kernels = ["simd", "threads"].map((name) => `${root}src/model/kernel/${name}.wasm`);
  if (isOlder(kernels, [`${root}assembly`, `${root}asconfig.json`]) && !buildKernels()) {
    giveUp("The kernels could not be built; the reason stands above.");
  }
}

/** index.html and src/main.tsx → dist/site; needs the kernels. */
export function buildSite() {
  return run("vite build");
}

/**
 * The library as a package that can be published → dist/lib, or another folder of the checkout; needs the kernels.
 *
 * @param {string} [folder]
 */
export async function buildLibrary(folder = "dist/lib") {
  // Emptied first, so that no file outlives its source.
  rmSync(`${root}${folder}`, { recursive: true, force: true });
  if (!run(`${tsc} -b tsconfig.library.json`)) return false;
  // Its bundler may have been installed only now.
  const { bundleLibrary } = await import("./libraryBundle.js");
  await bundleLibrary(folder);
  copyTypes(folder);
  writePackage(folder);
  return true;
}

/** The command line and the service as a package → production/dist; needs the kernels. */
async function buildCommand() {
  const { buildProduction } = await import("./productionPackage.js");
  await buildProduction();
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  readFlags({}, "npm run build");
  installMissing();
  if (!(buildKernels() && (await buildLibrary()) && buildSite() && (await buildCommand()))) {
    giveUp("The build failed; the reason stands above.");
  }
}
