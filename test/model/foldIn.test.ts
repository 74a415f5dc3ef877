import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LightFM, type Representation } from "../../src/model/LightFM.ts";
import { twoTastes } from "../support/problems.ts";

describe("folding in", () => {
  // A user of the same taste ranks the items of these problems with a correlation of 0.8, one of the other
  // taste with -0.8, and a stranger with 0.1.
  for (const loss of ["warp", "warp-kos"] as const) {
    it(`lands a trained user near their trained ranking by ${loss}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), async (seed) => {
          const interactions = twoTastes(60, 60, seed);
          const { users, items, userIds, itemIds } = interactions;
          const model = await new LightFM({ loss, seed }).fit(interactions, { epochs: 30 });
          const ranking = async (of: number | Representation) =>
            places((await model.recommend(of, { n: items })).items);
          const correlations = await Promise.all(
            Array.from({ length: users }, async (_, user) => {
              const own = itemIds.filter((_, i) => userIds[i] === user);
              const values = new Float32Array(own.length).fill(1);
              const folded = await model.foldIn({ itemIds: own, values, weights: null });
              return rankCorrelation(await ranking(user), await ranking(folded));
            }),
          );
          expect(correlations.reduce((sum, r) => sum + r) / users).toBeGreaterThan(0.95);
        }),
        { numRuns: 4 },
      );
    });
  }
});

/** Spearman's, of two rankings without ties. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const { length } = a;
  const squares = a.reduce((sum, rank, i) => sum + (rank - b[i]) ** 2, 0);
  return 1 - (6 * squares) / (length * (length ** 2 - 1));
}

/** Where in the list each item stands. */
function places(items: ArrayLike<number>): number[] {
  const place = new Array<number>(items.length);
  Array.from(items).forEach((item, i) => {
    place[item] = i;
  });
  return place;
}
