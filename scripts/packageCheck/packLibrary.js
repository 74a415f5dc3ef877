import { spawnSync } from "node:child_process";
import { buildLibrary } from "../build.js";
import { root } from "../run.js";

/**
 * Builds the library and packs it as npm does.
 *
 * @param {string} folder in the checkout, for the package and its tarball
 * @returns {Promise<string>} the tarball
 */
export async function packLibrary(folder) {
  if (!(await buildLibrary(`${folder}/package`))) throw new Error("The library could not be built.");
  const { stdout } = spawnSync("npm", ["pack", "--json", "--pack-destination", `${root}${folder}`], {
    cwd: `${root}${folder}/package`,
    encoding: "utf8",
  });
  return `${root}${folder}/${JSON.parse(stdout)[0].filename}`;
}
