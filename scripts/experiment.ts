import { existsSync } from "node:fs";
import { readCatalogue } from "../src/dataset/readCatalogue.ts";
import { CancelledError, MatineeError } from "../src/errors.ts";
import { runExperiment } from "../src/experiment/experiment.ts";
import { reportOf } from "../src/experiment/report.ts";
import { buildKernels } from "./build.js";
import {
  describeBeyondAccuracy,
  describeData,
  describeSearch,
  describeTakingIn,
  describeTraining,
  describeTuning,
  describeUser,
} from "./experiment/describe.ts";
import { checkWritable, writeJson } from "./experiment/jsonFile.ts";
import { openFolder } from "./experiment/openFolder.ts";
import { ProgressLine } from "./experiment/ProgressLine.ts";
import { readArguments } from "./experiment/readArguments.ts";
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
  const { data, json, ...options } = readArguments(process.argv.slice(2));
  if (json !== undefined) checkWritable(json);
  const files = await openFolder(data ?? EMBEDDED);
  if (!existsSync(`${root}src/model/kernel/simd.wasm`) && !buildKernels()) {
    giveUp("The kernels could not be built; the reason stands above.");
  }
  const { signal } = stop;
  const catalogue = await readCatalogue(files, {
    signal,
    onProgress: ({ file, bytes, totalBytes }) => line.tell(`Reading ${file}`, bytes / totalBytes),
  });
  const print = (text: string) => {
    line.clear();
    console.log(`${text}\n`);
  };
  const found = await runExperiment(catalogue, {
    ...options,
    signal,
    onProgress: (task, done) => line.tell(task, done),
    onStep: {
      data: (split) => print(describeData(split)),
      search: (search) => print(describeSearch(search)),
      tuning: (tuning) => print(describeTuning(tuning)),
      training: (training) => print(describeTraining(training)),
      takingIn: (takingIn) => print(describeTakingIn(takingIn)),
      oneUser: (user) => print(describeUser(user, catalogue)),
      beyondAccuracy: (figures) => print(describeBeyondAccuracy(figures)),
    },
  });
  if (json !== undefined) writeJson(json, reportOf(found));
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`Done in ${seconds} s.${json === undefined ? "" : ` The figures are in ${json}.`}`);
}
