import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomTrainTestSplit } from "../../../src/dataset/splits.ts";
import { Popularity } from "../../../src/evaluation/peers/Popularity.ts";
import { popularityRanks } from "../../../src/evaluation/popularity.ts";
import { peers } from "../../../src/evaluation/protocols/contestants.ts";
import { newItemsOf } from "../../../src/evaluation/protocols/newItems.ts";
import { measureQuality } from "../../../src/evaluation/protocols/quality.ts";
import { rankCases } from "../../../src/evaluation/protocols/rankCases.ts";
import { strangersOf, strongCases, visitorCases } from "../../../src/evaluation/protocols/strangers.ts";
import { warmCases } from "../../../src/evaluation/protocols/warmUsers.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";

/** Each user rates each item with chance 1 in 2, and likes it with chance 2 in 3. */
function randomData(users: number, items: number, seed: number): Interactions {
  const random = new SeededRandom(seed);
  const rated = Array.from({ length: users * items }, (_, cell) => cell).filter(() => random.float() < 0.5);
  return new Interactions(
    users,
    items,
    Int32Array.from(rated, (cell) => Math.floor(cell / items)),
    Int32Array.from(rated, (cell) => cell % items),
    Float32Array.from(rated, () => (random.float() < 2 / 3 ? 1 : -1)),
  );
}

it("holds out every item in one fold, and ranks new items alone", () => {
  const data = randomData(8, 13, 4);
  const isNew = new Int32Array(data.items);
  let wanted = 0;
  for (let fold = 0; fold < 5; fold++) {
    const { train, cases } = newItemsOf(data, { folds: 5, fold, seed: 9, fewest: 0 });
    const [{ leftOut }] = cases;
    const fresh = Array.from({ length: data.items }, (_, item) => item).filter((i) => !leftOut.includes(i));
    for (const item of fresh) isNew[item]++;
    expect(train.itemIds.some((item) => fresh.includes(item))).toBe(false);
    for (const one of cases) {
      expect(fresh).toEqual(expect.arrayContaining([...one.wanted]));
      wanted += one.wanted.length;
    }
  }
  expect([...isNew]).toEqual(new Array(data.items).fill(1));
  expect(wanted).toBe(data.values.filter((value) => value > 0).length);
});

it("ranks only new items that enough people like", () => {
  const data = randomData(8, 13, 4);
  const fans = new Int32Array(data.items);
  for (const [i, item] of data.itemIds.entries()) if (data.values[i] > 0) fans[item]++;
  const { cases } = newItemsOf(data, { folds: 1, fold: 0, seed: 9, fewest: 4 });
  const expected = [...fans.keys()].filter((item) => fans[item] >= 4);
  expect(expected.length).toBeGreaterThan(0);
  expect([...new Set(cases.flatMap(({ wanted }) => [...wanted]))].sort((a, b) => a - b)).toEqual(expected);
  expect(data.items - cases[0].leftOut.length).toBe(expected.length);
});

it("ranks held-out likes as LightFM does, ties included", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
      const { train, test } = randomTrainTestSplit(randomData(6, 12, seed), { testShare: 0.4, seed });
      const popularity = new Popularity(likesOf(train));
      const found = await rankCases(train, warmCases(train, test), () => popularity.score());
      const expected = await popularityRanks(test, train);
      expect(found.ranks).toEqual(expected.ranks);
      expect(found.test.indptr).toEqual(expected.test.indptr);
    }),
    { numRuns: 20 },
  );
});

it("leaves out the protocols for which no user has enough likes", async () => {
  const data = randomData(40, 20, 3);
  const popularity = peers(data).filter(({ name }) => name === "popularity");
  const { figures } = await measureQuality(data, null, popularity, { splits: 1, users: 7 });
  expect(Object.keys(figures)).toEqual(["W", "S"]);
  expect(figures.W?.popularity.auc.users).toBe(7);
});

describe("strangers", () => {
  const data = randomData(40, 120, 3);

  it("are each left out of training once, and nothing of them stays", () => {
    const seen: number[] = [];
    for (let fold = 0; fold < 5; fold++) {
      const { train, likes } = strangersOf(data, { folds: 5, fold, seed: 9 });
      expect(train.userIds.some((user) => likes.has(user))).toBe(false);
      seen.push(...likes.keys());
    }
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, user) => user));
  });

  it("tell a part of their likes and are asked for the others", () => {
    const strangers = strangersOf(data, { folds: 5, fold: 0, seed: 9 });
    for (const cases of [strongCases(strangers), visitorCases(strangers, 3), visitorCases(strangers, 15)]) {
      expect(cases.length).toBeGreaterThan(4);
      for (const { user, known, wanted } of cases) {
        expect(new Set([...known, ...wanted])).toEqual(new Set(strangers.likes.get(user)));
        expect(wanted.some((item) => known.includes(item))).toBe(false);
      }
    }
    expect(visitorCases(strangers, 3).every(({ known }) => known.length === 3)).toBe(true);
  });
});
