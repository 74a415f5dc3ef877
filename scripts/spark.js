import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { root, runBeside } from "./run.js";

const folder = `${root}build/spark`;
const python = `${folder}/bin/python`;
/** PySpark is 450 MB; a network that takes longer than this for it does not belong in a test run. */
const MOST_MILLISECONDS = 300_000;

/**
 * A Python with what the tests of `spark/` need, installed if it is missing.
 *
 * @returns {string} its path
 * @throws {Error} that says in a sentence what cannot be had
 */
export function provideSpark() {
  if (!answers("java", "-version")) throw new Error("There is no Java on the PATH.");
  if (!answers("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 11))")) {
    throw new Error("There is no Python 3.11 or later on the PATH.");
  }
  const wanted = ["requirements.txt", "requirements-test.txt"]
    .map((name) => readFileSync(`${root}spark/${name}`, "utf8"))
    .join("");
  const installed = `${folder}/installed.txt`;
  if (read(installed) === wanted) return python;
  console.log("Installing PySpark for the tests of spark/ …");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pip = ["-m", "pip", "install", "--quiet", "--no-compile", "--retries", "1", "--timeout", "20"];
  if (
    !runs("python3", "-m", "venv", folder) ||
    !runs(python, ...pip, "--requirement", `${root}spark/requirements-test.txt`)
  ) {
    throw new Error("PySpark could not be installed; what pip says about it stands above.");
  }
  writeFileSync(installed, wanted);
  return python;
}

/**
 * @param {string} python
 * @param {string} report where pytest's goes, a JUnit file
 * @returns whether all went well, and how many tests did and did not
 */
export async function testSpark(python, report) {
  const ok = await runBeside(`cd spark && "${python}" -B -m pytest --quiet -rs --junitxml="${report}"`);
  const [, suite = ""] = /<testsuite ([^>]*)>/.exec(read(report) ?? "") ?? [];
  const number = (/** @type {string} */ name) => Number(new RegExp(`${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const bad = number("errors") + number("failures");
  return { ok, good: number("tests") - bad - number("skipped"), bad };
}

/** @param {[string, ...string[]]} line */
function answers(...[program, ...args]) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
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
