import { describe, expect, it } from "vitest";
import { popularityLift } from "../../src/evaluation/beyondAccuracy.ts";
import type { Interval } from "../../src/evaluation/intervals.ts";
import { jackknifeInterval } from "../../src/evaluation/jackknife.ts";
import { homogeneity } from "../../src/experiment/challenges/homogeneity.ts";
import { detectionOf } from "../../src/experiment/challenges/shilling/detector.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

const meanOf = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;

it("of a mean is its standard error times Student's quantile, as worked out by hand", () => {
  // 0 to 19: the variance is 35, the standard error √(35 / 20), and Student's quantile of 19 degrees 2.093.
  const { mean, low, high, users } = jackknifeInterval([...Array(20).keys()], meanOf);
  expect([mean, users]).toEqual([9.5, 20]);
  expect(high - mean).toBeCloseTo(2.093 * Math.sqrt(35 / 20), 2);
  expect(mean - low).toBeCloseTo(high - mean, 9);
});

it("does not reach beyond what the figure can be", () => {
  const { low, high } = jackknifeInterval([0, 0, 0, 1], meanOf, { from: 0, to: 1 });
  // A standard error of a quarter, times 3.2: from −0.5 to 1.05.
  expect([low, high]).toEqual([0, 1]);
  expect(jackknifeInterval([0, 0, 0, 1], meanOf).low).toBeLessThan(0);
});

it("says nothing on the strength of one user, or of a figure that nobody has", () => {
  expect(jackknifeInterval([3], meanOf)).toEqual({ mean: 3, low: Number.NaN, high: Number.NaN, users: 1 });
  expect(jackknifeInterval([1, 2], () => Number.NaN)).toMatchObject({ mean: Number.NaN, low: Number.NaN });
});

/** Lists of five of 400 items, by chance: the further down an item, the more rarely. */
function chanceLists(users: number, random: SeededRandom): Int32Array[] {
  return Array.from({ length: users }, () => {
    const list = new Set<number>();
    while (list.size < 5) list.add(Math.floor(400 * random.float() ** 4));
    return Int32Array.from(list);
  });
}

describe("a 95% interval holds the truth in 93 to 97 of 100 samples of users", () => {
  const chance = new SeededRandom(3);
  const samples = Array.from({ length: 500 }, () => chanceLists(40, chance));
  // The truth is the mean over the samples.
  const held = (figureOf: (lists: Int32Array[]) => Interval) => {
    const intervals = samples.map(figureOf);
    const truth = meanOf(intervals.map(({ mean }) => mean));
    return (100 * intervals.filter(({ low, high }) => low <= truth && truth <= high).length) / samples.length;
  };
  const expectNominal = (share: number) => {
    expect(share).toBeGreaterThanOrEqual(93);
    expect(share).toBeLessThanOrEqual(97);
  };
  const counts = Array.from({ length: 400 }, (_, item) => 400 - item);

  it.each<[string, (lists: Int32Array[]) => Interval]>([
    ["how alike lists are", homogeneity],
    [
      "how much more popular lists are than profiles",
      (lists) => {
        const users = lists
          .slice(0, 20)
          .map((list, user) => ({ list, own: lists[20 + user].subarray(0, 2) }));
        return jackknifeInterval(users, (some) =>
          popularityLift(
            some.map(({ list }) => list),
            some.map(({ own }) => own),
            counts,
          ),
        );
      },
    ],
  ])("%s", (_, figureOf) => {
    expectNominal(held(figureOf));
  });

  it("how well a detector does", () => {
    const random = new SeededRandom(5);
    const samples = Array.from({ length: 500 }, () =>
      detectionOf(
        Float64Array.from({ length: 120 }, (_, user) => random.float() + (user < 20 ? 0.4 : 0)),
        (user) => user < 20,
      ),
    );
    // An attacker is ahead by 0.4: the chance that one number from 0 to 1 and 0.4 exceeds another is 1 - 0.6² / 2.
    const truth = 1 - 0.6 ** 2 / 2;
    const holding = samples.filter(({ auc: { low, high } }) => low <= truth && truth <= high);
    expectNominal(holding.length / 5);
  });
});
