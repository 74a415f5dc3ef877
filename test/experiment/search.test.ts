import { expect, it } from "vitest";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { CancelledError } from "../../src/errors.ts";
import type { ModelSettings } from "../../src/experiment/defaults.ts";
import { type SearchStep, search } from "../../src/experiment/search.ts";
import { TimeSplit } from "../../src/experiment/TimeSplit.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../support/tasteFiles.ts";

/** Too slow a learner: nearly any other settings are better. */
const base: ModelSettings = {
  hyperparameters: { loss: "warp", noComponents: 8, learningRate: 1e-6 },
  featureWeights: { users: 1, items: 1 },
};

async function begin() {
  const split = new TimeSplit(await readCatalogue([ratingsFile(tasteRatings), filmsFile()]));
  return { split, validation: split.validation(3) };
}

it("finds better settings than those it began with, and keeps to its budget", async () => {
  const { split, validation } = await begin();
  const steps: SearchStep[] = [];
  for await (const step of search(split, validation, base, { seed: 3, seconds: 60, epochs: 9 })) {
    steps.push(step);
    if (steps.length === 30) break;
  }
  const first = steps.filter(({ trial }) => trial.number === 1).map(({ trial }) => trial);
  expect(first[0].settings).toEqual(base);
  // What it begins with is compared on every rung, at the same epochs as what beats it.
  expect(first.map(({ epochs }) => epochs)).toEqual([1, 3, 9]);
  const { best } = steps[steps.length - 1];
  expect(best.epochs).toBe(9);
  expect(best.auc).toBeGreaterThan(first[2].auc + 0.02);
  expect(steps.every(({ trial }) => trial.settings.featureWeights.users === 1)).toBe(true);

  const none: SearchStep[] = [];
  for await (const step of search(split, validation, base, { seed: 3, seconds: 0, epochs: 1_000_000 }))
    none.push(step);
  expect(none).toEqual([]);
});

it("stops where it is told to", async () => {
  const { split, validation } = await begin();
  const signal = AbortSignal.abort();
  const run = search(split, validation, base, { seed: 3, seconds: 60, epochs: 1_000_000, signal }).next();
  await expect(run).rejects.toThrow(CancelledError);
});
