import { expect, it } from "vitest";
import { mmr } from "../../src/model/mmr.ts";
import { topItems } from "../../src/model/scorer/topItems.ts";
import { cosine, cosinesTo, directionOf } from "../../src/model/similarity.ts";

it("a cosine is the product of vectors of length one, and 0 of none", () => {
  expect(cosine(Float32Array.of(3, 4), Float32Array.of(4, 3))).toBeCloseTo(24 / 25, 8);
  expect(cosine(Float32Array.of(3, 4), Float32Array.of(-6, -8))).toBeCloseTo(-1, 8);
  expect(cosine(Float32Array.of(3, 4), Float32Array.of(0, 0))).toBe(0);
});

it("rows point together where each counts alike, whatever their lengths", () => {
  // Three rows of two numbers, each with a bias behind them.
  const vectors = Float32Array.of(3, 4, 9, 0, 0, 9, 0, 10, 9);
  const direction = directionOf(vectors, 3, 2, Int32Array.of(0, 1, 2));
  expect(direction[0]).toBeCloseTo(0.6, 6);
  expect(direction[1]).toBeCloseTo(1.8, 6);
  const cosines = cosinesTo(Float32Array.of(0, 1), vectors, 3);
  expect(cosines).toHaveLength(3);
  [0.8, 0, 1].forEach((expected, row) => {
    expect(cosines[row]).toBeCloseTo(expected, 6);
  });
});

it("of variety alone, the first is followed by all that are unlike it, in their order", () => {
  const vectors = [
    [1, 0],
    [2, 0],
    [0, 3],
    [0, 0],
  ].map((vector) => Float32Array.from(vector));
  const ranked = { items: Int32Array.of(3, 1, 0, 2), scores: Float32Array.of(4, 3, 2, 1) };
  const order = (n: number, diversity: number) => [...mmr(ranked, (item) => vectors[item], { n, diversity })];
  expect(order(4, 1)).toEqual([3, 1, 2, 0]);
  // The second place is the first that is left, and the rest follows by score.
  expect(order(2, 1)).toEqual([3, 1, 0, 2]);
  expect(order(0, 1)).toEqual([3, 1, 0, 2]);
});

it("equals are chosen in their order, and nothing is asked of those beyond the best 600", () => {
  const items = Int32Array.from({ length: 601 }, (_, i) => i);
  const asked = new Set<number>();
  const vectorOf = (item: number) => {
    asked.add(item);
    return Float32Array.of(0, item === 1 ? 1 : 0);
  };
  const scores = new Float32Array(601).fill(2);
  expect([...mmr({ items, scores }, vectorOf, { n: 3, diversity: 0.5 })]).toEqual([...items]);
  expect(asked.size).toBe(600);
});

it("the best are as many as wanted or left, the lower row first of equals", () => {
  const scores = Float32Array.of(1, 3, 3, -2, 5, 3);
  const listed = (n: number, ...leftOut: number[]) => [
    ...topItems(scores, n, Int32Array.from(leftOut)).items,
  ];
  expect(listed(3)).toEqual([4, 1, 2]);
  expect(listed(99)).toEqual([4, 1, 2, 5, 0, 3]);
  expect(listed(99, 4, 4, 1)).toEqual([2, 5, 0, 3]);
  expect(listed(0)).toEqual([]);
  expect(listed(2, 0, 1, 2, 3, 4, 5)).toEqual([]);
  expect([...topItems(scores, 2, Int32Array.of(4)).scores]).toEqual([3, 3]);
});
