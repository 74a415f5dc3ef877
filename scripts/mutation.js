import { existsSync, statSync } from "node:fs";
import { Stryker } from "@stryker-mutator/core";
import { giveUp, readArguments, root } from "./run.js";

/**
 * `npm run mutation -- [room or file …] [--tests GLOB]`: changes the code in one place at a time, as a slip would, and counts how
 * many of the changes a unit test notices. Fails below 85%. Hours for a room, minutes for a file with the tests beside it.
 */

/** Each room, and where its tests are. */
const ROOMS = {
  model: ["model"],
  dataset: ["dataset", "importers", "files"],
  files: ["files", "importers", "model/file"],
  importers: ["importers"],
  evaluation: ["evaluation"],
};
const LEAST = 85;

const { positionals, values } = readArguments(
  { allowPositionals: true, options: { tests: { type: "string" } } },
  "npm run mutation -- [room or file …] [--tests GLOB]",
);
const named = (positionals.length > 0 ? positionals : Object.keys(ROOMS)).map((name) => {
  const path = name in ROOMS ? `src/${name}` : name.replace(/^\.\//, "");
  const room = /^src\/([a-z]+)(\/|$)/.exec(path)?.[1] ?? "";
  if (!(room in ROOMS) || !existsSync(`${root}${path}`)) {
    giveUp(
      `"${name}" is neither one of the rooms ${Object.keys(ROOMS).join(", ")} nor a file or folder in them.`,
      2,
    );
  }
  const mutate = statSync(`${root}${path}`).isDirectory() ? `${path}/**/*.ts` : path;
  return { mutate, tests: ROOMS[/** @type {keyof typeof ROOMS} */ (room)] };
});

process.chdir(root);
const folders = new Set(named.flatMap(({ tests }) => tests));
process.env.MUTATION_TESTS =
  values.tests ?? [...folders].map((folder) => `test/${folder}/**/*.test.ts`).join();
const results = await new Stryker({
  mutate: named.map(({ mutate }) => mutate),
  testRunner: "vitest",
  vitest: { configFile: "scripts/mutation/vitest.config.ts" },
  coverageAnalysis: "perTest",
  // What is decided while a file loads would take every test once more for each mutant.
  ignoreStatic: true,
  ignorePatterns: ["/build", "/dist", "/production", "/spark", "/bench", "/docs", "/test/e2e"],
  tempDirName: "build/mutation",
  reporters: ["clear-text", "progress-append-only", "html", "json"],
  htmlReporter: { fileName: "build/reports/mutation.html" },
  jsonReporter: { fileName: "build/reports/mutation.json" },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  thresholds: { high: 95, low: LEAST, break: LEAST },
  timeoutMS: 20_000,
}).runMutationTest();
const found = results.filter(({ status }) => status === "Killed" || status === "Timeout").length;
const counted = results.filter(({ status }) =>
  ["Killed", "Timeout", "Survived", "NoCoverage"].includes(status),
).length;
console.log(`${found} of ${counted} mutants noticed: ${((100 * found) / counted).toFixed(1)}%`);
