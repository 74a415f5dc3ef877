import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { ENTRIES } from "./libraryEntries.js";
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
    sideEffects: false,
    exports: {
      ...Object.fromEntries(
        Object.entries(ENTRIES).map(([path, module]) => [
          path,
          { types: `./${module}.d.ts`, default: `./${module}.js` },
        ]),
      ),
      "./package.json": "./package.json",
    },
    engines,
    files: readdirSync(`${root}${folder}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort()
      .concat("CHANGELOG.md"),
    dependencies: { fflate: dependencies.fflate },
  };
  writeFileSync(`${root}${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(`${root}scripts/libraryReadme.md`, `${root}${folder}/README.md`);
  for (const file of ["CHANGELOG.md", "LICENSE"]) cpSync(`${root}${file}`, `${root}${folder}/${file}`);
  copyLicences(folder);
}

/**
 * The licence of a package goes beside the code that is taken from it.
 *
 * @param {string} folder
 */
function copyLicences(folder) {
  for (const name of readdirSync(`${root}${folder}/vendor`)) {
    const licence = `${root}node_modules/${name}/LICENSE`;
    if (!existsSync(licence))
      throw new Error(`${name} brings no LICENSE, which its copy in the package needs.`);
    cpSync(licence, `${root}${folder}/vendor/${name}/LICENSE`);
  }
}
