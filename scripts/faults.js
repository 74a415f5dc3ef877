import { buildKernels, buildSite } from "./build.js";
import { provideChromium } from "./chromium.js";
import { giveUp, readFlags, run, shardOf, wholeNumber } from "./run.js";

/**
 * Injects every fault of the table into the page, in Chromium, and prints which held. `--quick` takes those that
 * `npm test -- --all` runs too, once each; `--shard 2/4` the second quarter of the table, as a nightly run may; otherwise
 * the table is written to docs/reliability.md as well.
 */
const USAGE = "npm run faults -- [--quick] [--repeats N] [--seed N] [--shard N/OF]";
const flags = readFlags(
  {
    quick: { type: "boolean" },
    repeats: { type: "string" },
    seed: { type: "string" },
    shard: { type: "string" },
  },
  USAGE,
);
const repeats = wholeNumber("--repeats", flags.repeats ?? (flags.quick ? "1" : "3"), 1, USAGE);
const seed = wholeNumber("--seed", flags.seed ?? "1", 0, USAGE);
const shard = flags.shard === undefined ? "" : ` --shard=${shardOf(flags.shard, "the table", USAGE)}`;

const CHROMIUM_PATH = await provideChromium().catch((error) => giveUp(error.message));
if (!buildKernels() || !buildSite()) giveUp("The site couldn't be built.");
const held = run(`playwright test --grep @fault --reporter=./scripts/faultsReporter.ts${shard}`, {
  CHROMIUM_PATH,
  FAULTS_REPEATS: String(repeats),
  FAULTS_SEED: String(seed),
  ...(flags.quick ? {} : { FAULTS_LONG: "1" }),
});
process.exitCode = held ? 0 : 1;
