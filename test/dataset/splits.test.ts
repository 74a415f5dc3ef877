import fc from "fast-check";
import { expect, it } from "vitest";
import {
  kFolds,
  leaveLastOut,
  randomTrainTestSplit,
  timePositions,
  timeSplit,
} from "../../src/dataset/splits.ts";
import { ArgumentError } from "../../src/errors.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";

/** Every entry is told by its user. */
function numbered(length: number): Interactions {
  const users = Int32Array.from({ length }, (_, i) => i);
  return new Interactions(length, 1, users, new Int32Array(length), new Float32Array(length).fill(1));
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

it("parts interactions at random into two that make up the whole", () => {
  fc.assert(
    fc.property(fc.nat(60), share, fc.nat(), (length, testShare, seed) => {
      const all = numbered(length);
      const { train, test } = randomTrainTestSplit(all, { testShare, seed });
      expect(train.length).toBe(Math.floor((1 - testShare) * length));
      expect([...train.userIds, ...test.userIds].sort((a, b) => a - b)).toEqual([...all.userIds]);
      expect([train.users, test.users]).toEqual([length, length]);
      expect(randomTrainTestSplit(all, { testShare, seed }).test.userIds).toEqual(test.userIds);
    }),
  );
});

it("parts them by time: nothing later comes before anything earlier", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), share, (times, part) => {
      const { earlier, later } = timePositions(Float64Array.from(times), part);
      const order = [...earlier, ...later];
      expect([...order].sort((a, b) => a - b)).toEqual([...times.keys()]);
      expect(earlier.length).toBe(Math.floor(part * times.length));
      for (let i = 1; i < order.length; i++) {
        const [a, b] = [order[i - 1], order[i]];
        expect(times[a] < times[b] || (times[a] === times[b] && a < b)).toBe(true);
      }
    }),
  );
  const { earlier, later } = timeSplit(numbered(3), Float64Array.of(30, 10, 20), 0.7);
  expect([...earlier.userIds, ...later.userIds]).toEqual([1, 2, 0]);
  expect(later.users).toBe(3);
});

it("names what does not fit", () => {
  expect(() => randomTrainTestSplit(numbered(2), { testShare: 1.5, seed: 1 })).toThrow(/testShare must be/);
  expect(() => timePositions(Float64Array.of(1), -0.1)).toThrow(/^share must be from 0 to 1, not -0.1/);
  expect(() => timePositions(Float64Array.of(1, Number.NaN))).toThrow(
    /timestamps must hold numbers, but timestamps\[1\] is NaN/,
  );
  expect(() => timeSplit(numbered(2), Float64Array.of(1))).toThrow(ArgumentError);
});

it.each<[() => unknown, string]>([
  [() => randomTrainTestSplit([] as never, { seed: 1 }), "interactions must be of type Interactions"],
  [() => kFolds([] as never, { seed: 1 }), "interactions must be of type Interactions"],
  [() => timeSplit([] as never, [] as never), "interactions must be of type Interactions"],
  [() => timePositions(7 as never), "timestamps must be a list of numbers, not 7."],
  [() => timePositions(["1"] as never), 'timestamps must hold numbers, but timestamps[0] is "1".'],
  [() => timeSplit(numbered(1), 7 as never), "timestamps must be a list of numbers, not 7."],
  [() => kFolds(numbered(4), { k: 2.5, seed: 1 }), "k must be a whole number from 2 to 2147483647, not 2.5."],
  [
    () => leaveLastOut(numbered(1), Float64Array.of(1), { n: 0 }),
    "n must be a whole number from 1 to 2147483647, not 0.",
  ],
])("says what an argument must be: %#", (of, message) => {
  expect(of).toThrow(ArgumentError);
  expect(of).toThrow(message);
});

it("holds every interaction out in one of k folds", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 6, max: 40 }),
      fc.nat(),
      (k, length, seed) => {
        const all = numbered(length);
        const folds = [...kFolds(all, { k, seed })];
        expect(folds).toHaveLength(k);
        expect(folds.flatMap(({ test }) => [...test.userIds]).sort((a, b) => a - b)).toEqual([
          ...all.userIds,
        ]);
        for (const { train, test } of folds) {
          expect(train.length + test.length).toBe(length);
          expect(test.length).toBeGreaterThanOrEqual(Math.floor(length / k));
          expect(new Set([...train.userIds, ...test.userIds]).size).toBe(length);
        }
      },
    ),
  );
  expect(() => kFolds(numbered(4), { k: 5, seed: 1 })).toThrow(/at least as many as folds, 5, not 4/);
  expect(() => kFolds(numbered(4), { k: 1, seed: 1 })).toThrow(
    /k must be a whole number from 2 to .*, not 1/,
  );
});

it("leaves each user's last out, of those who have something to be known by", () => {
  const users = Int32Array.of(0, 1, 0, 0, 1, 2);
  const items = Int32Array.of(0, 1, 2, 3, 4, 5);
  const all = new Interactions(3, 6, users, items, new Float32Array(6).fill(1));
  const times = Float64Array.of(5, 9, 3, 5, 8, 1);
  const one = leaveLastOut(all, times);
  // User 0 did items 0 and 3 at the same moment: 3 stands later. User 2 did nothing else.
  expect([...one.test.itemIds]).toEqual([3, 1]);
  expect([...one.train.itemIds]).toEqual([5, 2, 0, 4]);
  expect([...leaveLastOut(all, times, { n: 2 }).test.itemIds]).toEqual([0, 3]);
  expect(() => leaveLastOut(all, Float64Array.of(1))).toThrow(/as many as the interactions/);
  expect(() => leaveLastOut(all, times, { n: 0 })).toThrow(/n must be a whole number from 1 to .*, not 0/);
});
