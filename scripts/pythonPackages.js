import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { root } from "./run.js";

/** A network that takes longer than this for an installation does not belong in a test run. */
const MOST_MILLISECONDS = 300_000;

/**
 * A virtual environment in `build/` with the packages of a requirements file, installed if they are missing.
 *
 * @param {string} name of the environment
 * @param {string} requirements the file; those that it refers to lie beside it
 * @returns {string} the folder of its programs
 * @throws {Error} if something cannot be had, saying what
 */
export function providePython(name, requirements) {
  if (!answers("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 11))")) {
    throw new Error("There is no Python 3.11 or later on the PATH.");
  }
  const folder = `${root}build/${name}`;
  const programs = `${folder}/bin`;
  const wanted = allOf(`${root}${requirements}`);
  const installed = `${folder}/installed.txt`;
  if (read(installed) === wanted) return programs;
  console.log(`Installing what ${requirements} lists for the tests …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pip = ["-m", "pip", "install", "--quiet", "--no-compile", "--retries", "1", "--timeout", "20"];
  if (
    !runs("python3", "-m", "venv", folder) ||
    !runs(`${programs}/python`, ...pip, "--requirement", `${root}${requirements}`)
  ) {
    throw new Error(
      `What ${requirements} lists could not be installed; what pip says about it stands above.`,
    );
  }
  writeFileSync(installed, wanted);
  return programs;
}

/** @param {[string, ...string[]]} line */
export function answers(...[program, ...args]) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/**
 * Its lines, and those of the files it refers to.
 *
 * @param {string} file
 * @returns {string}
 */
function allOf(file) {
  const text = readFileSync(file, "utf8");
  const others = text.matchAll(/^-r (.*)$/gm);
  return [text, ...Array.from(others, ([, name]) => allOf(file.replace(/[^/]*$/, name)))].join("");
}

/** @param {[string, ...string[]]} line */
function runs(...[program, ...args]) {
  return spawnSync(program, args, { stdio: "inherit", timeout: MOST_MILLISECONDS }).status === 0;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
