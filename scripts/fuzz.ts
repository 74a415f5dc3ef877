import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Failure, filesOf, seedOf, type Tally } from "../test/support/fuzz/fuzz.ts";
import { readFlags, wholeNumber } from "./run.js";

/**
 * `npm run fuzz -- [--runs N] [--seed N]`: reads files with faults in them, as many as asked, and prints how many of each
 * kind were refused and how many failed. What failed is put where `npm test` reads it again.
 */
const USAGE = "npm run fuzz -- [--runs N] [--seed N]";
const flags = readFlags({ runs: { type: "string" }, seed: { type: "string" } }, USAGE);
const RUNS = wholeNumber("--runs", flags.runs ?? "100000", 0, USAGE);
const SEED = wholeNumber("--seed", flags.seed ?? String(Math.floor(Date.now() / 1000)), 0, USAGE);
const CORPUS = new URL("../test/importers/corpus/", import.meta.url).pathname;
/** Runs of a thread, so that what they counted is not lost with a later one that hangs. */
const BATCH = 20_000;
/** No file of a few hundred bytes takes seconds to read. */
const PATIENCE = 20_000;

const tallies = new Map<string, Tally>();
for (let from = 0; from < RUNS; ) from = await batch(from, Math.min(RUNS, from + BATCH));

const failures = [...tallies.values()].flatMap((tally) => tally.failures);
const kinds = [...tallies].map(([kind, { runs, refused, failures }]) => ({
  kind,
  runs,
  read: runs - refused - failures.length,
  refused,
  failed: failures.length,
}));
console.table(kinds);
const different = new Map(failures.map((failure) => [`${failure.kind}\n${placeOf(failure)}`, failure]));
for (const failure of different.values())
  console.error(`${failure.kind}: ${placeOf(failure)}\n  ${keep(failure)}`);
console.log(`${kinds.length} kinds, ${RUNS} runs, seed ${SEED}: ${failures.length} failures`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Runs from one number on, in a thread that is given up where a run ends it or does not end. Returns the next number. */
async function batch(from: number, to: number): Promise<number> {
  // None yet: a thread that fails while it loads has not run the first.
  const current = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const workerData = { seed: SEED, from, to, current };
  const thread = new Worker(new URL("../test/support/fuzz/thread.js", import.meta.url), { workerData });
  let before = -1;
  return new Promise((resolve, reject) => {
    /** Notes a run that ended the thread, or did not end. */
    const giveUp = (error: unknown) => {
      clearInterval(watch);
      const run = Atomics.load(current, 0);
      if (run < from) return reject(error);
      const { kind } = seedOf(run);
      add(kind, { runs: 1, refused: 0, failures: [{ kind, run, files: filesOf(SEED, run).files, error }] });
      resolve(run + 1);
    };
    const watch = setInterval(() => {
      const run = Atomics.load(current, 0);
      if (run !== before || run < from) {
        before = run;
        return;
      }
      void thread.terminate();
      giveUp(new Error(`reading took more than ${PATIENCE / 1000} s`));
    }, PATIENCE);
    thread.once("error", giveUp);
    thread.once("message", (found: Map<string, Tally>) => {
      clearInterval(watch);
      for (const [kind, tally] of found) add(kind, tally);
      resolve(to);
    });
  });
}

function add(kind: string, { runs, refused, failures }: Tally): void {
  const all = tallies.get(kind) ?? { runs: 0, refused: 0, failures: [] };
  tallies.set(kind, {
    runs: all.runs + runs,
    refused: all.refused + refused,
    failures: [...all.failures, ...failures],
  });
}

/** What it failed with and where, the same for the same fault. */
function placeOf({ error }: Failure): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return stack.split("\n").slice(0, 2).join("");
}

/** Writes the files of a failure to the corpus. Returns their folder. */
function keep({ kind, run, files }: Failure): string {
  const folder = join(CORPUS, `${kind.replaceAll(/\W+/g, "-").toLowerCase()}-${SEED}-${run}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name.replaceAll("/", "-")), bytes);
  return folder;
}
