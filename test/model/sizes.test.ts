import { expect, it } from "vitest";
import { fewness, shareToLearn } from "../../src/model/fewItems.ts";
import type { ItemIndex } from "../../src/model/ItemIndex.ts";
import { rowLength } from "../../src/model/memory/FeatureTable.ts";
import { isSparse, recommendedFor } from "../../src/model/recommended.ts";
import { weightFor, weightOfVectors } from "../../src/model/scorer/neighbourWeightFor.ts";
import { worthwhileThreads } from "../../src/model/threads/worthwhileThreads.ts";

it("items are fewest where both their number and the likes of each say so", () => {
  expect(fewness({ items: 900, likes: 1e9 })).toBeCloseTo(0.5, 8);
  expect(fewness({ items: 100, likes: 6600 })).toBeCloseTo(0.5, 8);
  expect(fewness({ items: 1800, likes: 1e9 })).toBe(0);
  expect(fewness({ items: 3600, likes: 1e9 })).toBe(0);
});

it("the share to learn is that of the items, or more if users are few", () => {
  expect(shareToLearn({ users: 1e9, items: 900 })).toBe(0.5);
  expect(shareToLearn({ users: 1e9, items: 3600 })).toBe(1);
  expect(shareToLearn({ users: 100, items: 100 })).toBe(2);
  expect(shareToLearn({ users: 100, items: 3600 })).toBe(12);
});

it.each([
  [1_000, 10_000, 60_000, "dense"],
  [1_000, 10_000, 59_999, "sparse"],
  [10_000, 10_000, 50_000, "sparse"],
  [10_000, 10_000, 49_999, "small"],
  [40_000, 40_000, 2_000_000, "sparse"],
  [40_000, 40_000, 2_000_001, "large"],
])("%i users and %i items with %i likes are %s", (users, items, likes, shape) => {
  expect(recommendedFor({ users, items, likes }).shape).toBe(shape);
  expect(isSparse({ users, items, likes })).toBe(shape === "sparse");
});

it("a thread is worth half a billion multiplications, of scores, places and users", () => {
  const index = (items: number, noComponents: number) => ({ items, hyper: { noComponents } }) as ItemIndex;
  expect(worthwhileThreads(index(0, 8), 19_999, 5)).toBe(0);
  expect(worthwhileThreads(index(0, 8), 20_000, 5)).toBe(1);
  expect(worthwhileThreads(index(0, 8), 60_000, 5)).toBe(3);
  expect(rowLength(30)).toBe(32);
  expect(worthwhileThreads(index(1000, 30), 7_692, 9)).toBe(0);
  expect(worthwhileThreads(index(1000, 30), 7_693, 9)).toBe(1);
});

it("neighbours have half of the growth with 50 likes known", () => {
  expect(weightFor({ few: 2, many: 10 }, 0)).toBe(2);
  expect(weightFor({ few: 2, many: 10 }, 50)).toBe(6);
  expect(weightFor({ few: 2, many: 10 }, 150)).toBe(8);
  expect(weightOfVectors()).toEqual({ few: 1, many: 1 });
  expect(weightOfVectors(3)).toEqual({ few: 1, many: 3 });
});
