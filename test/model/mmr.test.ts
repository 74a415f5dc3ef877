import fc from "fast-check";
import { expect, test } from "vitest";
import { mmr } from "../../src/model/mmr.ts";
import { cosine } from "../../src/model/similarity.ts";

const list = fc
  .array(
    fc.record({
      score: fc.double({ min: -5, max: 5, noNaN: true }),
      vector: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((entries) => {
    const sorted = entries.toSorted((a, b) => b.score - a.score);
    return {
      ranked: {
        items: Int32Array.from(sorted.keys()),
        scores: Float32Array.from(sorted, ({ score }) => score),
      },
      vectors: sorted.map(({ vector }) => Float32Array.from(vector)),
    };
  });

test("the same items come out, the best first, and a shorter list is the head of a longer one", () => {
  fc.assert(
    fc.property(list, fc.double({ min: 0, max: 0.99, noNaN: true }), ({ ranked, vectors }, diversity) => {
      const vectorOf = (item: number) => vectors[item];
      const all = mmr(ranked, vectorOf, { n: 40, diversity });
      expect(all.toSorted()).toEqual(ranked.items);
      expect(ranked.scores[all[0]]).toBe(ranked.scores[0]);
      expect(mmr(ranked, vectorOf, { n: 5, diversity }).subarray(0, 5)).toEqual(all.subarray(0, 5));
    }),
  );
});

test("each is worth most beside those before it, as Carbonell and Goldstein wrote it", () => {
  const grid = fc.constantFrom(-1, -0.5, 0, 0.25, 1);
  const entry = fc.record({ score: fc.integer({ min: -4, max: 9 }), vector: fc.tuple(grid, grid) });
  const entries = fc.array(entry, { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(entries, fc.constantFrom(0.15, 0.37, 0.81), (unsorted, diversity) => {
      const sorted = unsorted.toSorted((a, b) => b.score - a.score);
      const scores = Float32Array.from(sorted, ({ score }) => score);
      const vectors = sorted.map(({ vector }) => Float32Array.from(vector));
      const range = scores[0] - scores[scores.length - 1] || 1;
      const items = Int32Array.from(scores.keys());
      const order = mmr({ items, scores }, (item) => vectors[item], { n: 9, diversity });
      for (let place = 0; place < order.length; place++) {
        const chosen = order.subarray(0, place);
        const worth = (item: number) => {
          const nearest = Math.max(0, ...Array.from(chosen, (one) => cosine(vectors[item], vectors[one])));
          return ((1 - diversity) * scores[item]) / range - diversity * nearest;
        };
        const left = Array.from(order.subarray(place));
        expect(worth(order[place])).toBeGreaterThan(Math.max(...left.map(worth)) - 1e-5);
      }
    }),
  );
});

test("a diversity beyond 0 and 1 is refused", () => {
  const ranked = { items: Int32Array.of(0, 1), scores: Float32Array.of(1, 0) };
  for (const diversity of [-0.01, 1.01, Number.NaN]) {
    const call = () => mmr(ranked, () => Float32Array.of(1), { n: 2, diversity });
    expect(call).toThrow(`diversity must be from 0 to 1, not ${diversity}.`);
  }
});

test("without diversity nothing changes; with it, a near copy makes room for another kind", () => {
  const ranked = { items: Int32Array.of(0, 1, 2), scores: Float32Array.of(3, 2.9, 1) };
  const vectors = [
    [1, 0],
    [1, 0.01],
    [0, 1],
  ].map((vector) => Float32Array.from(vector));
  const vectorOf = (item: number) => vectors[item];
  expect([...mmr(ranked, vectorOf, { n: 3, diversity: 0 })]).toEqual([0, 1, 2]);
  expect([...mmr(ranked, vectorOf, { n: 3, diversity: 0.6 })]).toEqual([0, 2, 1]);
  expect(cosine(vectors[0], vectors[1])).toBeGreaterThan(0.99);
});
