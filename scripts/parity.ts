import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Golden, replay } from "../test/support/golden.ts";
import { provideKernels } from "./build.js";
import { giveUp } from "./run.js";

const TOLERANCE = 1e-3;

const folders = process.argv.slice(2);
const missing = folders.find((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory());
if (missing !== undefined) giveUp(`There is no folder ${missing}.`, 2);
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name)),
);
if (files.length === 0) {
  giveUp("Usage: npm run parity -- DIR…   (folders of golden files; no .json file was found)", 2);
}

provideKernels();
let failed = 0;
for (const file of files) {
  const golden = read(file);
  const deviations = await replay(golden);
  const worst = Math.max(...Object.values(deviations));
  const verdict = worst <= TOLERANCE ? "ok" : "FAILED";
  if (worst > TOLERANCE) failed++;
  const parts = Object.entries(deviations).map(
    ([what, deviation]) => `${what} ${deviation.toExponential(1)}`,
  );
  console.log(`${verdict.padEnd(6)} ${worst.toExponential(2)}  ${golden.name}  (${parts.join(", ")})`);
}
console.log(`${files.length - failed} of ${files.length} within ${TOLERANCE} of LightFM`);
process.exit(failed === 0 ? 0 : 1);

function read(file: string): Golden {
  try {
    const golden = JSON.parse(readFileSync(file, "utf8")) as Golden;
    if (golden.initialState && golden.epochs) return golden;
  } catch {
    // What is not JSON is not a golden file either.
  }
  return giveUp(`${file} is not a file of golden epochs.`, 2);
}
