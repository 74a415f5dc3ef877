import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { root } from "./run.js";

/** Folders with a lock file, and whether what it holds ships. */
const LOCKED = [
  { folder: "", ships: true },
  { folder: "production/", ships: true },
  { folder: "bench/", ships: false },
];
/** What Python installs for Spark. */
const REQUIREMENTS = ["spark/requirements.txt", "spark/requirements-test.txt"];
const REGISTRY = "https://registry.npmjs.org/";
/** Licences that go with Apache-2.0 and ask for no more than their text; OFL is that of the fonts. */
const LICENCES = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "OFL-1.1",
]);

/**
 * Whether every package is pinned by its check sum, comes from npm's own registry and may be shipped, every Python package
 * pinned by its version, and whether npm's registry knows of a serious hole in what ships. Says what is wrong; a registry that cannot be asked is not a failure.
 *
 * @returns {boolean}
 */
export function checkSupplyChain() {
  const problems = LOCKED.flatMap(({ folder, ships }) => {
    const lock = JSON.parse(readFileSync(`${root}${folder}package-lock.json`, "utf8"));
    return [
      ...lockProblems(lock, ships).map((problem) => `${folder}package-lock.json: ${problem}`),
      ...(ships ? auditProblems(folder) : []),
    ];
  });
  for (const path of REQUIREMENTS) {
    const text = readFileSync(`${root}${path}`, "utf8");
    problems.push(...requirementProblems(text).map((problem) => `${path}: ${problem}`));
  }
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

/**
 * @typedef {{ integrity?: string, resolved?: string, license?: string, dev?: boolean, link?: boolean }} Locked
 * @param {{ packages: Record<string, Locked> }} lock
 * @param {boolean} ships whether what is not a development dependency is given to others
 * @returns {string[]}
 */
export function lockProblems({ packages }, ships) {
  return Object.entries(packages).flatMap(([path, { integrity, resolved, license, dev }]) => {
    if (path === "") return [];
    const problems = [];
    if (!integrity?.startsWith("sha512-")) problems.push(`${path} has no check sum (integrity)`);
    if (resolved && !resolved.startsWith(REGISTRY)) problems.push(`${path} comes from ${resolved}`);
    if (ships && !dev && !LICENCES.has(license ?? "")) {
      problems.push(`${path} ships under ${license ?? "no licence"}, which is not on the list`);
    }
    return problems;
  });
}

/**
 * @param {string} text of a requirements file
 * @returns {string[]}
 */
export function requirementProblems(text) {
  const lines = text.split("\n").map((line) => line.replace(/(^|\s)#.*/, "").trim());
  return lines
    .filter((line) => line !== "" && !/^-r [\w-]+\.txt$/.test(line) && !/^[\w.[\]-]+==[\w.!+]+$/.test(line))
    .map((line) => `“${line}” is no package with its exact version (name==1.2.3)`);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function auditProblems(folder) {
  const { stdout } = spawnSync(
    "npm",
    ["audit", "--omit=dev", "--json", "--audit-level=none", "--fetch-retries=0", "--fetch-timeout=10000"],
    { cwd: `${root}${folder}`, encoding: "utf8", timeout: 60_000 },
  );
  const found = answerOf(stdout)?.metadata?.vulnerabilities;
  if (!found) {
    console.log(`The registry did not answer npm audit for ${folder || "the root"}: not checked.`);
    return [];
  }
  const serious = found.high + found.critical;
  return serious > 0
    ? [`${folder || "./"}: npm audit --omit=dev finds ${serious} of high severity or worse`]
    : [];
}

/** @param {string} text */
function answerOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
