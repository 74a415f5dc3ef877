import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareBehind, together, WAYS } from "../../src/ranking/together.ts";

const one = Float32Array.of(9, 8, 1, 0, 2, 3);
const other = Float32Array.of(0, 80, 90, 10, 20, 30);
const best = (scores: Float32Array) => scores.indexOf(Math.max(...scores));

describe("together", () => {
  it("finds what both would like, where each alone would choose something else", () => {
    for (const way of ["average", "leastMisery", "rankFusion"] as const) {
      expect(best(together([one, other], way))).toBe(1);
    }
    expect(best(together([one, other], "mostPleasure"))).not.toBe(1);
  });

  it("does not care who comes first, nor on what scale they score", () => {
    const scores = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(scores, scores, fc.constantFrom(...WAYS), (a, b, way) => {
        const [left, right] = [Float32Array.from(a), Float32Array.from(b)];
        const scaled = left.map((score) => 3 * score + 7);
        const wanted = together([left, right], way);
        together([right, scaled], way).forEach((score, item) => {
          expect(score).toBeCloseTo(wanted[item], 4);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("refuses nobody and people of different catalogues", () => {
    expect(() => together([], "average")).toThrow("for one person at least");
    expect(() => together([one, one.subarray(1)], "average")).toThrow("the same items");
  });
});

it("shareBehind is 1 for the first and 0 for the last", () => {
  expect([...shareBehind(other)]).toEqual([0, 0.8, 1, 0.2, 0.4, 0.6].map(Math.fround));
});
