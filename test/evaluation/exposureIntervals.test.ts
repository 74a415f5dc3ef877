import { describe, expect, it } from "vitest";
import { catalogueCoverage, exposureGini } from "../../src/evaluation/beyondAccuracy.ts";
import {
  coverageDifference,
  coverageInterval,
  giniInterval,
} from "../../src/evaluation/exposureIntervals.ts";
import type { Interval } from "../../src/evaluation/intervals.ts";
import { jackknifeInterval } from "../../src/evaluation/jackknife.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

const ITEMS = 400;

/** Lists of five, by chance: the further down an item, the more rarely. @param power 1 for all items alike */
function chanceLists(users: number, power: number, random: SeededRandom): Int32Array[] {
  return Array.from({ length: users }, () => {
    const list = new Set<number>();
    while (list.size < 5) list.add(Math.floor(ITEMS * random.float() ** power));
    return Int32Array.from(list);
  });
}

it("is the jackknife's where no two users are shown the same, as worked out by hand", () => {
  // Users 0 to 3 are shown 1, 2, 3 and 4 items of 20 that nobody else is shown.
  const lists = [[0], [1, 2], [3, 4, 5], [6, 7, 8, 9]].map((list) => Int32Array.from(list));
  const { mean, low, high } = coverageInterval(lists, 20);
  expect(mean).toBe(0.5);
  const plain = jackknifeInterval(lists, (some) => catalogueCoverage(some, 20));
  expect(low).toBeCloseTo(plain.low, 9);
  expect(high).toBeCloseTo(plain.high, 9);
});

it("is what the figures themselves are, and no wider than the jackknife's", () => {
  const lists = chanceLists(60, 2, new SeededRandom(2));
  for (const [interval, figureOf] of [
    [coverageInterval(lists, ITEMS), catalogueCoverage],
    [giniInterval(lists, ITEMS), exposureGini],
  ] as const) {
    expect(interval).toMatchObject({ mean: figureOf(lists, ITEMS), users: 60 });
    const plain = jackknifeInterval(lists, (some) => figureOf(some, ITEMS));
    expect(interval.high - interval.low).toBeLessThan(plain.high - plain.low);
  }
});

it("says nothing on the strength of one user", () => {
  const one = [Int32Array.of(0, 1)];
  expect(coverageInterval(one, 4)).toEqual({ mean: 0.5, low: Number.NaN, high: Number.NaN, users: 1 });
  expect(giniInterval([], 4)).toMatchObject({ mean: Number.NaN, low: Number.NaN });
});

describe("holds the truth in 93 to 97 of 100 samples of users", () => {
  // From lists that often meet in the same few items to such as hardly ever do.
  const cases: [string, users: number, power: number][] = [
    ["few items shown often", 100, 4],
    ["in between", 40, 2],
    ["most items shown once or never", 40, 1],
  ];
  it.each(cases)("%s", (_, users, power) => {
    const random = new SeededRandom(3);
    const samples = Array.from({ length: 500 }, () => ({
      lists: chanceLists(users, power, random),
      others: chanceLists(users, power + 0.5, random),
    }));
    const figures: ((sample: (typeof samples)[number]) => Interval)[] = [
      ({ lists }) => coverageInterval(lists, ITEMS),
      ({ lists }) => giniInterval(lists, ITEMS),
      ({ lists, others }) => coverageDifference(lists, others, ITEMS),
    ];
    for (const figureOf of figures) {
      const intervals = samples.map(figureOf);
      // The truth is the mean over the samples.
      const truth = intervals.reduce((sum, { mean }) => sum + mean, 0) / intervals.length;
      const held = intervals.filter(({ low, high }) => low <= truth && truth <= high).length / 5;
      expect(held).toBeGreaterThanOrEqual(93);
      expect(held).toBeLessThanOrEqual(97);
    }
  });
});
