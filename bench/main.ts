import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { provideKernels } from "../scripts/build.js";
import { checkWritable } from "../scripts/experiment/checkWritable.ts";
import { giveUpOn } from "../scripts/giveUpOn.ts";
import { readFlags } from "../scripts/run.js";
import { RECOMMENDED } from "../src/model/recommended.ts";
import { Bench } from "./Bench.ts";
import { Chromium } from "./Chromium.ts";
import { manyUsers } from "./calls.ts";
import { embedded } from "./embedded.ts";
import { generate } from "./generate.ts";
import { startNative } from "./native.ts";
import { HEADING } from "./Row.ts";
import { loadTensorFlow } from "./TensorFlowBpr.ts";

const options = readFlags(
  { quick: { type: "boolean", default: false }, json: { type: "string" } },
  "npm run bench -- [--quick] [--json FILE]",
);
try {
  if (options.json !== undefined) checkWritable("--json", options.json);
} catch (error) {
  giveUpOn(error);
}

const identity10 = { components: 10, hybrid: false };
const hybrid10 = { components: 10, hybrid: true };
const identity64 = { components: 64, hybrid: false };
const hybrid64 = { components: 64, hybrid: true };
const recommended = { components: RECOMMENDED.noComponents, hybrid: true, recommended: true };
/** The shapes of MovieLens 1M and 10M. */
const million = { users: 6_040, items: 3_706, ratings: 1_000_000 };
const tenMillion = { users: 69_878, items: 10_677, ratings: 10_000_000 };

provideKernels();
const processors = availableParallelism();
console.log(`${cpus()[0]?.model.trim()}, ${processors} processors; Node ${process.version}`);
warnWhereBusy();
const folder = mkdtempSync(join(tmpdir(), "matinee-bench-"));
const native = startNative();
console.log(
  native
    ? "Python LightFM: found"
    : "Python LightFM: not found, left out (PYTHON names a Python that has it)",
);
const tensorFlow = await loadTensorFlow();
if (!tensorFlow) console.log("TensorFlow.js: could not be installed, left out");
const chromium = await Chromium.start(folder).catch((error: Error) => {
  console.log(`Chromium: left out (${error.message})`);
  return null;
});
if (chromium) console.log(`Chromium ${chromium.version()}`);
const bench = new Bench({ native, chromium, tensorFlow }, processors > 1 ? [1, 2] : [1], folder);
try {
  console.log(`\n${HEADING}`);
  await measure(bench, options.quick);
} finally {
  native?.close();
  await chromium?.close();
  rmSync(folder, { recursive: true });
  if (options.json) writeFileSync(options.json, `${JSON.stringify(bench.rows, null, 2)}\n`);
}
console.log(`Load average at the end: ${loadavg()[0].toFixed(2)}, this run included`);
process.exit(0);

async function measure(bench: Bench, quick: boolean): Promise<void> {
  const rounds = quick ? { dropped: 3, measured: 5 } : { dropped: 4, measured: 11 };
  const few = { dropped: 1, measured: 5 };
  // As training runs them: after another peer an epoch finds none of its rows in the caches.
  const epochs = { dropped: 1, measured: quick ? 5 : 11, inARow: 5 };
  await bench.use("100k ratings", await embedded("genres"));
  for (const problem of [identity10, hybrid10, identity64, hybrid64]) await bench.epochs(problem, epochs);
  await bench.bprEpochs(10, few);
  await bench.foldIn(hybrid10, rounds);
  await bench.questions(hybrid10, few);
  await bench.visitors(hybrid10, few);
  await bench.everybody(hybrid10, few);
  await bench.calls(hybrid10, few);

  await bench.use("100k, genres and periods", await embedded("genres and periods"));
  await bench.epochs(recommended, epochs);

  await bench.use("1M users", manyUsers(1_000_000, 1_000), { inChromium: false });
  await bench.fewPairs(identity10, few);

  await bench.use("1M ratings", generate(million, 1));
  for (const problem of quick ? [identity10] : [identity10, hybrid10, identity64, hybrid64]) {
    await bench.epochs(problem, few);
  }
  if (quick) return bench.memory(10);
  await bench.foldIn(hybrid10, rounds);
  await bench.questions(hybrid10, few);
  await bench.everybody(hybrid10, few);

  await bench.use("10M ratings", generate(tenMillion, 1), { inChromium: false });
  for (const problem of [identity10, hybrid10]) await bench.epochs(problem, few);
  await bench.memory(10);
}

/** What others do at the same time makes every figure worse, if not the same for all. */
function warnWhereBusy(): void {
  const [load] = loadavg();
  if (load < processors / 4) return;
  console.warn(
    `Warning: the machine is busy (load average ${load.toFixed(2)}); figures will be worse and waver.`,
  );
}
