import fc from "fast-check";
import { expect, it } from "vitest";
import {
  catalogueCoverage,
  diversityPerUser,
  exposureGini,
  intraListDiversity,
  longTailShare,
  novelty,
  noveltyPerUser,
  popularityLift,
  popularityPerUser,
} from "../../src/evaluation/beyondAccuracy.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import * as slow from "../support/referenceBeyondAccuracy.ts";

const lists = [Int32Array.of(0, 1), Int32Array.of(0, 2)];
/** Four users; item 0 is known to all of them, item 3 to nobody. */
const counts = [4, 2, 1, 0];

it("agrees with figures worked out by hand", () => {
  expect(catalogueCoverage(lists, 4)).toBe(3 / 4);
  // Exposure 0, 1, 1, 2: the mean difference of the 16 pairs is 12 / 16, the mean 1.
  expect(exposureGini(lists, 4)).toBeCloseTo(12 / 16 / 2);
  expect(novelty(lists, counts, 4)).toBeCloseTo((0 + 1 + 0 + 2) / 4);
  // Seven interactions, of which items 0 and 1 hold six: the head. One of four places is the tail's.
  expect(longTailShare(lists, counts)).toBe(1 / 4);
  // Recommended 3 and 2.5 on the average, chosen 2 and 1.
  expect(popularityLift(lists, [Int32Array.of(1), Int32Array.of(2)], counts)).toBeCloseTo(5.5 / 3 - 1);
  const nobody = new Int32Array();
  // Who chose nothing is left out.
  expect(popularityLift(lists, [Int32Array.of(1), nobody], counts)).toBeCloseTo(3 / 2 - 1);
  expect([...noveltyPerUser([...lists, nobody], counts, 4)]).toEqual([1 / 2, 1, Number.NaN]);
  expect([...popularityPerUser([...lists, nobody], counts)]).toEqual([3, 2.5, Number.NaN]);
  const genres = FeatureMatrix.fromRows(
    [
      [[0, 1]],
      [
        [0, 1],
        [1, 1],
      ],
      [[1, 1]],
      [],
    ],
    2,
  );
  expect(intraListDiversity(lists, genres)).toBeCloseTo((1 - Math.SQRT1_2 + 1) / 2);
  const [alike, unlike, single] = diversityPerUser([...lists, Int32Array.of(0)], genres);
  expect([alike, unlike, single]).toEqual([expect.closeTo(1 - Math.SQRT1_2), 1, Number.NaN]);
});

it("names the argument that is wrong", () => {
  const lists = [Int32Array.of(0)];
  const counts = [1, 2];
  expect(() => novelty([Int32Array.of(7)], counts, 4)).toThrow(/^lists\[0\]/);
  expect(() => popularityLift(lists, [Int32Array.of(7)], counts)).toThrow(/^chosen\[0\]/);
  expect(() => popularityLift(lists, [], counts)).toThrow(
    "chosen must be of the same users as lists, 1, not of 0.",
  );
});

it("calls equal exposure 0, and everything to one item nearly 1", () => {
  const [some, many] = [fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 60 })];
  fc.assert(
    fc.property(some, many, (times, items) => {
      const all = Int32Array.from({ length: items }, (_, item) => item);
      expect(exposureGini(Array(times).fill(all), items)).toBeCloseTo(0);
    }),
  );
  expect(exposureGini([Int32Array.of(0)], 1000)).toBeCloseTo(0.999);
});

it("agrees with the plain metrics on any lists", () => {
  const problem = fc.integer({ min: 2, max: 12 }).chain((items) =>
    fc.record({
      items: fc.constant(items),
      counts: fc.array(fc.nat(20), { minLength: items, maxLength: items }),
      lists: fc.array(fc.uniqueArray(fc.nat(items - 1), { minLength: 2 }), { minLength: 1, maxLength: 6 }),
      labels: fc.array(fc.uniqueArray(fc.nat(3)), { minLength: items, maxLength: items }),
    }),
  );
  fc.assert(
    fc.property(problem, ({ items, counts, lists, labels }) => {
      fc.pre(counts.some((count) => count > 0));
      const typed = lists.map((list) => Int32Array.from(list));
      const rows = labels.map((row) => row.map((column) => [column, 1] as const));
      expect(catalogueCoverage(typed, items)).toBeCloseTo(slow.catalogueCoverage(lists, items));
      expect(exposureGini(typed, items)).toBeCloseTo(slow.exposureGini(lists, items));
      expect(novelty(typed, counts, 20)).toBeCloseTo(slow.novelty(lists, counts, 20));
      expect(longTailShare(typed, counts)).toBeCloseTo(slow.longTailShare(lists, counts));
      expect(intraListDiversity(typed, FeatureMatrix.fromRows(rows, 4))).toBeCloseTo(
        slow.intraListDiversity(lists, labels),
      );
    }),
  );
});
