import fc from "fast-check";
import { expect, it } from "vitest";
import { runAttacks, withAttack } from "../../../src/experiment/challenges/attacks.ts";
import { ATTACK_KINDS } from "../../../src/experiment/challenges/settings.ts";
import {
  detectionOf,
  deviations,
  neighbourSimilarities,
  obscurities,
  suspicion,
} from "../../../src/experiment/challenges/shilling/detector.ts";
import { GUARDS } from "../../../src/experiment/challenges/shilling/guards.ts";
import {
  attackProfiles,
  itemMoods,
  profileLength,
} from "../../../src/experiment/challenges/shilling/profiles.ts";
import { standingFromRanks } from "../../../src/experiment/challenges/shilling/Victim.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { toRows } from "../../../src/matrix/rows.ts";
import { interactionsOf } from "../../support/problems.ts";
import { tasteTrial, trialSettings } from "../../support/tasteTrial.ts";

it("makes profiles of a genuine length that push or nuke the target", async () => {
  const data = await tasteTrial();
  for (const kind of ["random", "average", "bandwagon", "segment"] as const) {
    for (const goal of ["push", "nuke"] as const) {
      const attack = { kind, goal, target: 4, size: 0.1 };
      const profiles = attackProfiles(data, attack, new SeededRandom(1));
      expect(profiles.users).toBe(data.users + 8);
      for (let attacker = data.users; attacker < profiles.users; attacker++) {
        const own = [...profiles.userIds.keys()].filter((i) => profiles.userIds[i] === attacker);
        expect(own).toHaveLength(profileLength(data));
        const onTarget = own.filter((i) => profiles.itemIds[i] === 4).map((i) => profiles.values[i]);
        expect(onTarget).toEqual([goal === "push" ? 1 : -1]);
      }
      expect(withAttack(data, attack).length).toBe(data.train.length + profiles.length);
    }
  }
});

it("an attack of size 0 adds nobody and moves nothing", async () => {
  const data = await tasteTrial();
  const { attacks, guards } = await runAttacks(data, trialSettings, { size: 0, epochs: 2 });
  for (const { attackers, moved, risen, detection } of attacks) {
    expect(attackers).toBe(0);
    expect(moved).toMatchObject({ mean: 0, low: 0, high: 0 });
    expect(risen).toMatchObject({ mean: 0, low: 0, high: 0 });
    expect(detection).toMatchObject({ auc: { mean: Number.NaN }, roc: [] });
  }
  expect(guards.map(({ guard }) => guard)).toEqual(Object.keys(GUARDS));
});

