import { cpSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { installMissing } from "./install.js";
import { writePackage } from "./libraryPackage.js";
import { giveUp, root, run } from "./run.js";

/** assembly/ → src/model/kernel/*.wasm */
export function buildKernels() {
  return run("asc --target simd") && run("asc --target threads");
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
export function buildLibrary(folder = "dist/lib") {
  // Emptied first, so that no file outlives its source.
  rmSync(`${root}${folder}`, { recursive: true, force: true });
  if (!run(`tsc -p tsconfig.library.json --outDir ${folder}`)) return false;
  // What the library loads while it runs, and the compiler does not see.
  const kernels = "src/model/kernel";
  cpSync(`${root}${kernels}`, `${root}${folder}/${kernels}`, { recursive: true });
  // The library shares assembly/layout.ts with the kernels, so what is emitted keeps src/ and assembly/ apart.
  for (const file of ["index.js", "index.d.ts"]) {
    writeFileSync(`${root}${folder}/${file}`, 'export * from "./src/index.js";\n');
  }
  writePackage(folder);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  installMissing();
  if (!(buildKernels() && buildLibrary() && buildSite())) {
    giveUp("The build failed; the reason stands above.");
  }
}
