import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { root } from "./run.js";

/**
 * Makes a folder of compiled files a package that `npm publish` takes as it is.
 *
 * @param {string} folder in the checkout
 */
export function writePackage(folder) {
  const { version, license, engines, dependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const manifest = {
    name: "matinee",
    version,
    description: "LightFM in TypeScript and WebAssembly: a hybrid recommender for browsers and Node",
    keywords: [
      "recommender",
      "recommendations",
      "lightfm",
      "matrix-factorization",
      "warp",
      "bpr",
      "webassembly",
    ],
    license,
    type: "module",
    // The thread's script runs as it is loaded; all other files only define.
    sideEffects: ["./src/model/threads/epochHelper.js"],
    exports: {
      ".": { types: "./index.d.ts", default: "./index.js" },
      "./package.json": "./package.json",
    },
    engines,
    dependencies: { fflate: dependencies.fflate },
  };
  rmSync(`${root}${folder}/tsconfig.library.tsbuildinfo`, { force: true });
  writeFileSync(`${root}${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(`${root}scripts/libraryReadme.md`, `${root}${folder}/README.md`);
  for (const file of ["CHANGELOG.md", "LICENSE"]) cpSync(`${root}${file}`, `${root}${folder}/${file}`);
}
