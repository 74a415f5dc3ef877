import { expect, it } from "vitest";
import { pooledDifference, pooledShare, type UserCases } from "../../src/evaluation/pooledShare.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

it("is the jackknife of a ratio, as worked out by hand", () => {
  // Four users of ten cases each are worth four users; differences of shares are 0.1, 0.1, 0.3 and 0.3.
  const users = [3, 3, 5, 5].map((hits) => ({ cases: 10, hits }));
  const { mean, low, high } = pooledDifference(users, [2, 2, 2, 2]);
  expect(mean).toBeCloseTo(0.2, 9);
  // Of a mean of equal users it is the standard error, √(0.04 / 3 / 4), times Student's quantile of 3 degrees, 3.18.
  expect((high - low) / 2 / Math.sqrt(0.04 / 3 / 4)).toBeCloseTo(3.1, 1);
  const share = pooledShare(users);
  expect([share.mean, share.users]).toEqual([0.4, 4]);
  expect(share.low).toBeLessThan(0.4);
  expect(share.high).toBeGreaterThan(0.4);
});

it("says nothing on the strength of one or two users", () => {
  const none = { low: Number.NaN, high: Number.NaN };
  expect(pooledShare([])).toMatchObject({ mean: Number.NaN, ...none });
  const most = { cases: 95, hits: 40 };
  const few = Array.from({ length: 5 }, () => ({ cases: 1, hits: 0 }));
  expect(pooledShare([most, ...few])).toMatchObject({ mean: 0.4, users: 6, ...none });
});

it("has Wilson's interval where nobody has a hit, all are hits, or one user has them all", () => {
  const few = Array.from({ length: 5 }, () => ({ cases: 4, hits: 0 }));
  // 1.96² / (5 + 1.96²)
  expect(pooledShare(few)).toEqual({ mean: 0, low: 0, high: expect.closeTo(0.4345, 3), users: 5 });
  const all = few.map(({ cases }) => ({ cases, hits: cases }));
  expect(pooledShare(all)).toEqual({ mean: 1, low: expect.closeTo(0.5655, 3), high: 1, users: 5 });
  const { mean, low, high } = pooledShare([{ cases: 4, hits: 4 }, ...few.slice(1)]);
  // Wilson's of one in five.
  expect([mean, low, high]).toEqual([0.2, expect.closeTo(0.0362, 3), expect.closeTo(0.6245, 3)]);
});

/** Users with very different numbers of cases and shares, the last cut off at 1,000 cases in all. */
function chanceUsers(random: SeededRandom): (UserCases & { others: number })[] {
  const users: (UserCases & { others: number })[] = [];
  for (let left = 1000; left > 0; ) {
    const cases = Math.min(left, Math.ceil(20 + 300 * random.float() ** 3));
    const share = 0.2 * random.float();
    const other = share * (0.5 + 0.8 * random.float());
    const user = { cases, hits: 0, others: 0 };
    for (let i = 0; i < cases; i++) {
      const chance = random.float();
      if (chance < share) user.hits++;
      if (chance < other) user.others++;
    }
    users.push(user);
    left -= cases;
  }
  return users;
}

it("holds the truth in 93 to 97 of 100 samples of users", () => {
  const random = new SeededRandom(5);
  const samples = Array.from({ length: 2000 }, () => chanceUsers(random));
  const shares = samples.map(pooledShare);
  const differences = samples.map((users) =>
    pooledDifference(
      users,
      users.map(({ others }) => others),
    ),
  );
  for (const intervals of [shares, differences]) {
    const truth = intervals.reduce((sum, { mean }) => sum + mean, 0) / intervals.length;
    const held = intervals.filter(({ low, high }) => low <= truth && truth <= high).length;
    expect(held / 20).toBeGreaterThanOrEqual(93);
    expect(held / 20).toBeLessThanOrEqual(97);
  }
});
