import fc from "fast-check";
import { expect, it } from "vitest";
import type { DriftPoint } from "../../../src/features/newUsers/api.ts";
import { driftColumns } from "../../../src/features/newUsers/page/comparison/driftOptions.ts";
import { aboutDrift } from "../../../src/features/newUsers/page/comparison/words.ts";
import { extentOf } from "../../../src/features/newUsers/page/intervals/extentOf.ts";
import { difference } from "../../../src/features/newUsers/page/intervals/words.ts";

const interval = (low: number, high: number) => ({ mean: (low + high) / 2, low, high, users: 60 });
const point = (interactions: number, low: number, high: number): DriftPoint => ({
  interactions,
  time: Date.UTC(2016, 0, 2) / 1000,
  drift: { auc: interval(0, 0), precisionAt10: interval(low, high) },
});

it("says of a difference whether it is within noise", () => {
  expect(difference(interval(-0.002, 0.006))).toBe("+0.0020 (−0.0020 to +0.0060), within noise");
  expect(difference(interval(0.002, 0.06))).toBe("+0.031 (+0.002 to +0.060)");
  expect(difference(interval(0, 0))).toBe("0.0000 (0.0000 to 0.0000)");
  expect(difference({ mean: 0.1, low: Number.NaN, high: Number.NaN, users: 1 })).toBe("+0.100");
});

it("asks for retraining only where the loss is above the limit and beyond noise", () => {
  const noisy = point(1000, -0.02, 0.004);
  const sure = point(2000, -0.014, -0.002);
  expect(aboutDrift([noisy, sure], 0.005)).toMatch(
    /^Retrain after about 2,000 new ratings \(here on 2 January/,
  );
  expect(aboutDrift([noisy, sure], 0.015)).toBe(
    "No need to retrain yet: after 2,000 new ratings inactive users’ precision at 10 changed by −0.008 (−0.014 to −0.002).",
  );
  expect(aboutDrift([noisy], 0.005)).toMatch(
    /^A loss beyond your limit is neither shown nor ruled out: .*within noise\.$/,
  );
  expect(driftColumns({ course: [noisy, sure] })).toEqual([
    [0, 1000, 2000],
    [0, 0.004, -0.002],
    [0, -0.02, -0.014],
    [0, -0.008, -0.008],
  ]);
});

it("keeps every mark of a row on its axis", () => {
  // Between the smallest numbers that there are, nothing has room.
  const finite = fc.double({ min: -1, max: 1, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(finite, finite, fc.array(finite)), { minLength: 1 }),
      fc.boolean(),
      (drawn, zero) => {
        const rows = drawn.map(([a, b, points]) => ({
          name: "",
          interval: interval(Math.min(a, b), Math.max(a, b)),
          points,
        }));
        const [from, to] = extentOf(rows, zero);
        for (const value of [...drawn.flatMap(([a, b, points]) => [a, b, ...points]), ...(zero ? [0] : [])]) {
          expect(value).toBeGreaterThan(from);
          expect(value).toBeLessThan(to);
        }
      },
    ),
    { numRuns: 50 },
  );
  expect(extentOf([], false)).toEqual([0, 1]);
});
