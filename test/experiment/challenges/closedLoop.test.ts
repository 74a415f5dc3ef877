import { expect, it } from "vitest";
import { CancelledError } from "../../../src/errors.ts";
import {
  clickedOn,
  examination,
  likesFound,
  mistakenClicks,
  reWeighted,
} from "../../../src/experiment/challenges/clicks.ts";
import { runClosedLoop } from "../../../src/experiment/challenges/closedLoop.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { tasteTrial, trialSettings } from "../../support/tasteTrial.ts";

it("clicks by place and by taste", () => {
  const random = new SeededRandom(5);
  const items = Int32Array.of(10, 11, 12, 13);
  const shown = new Float64Array(4).fill(1);
  const clicks = new Map<number, number>();
  const runs = 20_000;
  for (let i = 0; i < runs; i++) {
    for (const { item } of clickedOn(0, items, shown, new Set([10, 12]), random)) {
      clicks.set(item, (clicks.get(item) ?? 0) + 1);
    }
  }
  // Liked: 0.9 of the looks; not liked: 0.1. Place i is looked at with chance 1 / i.
  const expected = [0.9, 0.1 / 2, 0.9 / 3, 0.1 / 4];
  for (const [i, share] of expected.entries()) {
    expect((clicks.get(10 + i) ?? 0) / runs).toBeCloseTo(share, 1.7);
  }
  expect(examination(3)).toBe(1 / 4);
});

it("weighs clicks by one over their propensity, clipped, and together as much as their number", () => {
  const none = new Interactions(2, 5, new Int32Array(), new Int32Array(), new Float32Array());
  const clicks = [
    { user: 0, item: 1, propensity: 1 },
    { user: 1, item: 2, propensity: 0.5 },
    { user: 1, item: 3, propensity: 0.001 },
  ];
  expect([...(reWeighted(none, clicks, false).weights ?? [])]).toEqual([1, 1, 1]);
  // 1, 2 and 5 (clipped), over their mean of 8 / 3.
  const weights = reWeighted(none, clicks, true).weights as Float32Array;
  for (const [i, weight] of [3 / 8, 6 / 8, 15 / 8].entries()) expect(weights[i]).toBeCloseTo(weight);
  expect(reWeighted(none, [], true)).toHaveLength(0);
});

it("counts clicks on what is liked and the share of those that are not, user by user", () => {
  // User 0 likes items 1 and 2, user 1 item 0, user 2 nothing, user 3 item 4.
  const taste = { indptr: Int32Array.of(0, 2, 3, 3, 4), indices: Int32Array.of(1, 2, 0, 4) };
  const clicks = [
    [0, 1],
    [0, 3],
    [0, 4],
    [1, 0],
    [2, 1],
  ].map(([user, item]) => ({ user, item, propensity: 1 }));
  // Two of user 0's three are mistaken, none of user 1's; user 2 has nothing to like, and user 3 clicks on nothing.
  const [first, ...others] = mistakenClicks(clicks, taste);
  expect(first).toBeCloseTo(2 / 3, 6);
  expect(others).toEqual([0, Number.NaN, Number.NaN]);
  expect([...likesFound(clicks, taste)]).toEqual([1, 1, 0, 0]);
});

it("runs the same rounds for the same seed, and exploration shows more of the catalogue", async () => {
  const data = await tasteTrial();
  const settings = { rounds: 3, users: 60, exploration: 0.5, epochs: 5 };
  const found = await runClosedLoop(data, trialSettings, settings);
  expect(await runClosedLoop(data, trialSettings, settings)).toEqual(found);
  const [asIs, exploration, , , independent] = found.policies;
  expect(found.policies.every(({ rounds }) => rounds.length === 3)).toBe(true);
  expect(asIs.foundLessAsIs).toMatchObject({ mean: 0, low: 0, high: 0 });
  expect(exploration.rounds[0].gini.mean).toBeLessThan(asIs.rounds[0].gini.mean);
  expect(asIs.rounds[0].precision.mean).toBeGreaterThan(0.2);
  // Before anything is learnt, policies that show the same differ in nothing.
  expect(independent.rounds[0]).toEqual(asIs.rounds[0]);
  // The yardstick does not differ from itself; the others differ by what their last rounds do.
  const nothing = { mean: 0, low: 0, high: 0 };
  expect(independent.endLessIndependent).toMatchObject({ coverage: nothing, homogeneity: nothing });
  expect(independent.foundLessIndependent.mixed).toMatchObject(nothing);
  expect(asIs.endLessIndependent.coverage.mean).toBeCloseTo(
    asIs.rounds[2].coverage.mean - independent.rounds[2].coverage.mean,
  );
  expect(asIs.foundLessIndependent.mixed.mean).toBeCloseTo(
    asIs.foundByTaste.mixed.mean - independent.foundByTaste.mixed.mean,
  );
});

it("stops where it is told to", async () => {
  const run = runClosedLoop(await tasteTrial(), trialSettings, {}, { signal: AbortSignal.abort() });
  await expect(run).rejects.toThrow(CancelledError);
});
