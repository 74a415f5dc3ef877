import fc from "fast-check";
import { expect, it } from "vitest";
import * as fast from "../../src/evaluation/evaluation.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import * as slow from "../support/referenceMetrics.ts";

/** What a user has to do with an item, and where that stands. */
const BONDS = ["none", "liked in train", "disliked in train", "liked in test", "disliked in test"] as const;
type Bond = (typeof BONDS)[number];

const problem = fc
  .record({ users: fc.integer({ min: 1, max: 6 }), items: fc.integer({ min: 1, max: 12 }) })
  .chain(({ users, items }) =>
    fc.record({
      items: fc.constant(items),
      bonds: fc.array(fc.array(fc.constantFrom(...BONDS), { minLength: items, maxLength: items }), {
        minLength: users,
        maxLength: users,
      }),
      k: fc.integer({ min: 1, max: 14 }),
      seed: fc.nat(),
    }),
  );

/** The pairs whose bond is wanted; a bond that begins with "liked" has the value 1. */
function interactionsOf(
  bonds: readonly Bond[][],
  items: number,
  wanted: (bond: Bond) => boolean,
): Interactions {
  const pairs = bonds.flatMap((row, user) =>
    row.flatMap((bond, item) =>
      wanted(bond) ? [{ user, item, value: bond.startsWith("liked") ? 1 : -1 }] : [],
    ),
  );
  return new Interactions(
    bonds.length,
    items,
    Int32Array.from(pairs, ({ user }) => user),
    Int32Array.from(pairs, ({ item }) => item),
    Float32Array.from(pairs, ({ value }) => value),
  );
}

it("agrees with the plain metrics on any small problem", async () => {
  await fc.assert(
    fc.asyncProperty(problem, async ({ items, bonds, k, seed }) => {
      const everything = interactionsOf(bonds, items, () => true);
      const model = await new LightFM({ seed, learningRate: 0.5 }).fit(everything);
      const test = interactionsOf(bonds, items, (bond) => bond.endsWith("test"));
      const train = interactionsOf(bonds, items, (bond) => bond.endsWith("train"));
      const scores = await model.predict(everything.userIds, everything.itemIds);
      const cases: slow.Case[] = bonds.map((row, user) => {
        const itemsOf = (wanted: (bond: Bond) => boolean) =>
          new Set(row.flatMap((bond, item) => (wanted(bond) ? [item] : [])));
        return {
          scores: [...scores.subarray(user * items, (user + 1) * items)],
          liked: itemsOf((bond) => bond === "liked in test"),
          trained: itemsOf((bond) => bond.endsWith("train")),
        };
      });
      for (const user of cases) fc.pre(apart(user.scores));

      const ranking = { train, preserveRows: true };
      const options = { ...ranking, k };
      const pairs: [
        name: string,
        figures: Float32Array,
        reference: (user: slow.Case) => number,
        empty: number,
      ][] = [
        ["precision", await fast.precisionAtK(model, test, options), (user) => slow.precision(user, k), 0],
        ["recall", await fast.recallAtK(model, test, options), (user) => slow.recall(user, k), 0],
        ["nDCG", await fast.ndcgAtK(model, test, options), (user) => slow.ndcg(user, k), 0],
        ["reciprocal rank", await fast.reciprocalRank(model, test, ranking), slow.reciprocalRank, 0],
        ["AUC", await fast.aucScore(model, test, ranking), slow.auc, 0.5],
      ];
      for (const [name, figures, reference, empty] of pairs) {
        expect(figures, name).toHaveLength(cases.length);
        cases.forEach((user, row) => {
          expect(figures[row], name).toBeCloseTo(user.liked.size === 0 ? empty : reference(user), 5);
        });
      }
    }),
    { numRuns: 50 },
  );
});

/** Whether no two scores are so near that rounding decides which is the higher. */
function apart(scores: readonly number[]): boolean {
  const sorted = scores.toSorted((a, b) => a - b);
  return sorted.every((score, i) => i === 0 || score - sorted[i - 1] > 1e-5);
}
