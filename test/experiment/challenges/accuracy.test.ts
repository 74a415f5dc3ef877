import { beforeAll, expect, it } from "vitest";
import {
  type AccuracyFindings,
  byActivity,
  byPopularity,
  byUserFeature,
  examineAccuracy,
  itemGroups,
} from "../../../src/experiment/challenges/accuracy.ts";
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

it("means over the users of each age and gender, without groups of fewer than ten", () => {
  // Twelve women, ten of them young and two old, and eleven young men; the last woman has no held-out like.
  const who = (feature: string, users: number) => Array.from({ length: users }, () => feature);
  const genders = [...who("gender: F", 12), ...who("gender: M", 11)];
  const userFeatures = genders.map((gender, user) => [gender, user < 2 ? "age: 60" : "age: 25"]);
  const auc = Float32Array.from(genders, (_, user) => (user < 2 ? 0.25 : user < 12 ? 0.5 : 1));
  auc[11] = Number.NaN;
  const perUser = { auc, precisionAt10: auc.map((one) => one / 2), ndcgAt10: auc };
  const groups = byUserFeature({ catalogue: { userFeatures } }, perUser);
  expect(groups.map(({ name, figures }) => [name, figures.auc.users])).toEqual([
    ["age: 25", 20],
    ["gender: F", 11],
    ["gender: M", 11],
  ]);
  const [young, women, men] = groups.map(({ figures }) => figures);
  // Nine young women at a half and eleven men at 1; two old women at a quarter beside the nine.
  expect(young.auc.mean).toBeCloseTo((9 * 0.5 + 11) / 20, 6);
  expect(women.auc.mean).toBeCloseTo((2 * 0.25 + 9 * 0.5) / 11, 6);
  expect(women.precisionAt10.mean).toBeCloseTo(women.auc.mean / 2, 6);
  expect(men.auc).toMatchObject({ mean: 1, low: 1, high: 1 });
  expect(byUserFeature({ catalogue: { userFeatures: null } }, perUser)).toEqual([]);
});

it("parts users by how much is known of them, and items by how liked they are, as worked out by hand", () => {
  // Users 0 to 3 have 3, 1, 2 and 9 likes: a quarter each.
  const liked = { indptr: Int32Array.of(0, 3, 4, 6, 15), indices: new Int32Array(15) };
  const auc = Float32Array.of(0.5, 0.25, 1, Number.NaN);
  const groups = byActivity({ users: 4, liked }, { auc, precisionAt10: auc, ndcgAt10: auc });
  expect(groups.map(({ name, figures }) => [name, figures.auc.mean])).toEqual([
    ["1 to 1 likes", 0.25],
    ["2 to 2 likes", 1],
    ["3 to 3 likes", 0.5],
    ["9 to 9 likes", Number.NaN],
  ]);
  // Of ten likes item 1 has the first five, item 0 the next three, and items 2 and 3 one each: the first, the third and
  // the last fifth. Ten users like each of them in test, and it stands 1st, 11th, 12th and 13th.
  const users = Array.from({ length: 10 }, (_, user) => user);
  const ranks = {
    items: 20,
    trainCounts: new Int32Array(10),
    test: {
      indptr: Int32Array.from({ length: 11 }, (_, user) => 4 * user),
      indices: Int32Array.from(users.flatMap(() => [1, 0, 2, 3])),
    },
    ranks: Float32Array.from(users.flatMap(() => [0, 10, 11, 12])),
  };
  const kinds = byPopularity({ likes: Float32Array.of(3, 5, 1, 1) }, ranks);
  expect(kinds.map(({ name, likes, recallAt10 }) => [name, likes, recallAt10.mean])).toEqual([
    ["most liked", 10, 1],
    ["3rd fifth", 10, 0],
    ["least liked", 20, 0],
  ]);
  // Of 16 other items nine stand above the last three likes, the first like aside.
  expect(kinds.map(({ auc }) => auc.mean)).toEqual([1, 1 - 9 / 16, 1 - 9 / 16]);
});

it("counts likes, AUC and recall of items of a kind, each user once", () => {
  // Ten users with a like each of item 0, which stands first, and of item 1, which stands 13th; one with item 0 alone.
  const users = Array.from({ length: 10 }, (_, user) => user);
  const ranks = {
    items: 20,
    test: {
      indptr: Int32Array.of(0, ...users.map((user) => 2 * (user + 1)), 21),
      indices: Int32Array.of(...users.flatMap(() => [0, 1]), 0),
    },
    trainCounts: new Int32Array(11).fill(1),
    ranks: Float32Array.of(...users.flatMap(() => [0, 12]), 9),
  };
  const labels = [["Drama"], ["Noir", "Crime"], ["War"], ...Array(17).fill([])];
  const groups = itemGroups(ranks, labels);
  expect(groups.map(({ name, likes }) => [name, likes])).toEqual([
    ["Drama", 11],
    ["Noir", 10],
    ["Crime", 10],
  ]);
  const [drama, noir] = groups;
  // The last user has 20 - 1 - 1 = 18 other items, 9 of which stand above.
  expect(drama.auc.mean).toBeCloseTo((10 * 1 + (1 - 9 / 18)) / 11, 6);
  expect(drama.recallAt10.mean).toBe(1);
  // Of 20 - 2 - 1 = 17 other items, 12 less the like that stands first are above.
  expect(noir.auc.mean).toBeCloseTo(1 - 11 / 17, 6);
  expect(noir.recallAt10.mean).toBe(0);
});

it("shows what controls change; at the model's own position they cost nothing", async () => {
  const frontier = await measureFrontier(data, scorer);
  const own = frontier.popularityControl.find(({ value }) => value === 0);
  const nothing = { mean: 0, low: 0, high: 0 };
  expect(own).toMatchObject({ precisionChange: nothing, diversityChange: nothing });
  expect(frontier.varietyControl[0].precisionChange.mean).toBe(0);
  expect(frontier.popularity.serendipity.mean).toBe(0);
  const [plain, , , , varied] = frontier.varietyControl;
  expect(varied.diversity?.mean).toBeGreaterThan(plain.diversity?.mean as number);
  expect(varied.diversityChange?.low).toBeGreaterThan(0);
  expect(varied.miscalibration?.mean).toBeGreaterThan(0);
});
