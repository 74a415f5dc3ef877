import { mergeConfig } from "vitest/config";
import base from "../../vite.config.ts";

/** The unit tests that may notice a mutant: `scripts/mutation.ts` says which. */
const config = mergeConfig(base, {});
config.test.include = (process.env.MUTATION_TESTS ?? "").split(",");
// Each takes many seconds, and would for every mutant.
config.test.exclude = [
  "test/importers/fuzz.test.ts",
  "test/importers/TitleMatcher.test.ts",
  "test/evaluation/quality.test.ts",
  "test/evaluation/protocols/**",
  "test/files/bigFiles.test.ts",
  "test/library/library.test.ts",
  "test/lightfm/movielens.test.ts",
];
// The tables that are compared there are as many as one likes.
process.env.SCAN_RUNS ??= "100";
config.test.runner = "scripts/mutation/TestsInPlace.ts";
config.test.pool = "threads";
config.test.maxWorkers = 1;
export default config;
