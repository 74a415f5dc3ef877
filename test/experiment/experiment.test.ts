import { expect, it } from "vitest";
import { CancelledError } from "../../src/errors.ts";
import { runExperiment } from "../../src/experiment/experiment.ts";
import { reportOf } from "../../src/experiment/report/experimentReport.ts";
import { readEmbedded } from "../support/movielens.ts";

it("reaches the article's figures and more on the embedded data, on a short budget", async () => {
  const found = reportOf([await runExperiment(await readEmbedded(), { seed: 7, epochs: [5] })]);
  expect(found.data).toEqual({
    users: 671,
    items: 9066,
    interactions: 100_004,
    current: 90_003,
    new: 10_001,
    newUsers: 60,
  });
  const { validation, popularity, fitPartial, foldIn, retrain, newUser, beyondAccuracy } = found;
  expect(validation.auc).toBeGreaterThan(0.92);
  expect(validation.precisionAt10).toBeGreaterThan(0.25);
  expect(validation.precisionAt10).toBeGreaterThan(popularity.precisionAt10 + 0.05);
  expect(fitPartial.newUsers.auc).toBeGreaterThan(0.935);
  expect(fitPartial.newUsers.precisionAt10).toBeGreaterThan(0.22);
  expect(Math.abs(fitPartial.drift)).toBeLessThan(0.01);
  expect(fitPartial.intervals.newUsers.auc.users).toBe(60);
  expect(found.validationLessPopularity.precisionAt10.low).toBeGreaterThan(0);
  // Old users' next likes are often of new films, which retraining hardly learns of.
  expect(found.differences.fitPartialLessRetrain.oldUsers.precisionAt10.low).toBeGreaterThan(0);
  for (const { newUsers } of [foldIn, retrain]) expect(newUsers.auc).toBeGreaterThan(0.92);
  expect(newUser.recommended).toHaveLength(20);
  expect(newUser.recommended.filter((title) => newUser.rated.includes(title))).toEqual([]);
  expect(new Set(newUser.recommended).size).toBe(20);
  const { model, popularity: byLikes } = beyondAccuracy;
  expect(model.catalogueCoverage).toBeGreaterThan(byLikes.catalogueCoverage);
  expect(model.exposureGini).toBeLessThan(byLikes.exposureGini);
  expect(model.novelty).toBeGreaterThan(byLikes.novelty);
  expect(model.popularityLift).toBeLessThan(byLikes.popularityLift);
}, 120_000);

it("stops in whichever step it is, and has then told of those before", async () => {
  const catalogue = await readEmbedded();
  const controller = new AbortController();
  const told: string[] = [];
  const run = runExperiment(catalogue, {
    seed: 7,
    epochs: [1],
    signal: controller.signal,
    onStep: { data: () => told.push("data"), tuning: () => told.push("tuning") },
    onProgress: (task) => {
      if (task === "Training") controller.abort();
    },
  });
  await expect(run).rejects.toThrow(CancelledError);
  expect(told).toEqual(["data", "tuning"]);
}, 60_000);
