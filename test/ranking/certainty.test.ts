import fc from "fast-check";
import { expect, it } from "vitest";
import { CancelledError } from "../../src/errors.ts";
import { certainty } from "../../src/ranking/certainty.ts";

/** A list of what the likes that count stand for, item `i` for like `i`. */
const named = async (times: Uint8Array) => [...times.keys()].filter((like) => times[like] > 0);

it("is the share of resamples that have the item: a like counts in 1 − 1/e of them", async () => {
  const shares = await certainty([0, 1, 2, 7], 3, named, { resamples: 20_000 });
  for (const share of shares.subarray(0, 3)) expect(share).toBeCloseTo(1 - Math.exp(-1), 1);
  expect(shares[3]).toBe(0);
});

it("counts every like once a resample on average", async () => {
  let sum = 0;
  const listFor = async (times: Uint8Array) => {
    sum += times.reduce((total, each) => total + each, 0);
    return [];
  };
  await certainty([], 5, listFor, { resamples: 10_000 });
  expect(sum / 50_000).toBeCloseTo(1, 1);
});

it("is 1 for what every list has, from 0 to 1 elsewhere, and the same for the same seed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 8 }), fc.nat(), async (likes, seed) => {
      const listFor = async (times: Uint8Array) => [99, ...(await named(times))];
      const items = [99, ...Array(likes).keys()];
      const shares = await certainty(items, likes, listFor, { seed });
      expect(shares[0]).toBe(1);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      expect(await certainty(items, likes, listFor, { seed })).toEqual(shares);
    }),
  );
});

it("stops when it is told to", async () => {
  const signal = AbortSignal.abort();
  await expect(certainty([1], 2, named, { signal })).rejects.toBeInstanceOf(CancelledError);
});
