import { existsSync, readFileSync } from "node:fs";
import { answers, providePython } from "./pythonPackages.js";
import { runBeside } from "./run.js";

/**
 * A Python with what the tests of `spark/` need, installed if it is missing.
 *
 * @returns {string} its path
 * @throws {Error} if something cannot be had, saying what
 */
export function provideSpark() {
  if (!answers("java", "-version")) throw new Error("There is no Java on the PATH.");
  return `${providePython("spark", "spark/requirements-test.txt")}/python`;
}

/**
 * @param {string} python
 * @param {string} report where pytest's goes, a JUnit file
 * @returns whether all went well, and how many tests did and did not
 */
export async function testSpark(python, report) {
  const ok = await runBeside(`cd spark && "${python}" -B -m pytest --quiet -rs --junitxml="${report}"`);
  const [, suite = ""] =
    /<testsuite ([^>]*)>/.exec(existsSync(report) ? readFileSync(report, "utf8") : "") ?? [];
  const number = (/** @type {string} */ name) => Number(new RegExp(`${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const bad = number("errors") + number("failures");
  return { ok, good: number("tests") - bad - number("skipped"), bad };
}
