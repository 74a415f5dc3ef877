import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Golden, replay } from "../test/support/golden.ts";

const TOLERANCE = 1e-3;

const folders = process.argv.slice(2);
const missing = folders.find((folder) => !existsSync(folder));
if (missing !== undefined) {
  console.error(`There is no folder ${missing}.`);
  process.exit(2);
}
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name)),
);
if (files.length === 0) {
  console.error("Usage: npm run parity -- DIR…   (folders of golden files; no .json file was found)");
  process.exit(2);
}

let failed = 0;
for (const file of files) {
  const golden = JSON.parse(readFileSync(file, "utf8")) as Golden;
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
