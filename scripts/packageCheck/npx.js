import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { buildProduction } from "../productionPackage.js";
import { root } from "../run.js";

/**
 * Packs the command line as npm does, and trains and recommends by npx in an empty folder, installed from the registry.
 *
 * @param {string} project a folder to make that one in
 * @returns {Promise<string>} what went wrong; nothing if all is well
 */
export async function npxOutcome(project) {
  await buildProduction();
  const folder = `${project}npx`;
  mkdirSync(folder);
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", project], {
    cwd: `${root}production/dist`,
    encoding: "utf8",
  });
  const tarball = `${project}${JSON.parse(packed)[0].filename}`;
  const npx = (/** @type {string[]} */ ...args) =>
    execFileSync("npx", ["--yes", "--prefer-offline", "--package", tarball, "matinee", ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  if (!npx("--help").includes("Usage: matinee")) return "--help gave no help";
  cpSync(`${root}public/data/ml-latest-small/ratings.csv`, `${folder}/ratings.csv`);
  npx("train", "ratings.csv", "--out", "model.npz", "--epochs", "1", "--components", "4");
  const list = JSON.parse(npx("recommend", "model.npz", "--user", "27", "--json"));
  return list.length === 10 ? "" : `recommend gave ${list.length} items`;
}
