import { beforeAll, expect, it } from "vitest";
import { type AccuracyFindings, examineAccuracy } from "../../../src/experiment/challenges/accuracy.ts";
import { measureFrontier } from "../../../src/experiment/challenges/frontier.ts";
import type { TrialData } from "../../../src/experiment/challenges/TrialData.ts";
import { Scorer } from "../../../src/model/scorer/Scorer.ts";
import { tasteTrial, trialSettings } from "../../support/tasteTrial.ts";

let data: TrialData;
let scorer: Scorer;
let found: AccuracyFindings;
beforeAll(async () => {
  data = await tasteTrial();
  const model = await data.learn({ settings: trialSettings, seed: 3, epochs: 10 });
  scorer = await Scorer.create(model, data.train);
  found = await examineAccuracy(data, scorer);
});

it("ranks tastes better than popularity, and chance at a half", () => {
  expect(found.modelLessPopularity.auc.low).toBeGreaterThan(0);
  expect(found.random.auc.low).toBeLessThan(0.5);
  expect(found.random.auc.high).toBeGreaterThan(0.5);
});

it("gives a group of all items the figures of the whole", () => {
  // All films are of 2001 but one, so their group has nearly all likes; that one's users are too few for a group.
  const [all] = found.byDecade.filter(({ name }) => name === "2000s");
  const likes = data.heldOut.indices.length;
  expect(all.likes).toBeGreaterThan(0.95 * likes);
  expect(all.auc.mean).toBeCloseTo(found.model.auc.mean, 1);
  expect(found.byPopularity.reduce((sum, group) => sum + group.likes, 0)).toBe(likes);
});

it("puts every user into one group of activity, ascending", () => {
  expect(found.byActivity.reduce((sum, { figures }) => sum + figures.auc.users, 0)).toBe(
    found.model.auc.users,
  );
  const least = found.byActivity.map(({ name }) => Number.parseInt(name, 10));
  expect(least).toEqual(least.toSorted((a, b) => a - b));
});

it("shows what controls change; at the model's own position they cost nothing", async () => {
  const frontier = await measureFrontier(data, scorer);
  const own = frontier.popularityControl.find(({ value }) => value === 0);
  expect(own?.cost).toMatchObject({ mean: 0, low: 0, high: 0 });
  expect(frontier.varietyControl[0].cost.mean).toBe(0);
  expect(frontier.popularity.serendipity.mean).toBe(0);
  const [plain, , , , varied] = frontier.varietyControl;
  expect(varied.diversity?.mean).toBeGreaterThan(plain.diversity?.mean as number);
  expect(varied.miscalibration?.mean).toBeGreaterThan(0);
});
