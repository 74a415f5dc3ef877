import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { ENTRIES } from "./libraryEntries.js";
import { root } from "./run.js";

/** Where `tsc -b` leaves the library's types. */
const COMPILED = `${root}build/types/library/`;
const ENTRY_FILES = Object.values(ENTRIES).map((module) => `${module}.ts`);

/**
 * What the types name of the platform. A project whose `lib` has it merges its own in; for any other these are empty.
 */
const GLOBALS = `interface AbortSignal {}
interface Blob {}
interface Response {}
interface URL {}
declare namespace WebAssembly {
  interface Memory {}
  interface Module {}
}
`;

/**
 * The types that can be reached from what the package exports.
 *
 * @param {string} folder in the checkout
 */
export function copyTypes(folder) {
  const waiting = [...ENTRY_FILES];
  const seen = new Set(waiting);
  for (const file of waiting) {
    const name = file.replace(/\.([jt]s)$/, ".d.$1");
    const types = readFileSync(`${COMPILED}${name.replace(/\.js$/, ".ts")}`, "utf8");
    for (const [, path] of types.matchAll(/(?:from |import\()"(\.[^"]+)"/g)) {
      const imported = posix.join(posix.dirname(file), path);
      if (!seen.has(imported)) waiting.push(imported);
      seen.add(imported);
    }
    const reference = ENTRY_FILES.includes(file) ? '/// <reference path="./globals.d.ts" />\n' : "";
    write(
      `${folder}/${name.replace(/\.js$/, ".ts")}`,
      reference + types.replaceAll(/(["'])(\.[^"']+)\.ts\1/g, "$1$2.js$1"),
    );
  }
  write(`${folder}/src/globals.d.ts`, GLOBALS);
}

/**
 * @param {string} file in the checkout
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(dirname(`${root}${file}`), { recursive: true });
  writeFileSync(`${root}${file}`, text);
}
