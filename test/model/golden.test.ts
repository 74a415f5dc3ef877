import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Golden, replay } from "../support/golden.ts";

const TOLERANCE = 1e-3;
/** Every loss, both schedules, with and without features: four of the problems beside the checkout, rounded. */
const FIXTURES = new URL("../fixtures/golden/", import.meta.url);
/** All of them, where the checkout stands beside that folder. */
const BESIDE = new URL("../../../shared/golden/", import.meta.url);

function replayAll(folder: URL): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    it(name, async () => {
      const golden = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Golden;
      const deviations = await replay(golden);
      for (const [what, deviation] of Object.entries(deviations)) {
        expect(deviation, what).toBeLessThan(TOLERANCE);
      }
    });
  }
}

describe("LightFM's own epochs, replayed on the kernel", () => replayAll(FIXTURES));

describe("all of LightFM's epochs in shared/golden", () => {
  if (existsSync(BESIDE)) replayAll(BESIDE);
  else it.skip("shared/golden is not beside this checkout, so its problems are not replayed");
});
