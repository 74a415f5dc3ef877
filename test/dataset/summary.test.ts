import { describe, expect, it } from "vitest";
import { FILMS } from "../../src/dataset/nouns.ts";
import { positivesIn, summarize } from "../../src/dataset/summary.ts";
import { catalogueOf } from "../support/catalogueOf.ts";

const SMALL = catalogueOf("ann|Heat|4 / ann|Up|2.5 / bob|Up|3 / bob|Heat|4 / bob|Big|2.6");

describe("a summary", () => {
  it("counts and copies what there is", () => {
    const skipped = { count: 7, examples: [{ file: "a.csv", row: 2, reason: "missing id" }] };
    const assumptions = [{ sentence: "So it is.", instead: null }];
    const ratings = { ...SMALL.ratings, timestamps: Float64Array.of(50, 20, 70, 30, 40) };
    const catalogue = { ...SMALL, ratings, nouns: FILMS, skipped, assumptions, repeated: 2, unrated: 4 };
    const summary = summarize(catalogue);
    expect(summary).toEqual({
      name: "small",
      users: 2,
      items: 3,
      interactions: 5,
      positives: 3,
      likedFrom: 3,
      nouns: { one: "film", many: "films" },
      period: { from: 20, to: 70 },
      histogram: [
        { rating: 2.5, count: 1 },
        { rating: 2.6, count: 1 },
        { rating: 3, count: 1 },
        { rating: 4, count: 2 },
      ],
      skipped,
      repeated: 2,
      unrated: 4,
      assumptions,
      hasTitles: true,
    });
    expect(summary.nouns).not.toBe(FILMS);
    expect(summary.skipped.examples).not.toBe(skipped.examples);
    expect(summary.assumptions).not.toBe(assumptions);
  });

  it("says nothing of times, blanks and assumptions where there are none", () => {
    expect(summarize(SMALL)).toMatchObject({ period: null, unrated: 0, assumptions: [] });
  });

  it("counts likes from the rating on that is one", () => {
    const likesFrom = (likedFrom: number) => {
      const catalogue = { ...SMALL, likedFrom };
      expect(summarize(catalogue).positives).toBe(positivesIn(catalogue));
      return positivesIn(catalogue);
    };
    expect([0, 2.5, 3, 3.5, 4, 5].map(likesFrom)).toEqual([5, 5, 3, 2, 2, 0]);
  });
});

describe("a histogram", () => {
  const points = (from: number, to: number) =>
    catalogueOf(Array.from({ length: to - from + 1 }, (_, i) => `u|i${i}|${from + i}`).join(" / "), {
      likedFrom: 60,
    });

  it("shows 101 values one by one", () => {
    const { histogram, positives } = summarize(points(0, 100));
    expect(histogram).toEqual(Array.from({ length: 101 }, (_, rating) => ({ rating, count: 1 })));
    expect(positives).toBe(41);
  });

  it("shows more in twenty steps, the last with its upper end", () => {
    const { histogram, positives } = summarize(points(-20, 100));
    expect(histogram).toEqual(
      Array.from({ length: 20 }, (_, step) => ({ rating: -20 + 6 * step, count: step === 19 ? 7 : 6 })),
    );
    expect(positives).toBe(41);
  });
});
