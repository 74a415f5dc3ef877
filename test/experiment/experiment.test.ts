import { expect, it } from "vitest";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { CancelledError } from "../../src/errors.ts";
import { runExperiment } from "../../src/experiment/experiment.ts";
import { reportOf } from "../../src/experiment/report/experimentReport.ts";
import { TimeSplit } from "../../src/experiment/TimeSplit.ts";
import { embeddedFiles, readEmbedded } from "../support/movielens.ts";

it("splits the embedded data as the article does", async () => {
  const split = new TimeSplit(await readEmbedded());
  expect([split.users, split.items]).toEqual([671, 9066]);
  expect([split.earlier.length, split.later.length]).toEqual([90_003, 10_001]);
  expect(split.users - split.currentUsers).toBe(60);
});

// Two fifths of the users, so that it is quick; quality.test.ts holds the figures of all of them.
it("learns tastes, takes new users in and says how sure it is, on a short budget", async () => {
  const catalogue = await readCatalogue(embeddedFiles(), { choices: { userShare: 0.4 } });
  const found = reportOf([await runExperiment(catalogue, { seed: 7, epochs: [5] })]);
  const { validation, popularity, fitPartial, foldIn, retrain, newUser, beyondAccuracy } = found;
  expect(validation.auc).toBeGreaterThan(0.89);
  expect(validation.precisionAt10).toBeGreaterThan(0.27);
  expect(validation.precisionAt10).toBeGreaterThan(popularity.precisionAt10 + 0.05);
  expect(fitPartial.newUsers.auc).toBeGreaterThan(0.92);
  expect(fitPartial.newUsers.precisionAt10).toBeGreaterThan(0.17);
  expect(Math.abs(fitPartial.drift)).toBeLessThan(0.01);
  expect(fitPartial.intervals.newUsers.auc.users).toBe(found.data.newUsers);
  expect(found.validationLessPopularity.precisionAt10.low).toBeGreaterThan(0);
  // Old users' next likes are often of new films, which retraining hardly learns of.
  const { likes, likesOfNewItems, hitsOfNewItems } = retrain.oldUsersHits;
  expect(likesOfNewItems / likes).toBeGreaterThan(0.1);
  expect(hitsOfNewItems).toBeLessThan(fitPartial.oldUsersHits.hitsOfNewItems);
  for (const { newUsers } of [foldIn, retrain]) expect(newUsers.auc).toBeGreaterThan(0.88);
  expect(newUser.recommended).toHaveLength(20);
  expect(newUser.recommended.filter((title) => newUser.rated.includes(title))).toEqual([]);
  expect(new Set(newUser.recommended).size).toBe(20);
  const { model, popularity: byLikes } = beyondAccuracy;
  expect(model.catalogueCoverage).toBeGreaterThan(byLikes.catalogueCoverage);
  expect(model.exposureGini).toBeLessThan(byLikes.exposureGini);
  expect(model.novelty).toBeGreaterThan(byLikes.novelty);
  expect(model.popularityLift).toBeLessThan(byLikes.popularityLift);
});

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
});
