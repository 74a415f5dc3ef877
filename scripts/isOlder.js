import { readdirSync, statSync } from "node:fs";

/**
 * Whether any of these files is absent, or older than what it is made from, so that it has to be made again: after
 * `git pull`, say.
 *
 * @param {readonly string[]} products
 * @param {readonly string[]} sources files, and folders with all that is in them
 */
export function isOlder(products, sources) {
  const made = Math.min(...products.map(changed));
  return made === 0 || sources.some((source) => newestIn(source) > made);
}

/** @param {string} path */
function newestIn(path) {
  if (!statSync(path).isDirectory()) return changed(path);
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.reduce(
    (newest, { parentPath, name }) => Math.max(newest, changed(`${parentPath}/${name}`)),
    0,
  );
}

/** @param {string} path */
function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
