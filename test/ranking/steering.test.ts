import fc from "fast-check";
import { expect, test } from "vitest";
import { topItems } from "../../src/model/scorer/topItems.ts";
import { fameOf, steered } from "../../src/ranking/steering.ts";

const LISTED = 10;
const POSITIONS = [-1, -0.5, -0.1, 0, 0.1, 0.5, 1];

/** How well known the first of a list are together, with a control at each position in turn. */
function fameAlong(
  control: "popularity" | "familiarity",
  scores: Float32Array,
  trait: Float32Array,
): number[] {
  const traits = { fame: trait, nearness: trait };
  return POSITIONS.map((position) => {
    const moved = steered(scores, { popularity: 0, familiarity: 0, [control]: position }, traits);
    return topItems(moved, LISTED, new Int32Array()).items.reduce((sum, item) => sum + trait[item], 0);
  });
}

test("the further a control, the more of its trait a list has, whatever the scores", () => {
  const item = fc.record({
    score: fc.float({ min: -5, max: 5, noNaN: true }),
    ratings: fc.nat({ max: 5000 }),
  });
  fc.assert(
    fc.property(fc.array(item, { minLength: 30, maxLength: 60 }), (items) => {
      const scores = Float32Array.from(items, ({ score }) => score);
      const trait = fameOf(items.map(({ ratings }) => ratings));
      for (const control of ["popularity", "familiarity"] as const) {
        const along = fameAlong(control, scores, trait);
        for (let i = 1; i < along.length; i++) expect(along[i]).toBeGreaterThanOrEqual(along[i - 1] - 1e-4);
      }
    }),
  );
});
