import { expect, it } from "vitest";
import { bootstrapInterval } from "../../src/evaluation/intervals.ts";
import { proportionInterval } from "../../src/evaluation/proportion.ts";
import { mean } from "../../src/evaluation/rankMetrics.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

const of = (so: number, users: number) =>
  proportionInterval(Float32Array.from({ length: users }, (_, user) => (user < so ? 1 : 0)));

it("is Wilson's interval, as worked out by hand", () => {
  // With z² = 3.8415: of 5 among 10 the centre is a half, the half width √(0.25 · 3.8415 / 10 + 0.192²) / 1.384 = 0.263.
  expect(of(5, 10)).toEqual({
    mean: 0.5,
    low: expect.closeTo(0.2366, 4),
    high: expect.closeTo(0.7634, 4),
    users: 10,
  });
  // Of nobody it reaches from 0 to z² / (n + z²).
  expect(of(0, 100)).toMatchObject({ mean: 0, high: expect.closeTo(3.8415 / 103.8415, 4) });
  expect(of(0, 100).low).toBeCloseTo(0, 9);
  expect(of(100, 100).low).toBeCloseTo(100 / 103.8415, 4);
  expect(proportionInterval(Float32Array.of(1, Number.NaN, 0))).toMatchObject({ mean: 0.5, users: 2 });
  expect(of(0, 0).mean).toBeNaN();
});

it("takes nothing but yes, no and unknown", () => {
  for (const figure of [-1, 1.5]) {
    expect(() => proportionInterval(Float32Array.of(1, figure))).toThrow(`1, 0 or NaN, not ${figure}`);
  }
  // It would hold equal figures once; the mean of one was NaN.
  const set = new Set([0, 1]) as unknown as Float32Array;
  for (const of of [proportionInterval, bootstrapInterval, mean]) {
    expect(() => of(set)).toThrow("figures must be an array, not a value of type Set.");
  }
});

it.each([0.05, 0.2])("holds a share of %d in 93 to 97 of 100 samples of 100 users", (share) => {
  const random = new SeededRandom(2);
  let held = 0;
  for (let i = 0; i < 2000; i++) {
    const { low, high } = proportionInterval(
      Float32Array.from({ length: 100 }, () => (random.float() < share ? 1 : 0)),
    );
    if (low <= share && share <= high) held++;
  }
  expect(held / 20).toBeGreaterThanOrEqual(93);
  expect(held / 20).toBeLessThanOrEqual(97);
});
