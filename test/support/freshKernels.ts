import { readdirSync, statSync } from "node:fs";
import { buildKernels } from "../../scripts/build.js";
import { root } from "../../scripts/run.js";

/** Before any test: kernels that are older than their source, as after a merge, are built anew. */
export default function freshKernels(): void {
  const changed = Math.max(...timesIn(`${root}assembly`));
  const built = timesIn(`${root}src/model/kernel`, /\.wasm$/);
  if (built.length === 2 && Math.min(...built) >= changed) return;
  if (!buildKernels()) throw new Error("The kernels could not be built; see the reason above.");
}

function timesIn(folder: string, names = /./): number[] {
  return readdirSync(folder)
    .filter((name) => names.test(name))
    .map((name) => statSync(`${folder}/${name}`).mtimeMs);
}
