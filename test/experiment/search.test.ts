import { expect, it } from "vitest";
import { readCatalogue } from "../../src/dataset/readCatalogue.ts";
import { CancelledError } from "../../src/errors.ts";
import type { ModelSettings } from "../../src/experiment/defaults.ts";
import { type Climber, Ladder } from "../../src/experiment/Ladder.ts";
import { type SearchStep, search } from "../../src/experiment/search.ts";
import { TimeSplit } from "../../src/experiment/TimeSplit.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../support/tasteFiles.ts";

/** Too slow a learner: nearly any other settings are better. */
const base: ModelSettings = {
  hyperparameters: { loss: "warp", noComponents: 8, learningRate: 1e-6 },
  featureWeights: { users: 1, items: 1 },
};

function climber(number: number, epochs: number, auc: number): Climber {
  const trial = { number, settings: base, epochs, auc, precisionAt10: 0, ndcgAt10: 0, seconds: 0 };
  return { trial, model: new LightFM() };
}

it("lets the best third of a rung go on, each once", () => {
  const ladder = new Ladder(27);
  expect(ladder.epochsAbove(climber(1, 0, 0))).toBe(3);
  const figures = [0.5, 0.9, 0.6, 0.7, 0.8, 0.4];
  for (const [i, auc] of figures.slice(0, 2).entries()) ladder.add(climber(i, 3, auc));
  expect(ladder.next()).toBeUndefined();
  for (const [i, auc] of figures.slice(2).entries()) ladder.add(climber(i + 2, 3, auc));
  const [first, second] = [ladder.next(), ladder.next()];
  expect([first?.trial.number, second?.trial.number]).toEqual([1, 4]);
  expect(ladder.next()).toBeUndefined();
  expect(ladder.epochsAbove(first as Climber)).toBe(9);
  // The best is looked for among those that have come farthest, whatever the others reach below.
  expect(ladder.add(climber(1, 9, 0.3)).number).toBe(1);
  expect(ladder.add(climber(4, 9, 0.35)).number).toBe(4);
  expect(ladder.add(climber(7, 3, 1)).number).toBe(4);
});

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
  const [{ trial: first }] = steps;
  // What it begins with comes to the top before anything else is tried.
  expect(steps.slice(0, 3).map(({ trial }) => [trial.number, trial.epochs])).toEqual([
    [1, 1],
    [1, 3],
    [1, 9],
  ]);
  const { best } = steps[steps.length - 1];
  expect(first.settings).toEqual(base);
  expect(steps.every(({ trial }) => trial.settings.featureWeights.users === 1)).toBe(true);
  expect(best.epochs).toBe(9);
  expect(best.auc).toBeGreaterThan(steps[2].trial.auc + 0.02);

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
