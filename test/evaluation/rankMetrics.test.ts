import { expect, it } from "vitest";
import { auc, mean, ndcg, precision, recall, reciprocal } from "../../src/evaluation/rankMetrics.ts";
import type { TestRanks } from "../../src/model/rankTestItems.ts";

/** Ten items; the first user's two test items rank 0 and 4 with one train item, the second has none. */
const ranks: TestRanks = {
  items: 10,
  test: { indptr: Int32Array.of(0, 2, 2), indices: Int32Array.of(3, 7) },
  trainCounts: Int32Array.of(1, 0),
  ranks: Float32Array.of(4, 0),
};

it("agrees with figures worked out by hand, users without test items left out", () => {
  expect(precision(ranks, 5)[0]).toBeCloseTo(2 / 5);
  expect(recall(ranks, 4)[0]).toBeCloseTo(1 / 2);
  expect(reciprocal(ranks)[0]).toBe(1);
  expect(ndcg(ranks, 5)[0]).toBeCloseTo((1 + 1 / Math.log2(6)) / (1 + 1 / Math.log2(3)));
  // Seven negatives: none above the first, three above the second.
  expect(auc(ranks)[0]).toBeCloseTo((1 + (1 - 3 / 7)) / 2);
  expect(auc(ranks)[1]).toBeNaN();
  expect(mean(auc(ranks))).toBe(auc(ranks)[0]);
});