it("an attack of size 0, of whatever kind, leaves the ratings as they are", async () => {
  const data = await tasteTrial();
  const attacks = fc.record({
    kind: fc.constantFrom(...ATTACK_KINDS),
    goal: fc.constantFrom("push" as const, "nuke" as const),
    target: fc.nat(data.items - 1),
    size: fc.constant(0),
  });
  fc.assert(
    fc.property(attacks, (attack) => {
      const { users, length, userIds, itemIds, values } = withAttack(data, attack);
      expect([users, length]).toEqual([data.users, data.train.length]);
      const { train } = data;
      const isSame = (_: number, i: number) =>
        userIds[i] === train.userIds[i] && itemIds[i] === train.itemIds[i] && values[i] === train.values[i];
      expect(userIds.every(isSame)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

it("a large attack lifts its target", async () => {
  const { attacks } = await runAttacks(await tasteTrial(), trialSettings, { size: 0.5, epochs: 10 });
  const bandwagon = attacks.find(({ kind }) => kind === "bandwagon");
  expect(bandwagon?.attackers).toBe(40);
  expect(bandwagon?.risen.low).toBeGreaterThan(0);
});

it("says whether a target is on a user's list and where it stands, of those who do not know it", () => {
  // Of 40 items the target stands first with user 0, tenth with user 2 and eleventh with user 3; user 1 knows it, and
  // user 4 is not a genuine one.
  const ranks = {
    items: 40,
    trainCounts: new Int32Array(5),
    test: { indptr: Int32Array.of(0, 1, 1, 2, 3, 4), indices: new Int32Array(4).fill(7) },
    ranks: Float32Array.of(0, 9, 10, 0),
  };
  const { hits, place } = standingFromRanks(ranks, 4);
  expect([...hits]).toEqual([1, Number.NaN, 1, 0]);
  const near = [1, 1 - 9 / 40, 1 - 10 / 40].map((of) => expect.closeTo(of, 6));
  expect([...place]).toEqual([near[0], Number.NaN, near[1], near[2]]);
});

it("measures deviation and similarity as worked out by hand", () => {
  // Item 0 is liked by two of three, item 1 by one of two.
  const all = interactionsOf(3, 2, [
    [0, 0, 1],
    [1, 0, 1],
    [2, 0, -1],
    [0, 1, 1],
    [1, 1, -1],
  ]);
  expect([...itemMoods(all).ofItem]).toEqual([2 / 3, 1 / 2]);
  const [first, second, third] = deviations(all);
  expect(first).toBeCloseTo((1 / 3 / 3 + 1 / 2 / 2) / 2);
  expect(second).toBeCloseTo(first);
  expect(third).toBeCloseTo(2 / 3 / 3);
  // User 0 likes both items, user 1 one of them: cosine 1 / sqrt 2, and no other likes them; ten are averaged.
  const similar = neighbourSimilarities(toRows(all, "likes"), 2);
  expect(similar[0]).toBeCloseTo(Math.SQRT1_2 / 10);
  expect(similar[2]).toBe(0);
  // Item 0 is rated by three, item 1 by two.
  const [both, , one] = obscurities(all);
  expect(both).toBeCloseTo(-(Math.log(3) + Math.log(2)) / 2);
  expect(one).toBeCloseTo(-Math.log(3));
});

it("suspicion is the greatest of three standard scores", () => {
  // Users 0 to 2 like items 0 and 1 and differ in nothing; user 3 likes item 2, which nobody else has rated. Of four
  // figures a, a, a and b the mean is (3a + b) / 4 and the deviation |b - a| √3 / 4: the scores are ∓ 1 / √3 and ± √3.
  const entries = [0, 1, 2].flatMap((user) =>
    [0, 1].map((item): [number, number, number] => [user, item, 1]),
  );
  const all = interactionsOf(4, 3, [...entries, [3, 2, 1]]);
  const [first, , third, last] = suspicion(all);
  // Alone among the first three is that they are like each other; of the last, that nobody knows what it likes.
  expect(first).toBeCloseTo(1 / Math.sqrt(3));
  expect(third).toBeCloseTo(first);
  expect(last).toBeCloseTo(Math.sqrt(3));
  // Users weigh less from a score of 1.5 on, down to nothing at 3: the last one (3 - √3) / 1.5.
  const weights = GUARDS["weights by suspicion"](all).weights as Float32Array;
  expect([...weights.subarray(0, 6)]).toEqual(Array(6).fill(1));
  expect(weights[6]).toBeCloseTo((3 - Math.sqrt(3)) / 1.5);
});

it("draws the curve of a detector, ties together", () => {
  const isAttacker = (user: number) => user < 2;
  expect(detectionOf(Float64Array.of(4, 3, 2, 1), isAttacker).auc.mean).toBe(1);
  expect(detectionOf(Float64Array.of(1, 2, 3, 4), isAttacker).auc.mean).toBe(0);
  // One attacker above all, one below one of the two genuine users.
  expect(detectionOf(Float64Array.of(4, 2, 3, 1), isAttacker).auc.mean).toBe(3 / 4);
  const even = detectionOf(Float64Array.of(1, 1, 1, 1), isAttacker);
  expect(even).toEqual({
    // Whoever is left out: a half, as long as there are attackers and others.
    auc: { mean: 0.5, low: 0.5, high: 0.5, users: 4 },
    roc: [
      { falsePositives: 0, truePositives: 0 },
      { falsePositives: 1, truePositives: 1 },
    ],
  });
});

it("guards weigh, cap and drop", async () => {
  const data = await tasteTrial();
  const poisoned = withAttack(data, { kind: "random", goal: "push", target: 4, size: 0.2 });
  const scores = suspicion(poisoned);
  const weights = GUARDS["weights by suspicion"](poisoned).weights as Float32Array;
  const mostSuspicious = scores.indexOf(Math.max(...scores));
  expect(weights[poisoned.userIds.indexOf(mostSuspicious)]).toBeLessThan(1);
  const capped = GUARDS["cap on each user"](poisoned);
  const pull = new Float64Array(poisoned.users);
  capped.userIds.forEach((user, i) => {
    pull[user] += (capped.weights as Float32Array)[i];
  });
  const counts = new Int32Array(poisoned.users);
  for (const user of poisoned.userIds) counts[user]++;
  const middle = counts.filter((count) => count > 0).sort()[Math.floor(poisoned.users / 2)];
  expect(Math.max(...pull)).toBeCloseTo(middle, 3);
  // Four users of the same taste are dropped, a pair is left alone.
  const entries = [0, 1, 2, 3].flatMap((user) =>
    [0, 1, 2].map((item): [number, number, number] => [user, item, 1]),
  );
  const pair = [4, 5].flatMap((user) => [3, 4].map((item): [number, number, number] => [user, item, 1]));
  const kept = GUARDS["near-duplicates dropped"](interactionsOf(6, 5, [...entries, ...pair]));
  expect([...new Set(kept.userIds)]).toEqual([4, 5]);
});
