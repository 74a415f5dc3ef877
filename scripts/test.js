import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { buildSite, KERNEL_LINES } from "./build.js";
import { provideChromium } from "./chromium.js";
import { installMissing, installProduction } from "./install.js";
import { providePython } from "./pythonPackages.js";
import { readFlags, root, run, runBeside, runShown, tsc } from "./run.js";
import { provideSpark, testSpark } from "./spark.js";
import { checkSupplyChain } from "./supplyChain.js";

const { all = false } = readFlags({ all: { type: "boolean" } }, "npm test [-- --all]");
const reports = `${root}build/reports`;
let passed = 0;
let failed = 0;
/** @type {string[]} */
const failures = [];

installMissing();
installProduction();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const chromium = await provideChromium().catch((error) => {
  console.error(`\n${error.message}`);
  return null;
});

await together([
  ["lint", "biome check"],
  ["imports", "depcruise src production/src"],
  ["types", `${tsc} -b`],
  ["types of production", `${tsc} -p production`],
  ["API documentation", "typedoc --emit none --skipErrorChecking --disableSources"],
  ...KERNEL_LINES.map((line) => /** @type {[string, string]} */ (["kernels", line])),
]);
check("supply chain", checkSupplyChain());
await unitTests("unit tests", "", run);
if (all) {
  await sparkTests();
  provideSchemathesis();
}
const site = check("site", buildSite());
await Promise.all([
  // One at a time, most of them waiting for processes that they start.
  unitTests("production's tests", "--config production/vitest.config.ts", runBeside),
  chromium && site && browserTests(chromium),
]);
if (!chromium) check("a Chromium for the browser tests", false);

if (passed + failed === 0) check("no test ran", false);
if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

/**
 * A step that is not a test by itself counts only where it fails.
 *
 * @param {string} name
 * @param {boolean} ok
 */
function check(name, ok) {
  if (!ok) {
    failures.push(name);
    failed++;
  }
  return ok;
}

/** @param {[name: string, line: string][]} checks none of which keeps both cores busy by itself */
async function together(checks) {
  const lines = checks.map(async ([name, line]) => check(name, await runBeside(line)));
  await Promise.all(lines);
}

/**
 * @param {string} name
 * @param {string} options of Vitest
 * @param {(line: string) => boolean | Promise<boolean>} runner
 */
async function unitTests(name, options, runner) {
  const file = `${reports}/${name.replace(/\W+/g, "-")}.json`;
  const ok = await runner(
    `vitest run ${options} ${all ? "" : "--tagsFilter=!thorough"} --reporter=default --reporter=json --outputFile.json="${file}"`,
  );
  const report = read(file);
  count(name, ok, report?.numPassedTests, report?.numFailedTests);
}

/** Where Java, Python or the network is missing they are left out with a word. */
async function sparkTests() {
  try {
    const { ok, good, bad } = await testSpark(provideSpark(), `${reports}/spark.xml`);
    count("tests of spark/", ok, good, bad);
  } catch (error) {
    console.log(`\n${/** @type {Error} */ (error).message} The tests of spark/ are left out.`);
  }
}

/** Where Python or the network is missing, the service is not held against its document. */
function provideSchemathesis() {
  try {
    process.env.SCHEMATHESIS ??= `${providePython("schemathesis", "production/test/requirements.txt")}/schemathesis`;
  } catch (error) {
    console.log(`\n${/** @type {Error} */ (error).message} The test by schemathesis is left out.`);
  }
}

/**
 * The main way through each place, or every test if all are asked for.
 *
 * @param {string} chromium
 */
async function browserTests(chromium) {
  const file = `${reports}/browser.json`;
  const ok = await runShown(`playwright test ${all ? "" : "--grep @main"} --reporter=list,json`, {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const report = read(file);
  count("browser tests", ok, report?.stats.expected, report?.stats.unexpected);
}

/**
 * A runner can also fail outside every test, as when a test file does not load: that counts as one failure.
 *
 * @param {string} name
 * @param {boolean} ok
 */
function count(name, ok, good = 0, bad = 0) {
  passed += good;
  if (!ok) failures.push(name);
  failed += ok ? 0 : Math.max(bad, 1);
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
