import { existsSync, statSync } from "node:fs";
import { Stryker } from "@stryker-mutator/core";
import { wilsonBounds } from "../src/evaluation/proportion.ts";
import { giveUp, readArguments, root, shardOf } from "./run.js";

/**
 * `npm run mutation -- [room or file …] [--shard N/OF] [--tests GLOB]`: changes the code in one place at a time, as a slip would,
 * and counts how many of the changes a unit test notices. Fails below 85%. A shard is a random sample of a room's changes, and all
 * shards together are the room.
 */

/** Each room, and where its tests are. */
const ROOMS = {
  model: ["model", "library", "lightfm"],
  dataset: ["dataset", "importers", "files"],
  files: ["files", "dataset", "importers", "model/file"],
  importers: ["importers"],
  evaluation: ["evaluation"],
};
const LEAST = 85;
const USAGE = "npm run mutation -- [room or file …] [--shard N/OF] [--tests GLOB]";

const { positionals, values } = readArguments(
  { allowPositionals: true, options: { shard: { type: "string" }, tests: { type: "string" } } },
  USAGE,
);
const shard = shardOf(values.shard ?? "1/1", "the mutants", USAGE);
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
  return { path, mutate, tests: ROOMS[room as keyof typeof ROOMS] };
});

process.chdir(root);
const folders = new Set(named.flatMap(({ tests }) => tests));
process.env.MUTATION_TESTS =
  values.tests ?? [...folders].map((folder) => `test/${folder}/**/*.test.ts`).join();
process.env.MUTATION_SHARD = shard;
const results = await new Stryker({
  mutate: named.map(({ mutate }) => mutate),
  plugins: ["./scripts/mutation/shard.js", "./scripts/mutation/runner.js"],
  checkers: ["shard"],
  testRunner: "in-place",
  coverageAnalysis: "perTest",
  // What is decided while a file loads would take every test once more for each mutant.
  ignoreStatic: true,
  ignorePatterns: ["/build", "/dist", "/production", "/spark", "/bench", "/test/e2e"],
  tempDirName: "build/mutation",
  reporters: ["clear-text", "progress-append-only", "html", "json"],
  htmlReporter: { fileName: "build/reports/mutation.html" },
  jsonReporter: { fileName: "build/reports/mutation.json" },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  thresholds: { high: 95, low: LEAST, break: LEAST },
  dryRunTimeoutMinutes: 30,
  // A busy machine is slow, not wrong: a mutant has half a minute beside three times what its tests took.
  timeoutMS: 30_000,
  timeoutFactor: 3,
}).runMutationTest();

const rows = named.map(({ path }) => ({ path, ...countsOf([path]) }));
const all = { path: "all", ...countsOf(named.map(({ path }) => path)) };
console.table(named.length > 1 ? [...rows, all] : rows);

/** What became of the mutants in these rooms or files, and the score with its 95% interval. */
function countsOf(paths: string[]) {
  const statuses = results
    .filter(({ fileName }) => paths.some((path) => fileName.startsWith(`${root}${path}`)))
    .map(({ status }) => status);
  const [killed, timedOut, survived, notReached] = (
    ["Killed", "Timeout", "Survived", "NoCoverage"] as const
  ).map((one) => statuses.filter((status) => status === one).length) as [number, number, number, number];
  const mutants = killed + timedOut + survived + notReached;
  const counts = { mutants, killed, timedOut, survived, notReached };
  if (mutants === 0) return counts;
  const score = (killed + timedOut) / mutants;
  const { low, high } = wilsonBounds(score, mutants);
  return { ...counts, score: percent(score), "95%": `${percent(low)} to ${percent(high)}` };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
