import { readFileSync } from "node:fs";
import { FeatureMatrix } from "../src/matrix/FeatureMatrix.ts";
import { SeededRandom } from "../src/matrix/random.ts";
import { checkHyperparameters } from "../src/model/hyperparameters.ts";
import { FeatureTable, type Side } from "../src/model/memory/FeatureTable.ts";
import type { KernelExports } from "../src/model/memory/Kernel.ts";
import { TrainingMemory } from "../src/model/memory/TrainingMemory.ts";
import { RECOMMENDED } from "../src/model/recommended.ts";
import { CHUNK } from "../src/model/threads/visitClaims.js";
import { embedded } from "./embedded.ts";

// Two builds of the kernel take turns on one memory, chunk by chunk: `npx tsx bench/turns.ts A.wasm B.wasm [EPOCHS]`
// prints the nanoseconds of a visit. Whatever else the machine does falls on both, so that a hundredth can be told. Both
// must read the memory as this source lays it out.

const [fileA, fileB, epochs = "14"] = process.argv.slice(2);
/** By then the tables are as they are for most of a training. */
const EPOCHS_BEFORE = 4;
const QUANTILES = [0.1, 0.25, 0.5];

const workloads = {
  "identity k=10": { features: null, hyper: { noComponents: 10 } },
  "hybrid k=10": { features: "genres", hyper: { noComponents: 10 } },
  "hybrid k=64": { features: "genres", hyper: { noComponents: 64 } },
  recommended: { features: "genres and periods", hyper: RECOMMENDED },
} as const;

const modules = await Promise.all([fileA, fileB].map((file) => WebAssembly.compile(readFileSync(file))));
for (const [name, { features, hyper: options }] of Object.entries(workloads)) {
  const { interactions, itemFeatures } = await embedded(features ?? "genres");
  const hyper = checkHyperparameters({ ...options, loss: "warp" });
  const random = new SeededRandom(1);
  const table = (side: Side, count: number) =>
    FeatureTable.begin(side, hyper.noComponents, hyper.learningSchedule).grown(count, random);
  const data = {
    interactions,
    userFeatures: FeatureMatrix.identity(interactions.users),
    itemFeatures: features ? itemFeatures : FeatureMatrix.identity(interactions.items),
  };
  const tables = {
    users: table("user", data.userFeatures.features),
    items: table("item", data.itemFeatures.features),
  };
  const memory = await TrainingMemory.create(hyper, tables, data);
  const { plans, kernel } = memory;
  const builds = modules.map((module) => {
    const { exports } = new WebAssembly.Instance(module, { env: { memory: kernel.memory } });
    return exports as unknown as KernelExports;
  });
  const taken: number[][] = [[], []];
  let turn = 0;
  for (let epoch = 0; epoch < Number(epochs); epoch++) {
    if (epoch > 0) await memory.rearrange();
    memory.beginEpoch([{ shuffle: BigInt(epoch + 1), sampler: epoch + 1 }]);
    memory.beginPart();
    for (let from = 0, i = 0; from + CHUNK <= memory.length; from += CHUNK, i++) {
      // Each has one of every two chunks; which of them is left to chance.
      turn = i % 2 === 1 ? 1 - turn : random.below(2);
      const { warp, exchange } = builds[turn];
      const began = process.hrtime.bigint();
      warp(plans[0], from, from + CHUNK);
      exchange(plans[0]);
      const nanoseconds = Number(process.hrtime.bigint() - began);
      if (epoch >= EPOCHS_BEFORE) taken[turn].push(nanoseconds / CHUNK);
    }
    memory.endEpoch();
  }
  const [a, b] = taken.map((times) => {
    times.sort((x, y) => x - y);
    return QUANTILES.map((quantile) => times[Math.floor(quantile * times.length)]);
  });
  const columns = QUANTILES.map((quantile, i) => {
    const difference = (100 * (b[i] / a[i] - 1)).toFixed(1);
    return `${100 * quantile}%: ${a[i].toFixed(0)}, ${b[i].toFixed(0)} (${difference}%)`;
  });
  console.log(`${name.padEnd(14)} ${columns.join("   ")}`);
}
