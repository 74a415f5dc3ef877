import { expect, it } from "vitest";
import {
  auc,
  cappedRecall,
  mean,
  ndcg,
  type PerUser,
  precision,
  recall,
  reciprocal,
} from "../../src/evaluation/rankMetrics.ts";
import type { TestRanks } from "../../src/model/rankTestItems.ts";

/** Ten items and four users: the second has no test items, and the last has rated all that are not in test. */
const ranks: TestRanks = {
  items: 10,
  test: { indptr: Int32Array.of(0, 2, 2, 5, 9), indices: Int32Array.of(3, 7, 0, 1, 2, 0, 1, 2, 3) },
  trainCounts: Int32Array.of(1, 0, 1, 6),
  ranks: Float32Array.of(4, 0, 2, 7, 5, 0, 1, 2, 3),
};
const none = Number.NaN;
/** Of an item at a place from 0. */
const gain = (place: number) => 1 / Math.log2(place + 2);

it.each<[string, () => PerUser, number[]]>([
  ["precision at 4", () => precision(ranks, 4), [1 / 4, none, 1 / 4, 1]],
  ["recall at 4", () => recall(ranks, 4), [1 / 2, none, 1 / 3, 1]],
  ["capped recall at 2", () => cappedRecall(ranks, 2), [1 / 2, none, 0, 1]],
  ["capped recall at 6", () => cappedRecall(ranks, 6), [1, none, 2 / 3, 1]],
  ["reciprocal rank", () => reciprocal(ranks), [1, none, 1 / 3, 1]],
  ["NDCG at 4", () => ndcg(ranks, 4), [1 / (1 + gain(1)), none, gain(2) / (1 + gain(1) + gain(2)), 1]],
  [
    "NDCG at 5",
    () => ndcg(ranks, 5),
    [(1 + gain(4)) / (1 + gain(1)), none, gain(2) / (1 + gain(1) + gain(2)), 1],
  ],
  // Above the test items stand 0 and 3 of 7 negatives, then 2, 4 and 5 of 6; the last user has none to compare with.
  ["AUC", () => auc(ranks), [(1 + 4 / 7) / 2, none, (4 / 6 + 2 / 6 + 1 / 6) / 3, 0.5]],
])("%s agrees with figures worked out by hand", (_, reckon, right) => {
  const near = right.map((figure) => (Number.isNaN(figure) ? figure : expect.closeTo(figure, 6)));
  expect([...reckon()]).toEqual(near);
});

it("leaves users without test items out of a mean", () => {
  expect(mean(precision(ranks, 4))).toBe(1 / 2);
});
