import { describe, expect, it } from "vitest";
import {
  bootstrapInterval,
  type Interval,
  meanPerUser,
  pairedDifference,
  verdictOn,
} from "../../src/evaluation/intervals.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

const SIMULATIONS = 2000;

/** Of many samples of users, the share whose interval holds the truth, in percent. */
function coverage(truth: number, intervalOf: (random: SeededRandom) => Interval): number {
  const random = new SeededRandom(11);
  let held = 0;
  for (let i = 0; i < SIMULATIONS; i++) {
    const { low, high } = intervalOf(random);
    if (low <= truth && truth <= high) held++;
  }
  return (100 * held) / SIMULATIONS;
}

function sample(users: number, draw: () => number): Float32Array {
  return Float32Array.from({ length: users }, draw);
}

/** Of ten films, how many a user likes, where users differ a lot: E = 0.6 / 4. */
function precisionLike(random: SeededRandom): number {
  const chance = 0.6 * random.float() ** 3;
  let hits = 0;
  for (let i = 0; i < 10; i++) if (random.float() < chance) hits++;
  return hits / 10;
}

/** Mostly near 1, a few users far below: E = 1 - 0.5 / 5. */
const aucLike = (random: SeededRandom) => 1 - 0.5 * random.float() ** 4;

/** Whether a user clicks, or has something on their list: E = 0.2. */
const yesOrNo = (random: SeededRandom) => (random.float() < 0.2 ? 1 : 0);

// Each as it is used: 1000 resamples, always of the same seed. 2000 simulations are off by half a percent.
describe("a 95% interval holds the truth in 93 to 97 of 100 samples of users", () => {
  const expectNominal = (held: number) => {
    expect(held).toBeGreaterThanOrEqual(93);
    expect(held).toBeLessThanOrEqual(97);
  };

  it.each([
    ["precision of 15 users", 15, 0.15, precisionLike],
    ["precision of 60 users", 60, 0.15, precisionLike],
    ["AUC of 30 users", 30, 0.9, aucLike],
    ["AUC of 150 users", 150, 0.9, aucLike],
    ["a share of 100 users", 100, 0.2, yesOrNo],
  ] as const)("a mean: %s", (_, users, truth, draw) => {
    expectNominal(coverage(truth, (random) => bootstrapInterval(sample(users, () => draw(random)))));
  });

  it.each([
    ["of 15 users", 15],
    ["of 60 users, as many as are new in the embedded data", 60],
  ])("a paired difference %s", (_, users) => {
    const held = coverage(0.02, (random) => {
      const own = sample(users, () => precisionLike(random));
      const better = own.map((figure) => figure + 0.02 + 0.1 * (random.float() - 0.5));
      return pairedDifference(better, own);
    });
    expectNominal(held);
  });

  it("a difference that is nil for most users and large for a few, as drift is", () => {
    // One user in five changes, by 0.1 on average.
    const change = (random: SeededRandom) => (random.float() < 0.2 ? 0.4 * random.float() - 0.1 : 0);
    expectNominal(coverage(0.02, (random) => bootstrapInterval(sample(150, () => change(random)))));
  });

  it("a mean over folds in which not every user has a figure", () => {
    const held = coverage(0.15, (random) => {
      const users = Array.from({ length: 60 }, () => 0.6 * random.float() ** 3);
      const folds = [0, 1, 2, 3, 4].map(() =>
        Float32Array.from(users, (chance) =>
          random.float() < 0.4 ? Number.NaN : chance + 0.1 * (random.float() - 0.5),
        ),
      );
      return bootstrapInterval(meanPerUser(folds));
    });
    expectNominal(held);
  });
});

it("is Student's interval where figures are symmetric", () => {
  // 0 and 1 in equal parts: the mean's standard error is 0.5 / sqrt(n - 1), and t is 1.984 for 99 degrees.
  const figures = Float32Array.from({ length: 100 }, (_, i) => i % 2);
  const { mean, low, high, users } = bootstrapInterval(figures, { resamples: 20_000 });
  expect([mean, users]).toEqual([0.5, 100]);
  expect(high - mean).toBeCloseTo((1.984 * 0.5) / Math.sqrt(99), 2);
  expect(mean - low).toBeCloseTo((1.984 * 0.5) / Math.sqrt(99), 2);
});

it("leaves users without a figure out, and says nothing on the strength of one user", () => {
  const nobody = Number.NaN;
  expect(bootstrapInterval([nobody])).toEqual({
    mean: Number.NaN,
    low: Number.NaN,
    high: Number.NaN,
    users: 0,
  });
  expect(bootstrapInterval([nobody, 0.5])).toEqual({
    mean: 0.5,
    low: Number.NaN,
    high: Number.NaN,
    users: 1,
  });
  expect(bootstrapInterval([0.5, nobody, 0.5])).toEqual({ mean: 0.5, low: 0.5, high: 0.5, users: 2 });
  expect(pairedDifference([1, nobody, 3], [1, 2, nobody]).users).toBe(1);
  expect(() => pairedDifference([1], [1, 2])).toThrow("same users");
});

it("tells a difference from noise by the pairs, even if users differ more than models do", () => {
  const random = new SeededRandom(8);
  const own = Float32Array.from({ length: 200 }, () => random.float());
  const better = own.map((figure) => figure + 0.01);
  const noisy = own.map((figure) => figure + random.float() - 0.5);
  expect(verdictOn(pairedDifference(better, own))).toBe("better");
  expect(verdictOn(pairedDifference(own, better))).toBe("worse");
  expect(verdictOn(pairedDifference(noisy, own))).toBe("within noise");
  expect(verdictOn(pairedDifference(own, own))).toBe("within noise");
  expect(verdictOn(bootstrapInterval([0.5]))).toBe("within noise");
});

it("gives the same interval for the same seed", () => {
  const figures = Float32Array.from({ length: 50 }, (_, i) => Math.sin(i));
  expect(bootstrapInterval(figures, { seed: 4 })).toEqual(bootstrapInterval(figures, { seed: 4 }));
  expect(bootstrapInterval(figures, { seed: 4 })).not.toEqual(bootstrapInterval(figures, { seed: 5 }));
});

it("averages a user's runs before users are compared", () => {
  const nobody = Number.NaN;
  const runs = [Float32Array.of(1, 0.5, nobody), Float32Array.of(0, nobody, nobody)];
  expect([...meanPerUser(runs)]).toEqual([0.5, 0.5, nobody]);
  expect([...meanPerUser([])]).toEqual([]);
});
