import { existsSync } from "node:fs";
import type { Catalogue } from "../src/dataset/Catalogue.ts";
import { readCatalogue } from "../src/dataset/readCatalogue.ts";
import { ArgumentError, CancelledError, MatineeError } from "../src/errors.ts";
import { type ChallengeFindings, runChallenges } from "../src/experiment/challenges/runChallenges.ts";
import { type Findings, runExperiment } from "../src/experiment/experiment.ts";
import { reportOf } from "../src/experiment/report/experimentReport.ts";
import { pooledFindings } from "../src/experiment/seeds.ts";
import { buildKernels } from "./build.js";
import {
  describeBeyondAccuracy,
  describeData,
  describeSearch,
  describeTraining,
  describeTuning,
  describeUser,
} from "./experiment/describe.ts";
import {
  describeAccuracy,
  describeAttacks,
  describeClosedLoop,
  describeFrontier,
  describePopularityBias,
} from "./experiment/describeChallenges.ts";
import { describeReplay, describeSeeds, describeTakingIn } from "./experiment/describeTakingIn.ts";
import { checkWritable, writeJson } from "./experiment/jsonFile.ts";
import { openFolder } from "./experiment/openFolder.ts";
import { ProgressLine } from "./experiment/ProgressLine.ts";
import { type Arguments, readArguments, USAGE } from "./experiment/readArguments.ts";
import { giveUp, root } from "./run.js";

const EMBEDDED = `${root}public/data/ml-latest-small`;

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
const line = new ProgressLine(process.stderr);
try {
  await experiment();
} catch (error) {
  line.clear();
  if (error instanceof CancelledError) {
    console.error("Stopped.");
    process.exit(130);
  }
  if (error instanceof MatineeError) giveUp(error.message);
  throw error;
}

async function experiment(): Promise<void> {
  const began = performance.now();
  const options = ownArguments();
  const { data, json } = options;
  if (json !== undefined) checkWritable(json);
  const files = await openFolder(data ?? EMBEDDED);
  if (!existsSync(`${root}src/model/kernel/simd.wasm`) && !buildKernels()) {
    giveUp("The kernels could not be built; see above.");
  }
  const catalogue = await readCatalogue(files, {
    signal: stop.signal,
    onProgress: ({ file, bytes, totalBytes }) => line.tell(`Reading ${file}`, bytes / totalBytes),
  });
  const report = reportOf(await runSeeds(catalogue, options));
  const challenges = options.challenges ? await findChallenges(catalogue, options.seed) : null;
  if (json !== undefined) writeJson(json, challenges ? { ...report, challenges } : report);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`Done in ${seconds} s.${json === undefined ? "" : ` The figures are in ${json}.`}`);
}

function ownArguments(): Arguments {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    if (error instanceof ArgumentError) giveUp(`${error.message}\nUsage: ${USAGE}`, 2);
    throw error;
  }
}

/** Prints each step of one seed as soon as it is done; of several, what they come to together. */
async function runSeeds(catalogue: Catalogue, options: Arguments): Promise<Findings[]> {
  const { seed, seeds, epochs, user, search, replay } = options;
  const printers = printersOf(catalogue);
  const runs: Findings[] = [];
  for (let i = 0; i < seeds; i++) {
    const of = seeds > 1 ? `Seed ${i + 1} of ${seeds}: ` : "";
    runs.push(
      await runExperiment(catalogue, {
        seed: seed + i,
        epochs,
        user,
        search,
        replay,
        signal: stop.signal,
        onProgress: (task, done) => line.tell(`${of}${task}`, done),
        ...(seeds === 1 ? { onStep: printers } : {}),
      }),
    );
  }
  if (seeds > 1) {
    const { deviations } = reportOf(runs).seeds;
    const found = pooledFindings(runs);
    printers.data(found.data);
    if (search !== undefined) printers.search(found.search);
    printers.tuning(found.tuning);
    printers.training(found.training);
    printers.takingIn(found.takingIn);
    if (deviations) print(describeSeeds(seeds, deviations));
    if (found.replay) printers.replay(found.replay);
    printers.oneUser(found.oneUser);
    printers.beyondAccuracy(found.beyondAccuracy);
  }
  return runs;
}

function findChallenges(catalogue: Catalogue, seed: number): Promise<ChallengeFindings> {
  return runChallenges(catalogue, {
    seed,
    signal: stop.signal,
    onProgress: (task, done) => line.tell(task, done),
    onStep: {
      accuracy: (found) => print(describeAccuracy(found)),
      beyondAccuracy: (found) => print(describeFrontier(found)),
      popularityBias: (found) => print(describePopularityBias(found)),
      closedLoop: (found) => print(describeClosedLoop(found)),
      robustness: (found) => print(describeAttacks(found)),
    },
  });
}

function printersOf(catalogue: Catalogue) {
  return {
    data: (split: Findings["data"]) => print(describeData(split)),
    search: (search: Findings["search"]) => print(describeSearch(search)),
    tuning: (tuning: Findings["tuning"]) => print(describeTuning(tuning)),
    training: (training: Findings["training"]) => print(describeTraining(training)),
    takingIn: (takingIn: Findings["takingIn"]) => print(describeTakingIn(takingIn)),
    replay: (replay: Findings["replay"]) => replay && print(describeReplay(replay)),
    oneUser: (user: Findings["oneUser"]) => print(describeUser(user, catalogue)),
    beyondAccuracy: (figures: Findings["beyondAccuracy"]) => print(describeBeyondAccuracy(figures)),
  };
}

function print(text: string): void {
  line.clear();
  console.log(`${text}\n`);
}
