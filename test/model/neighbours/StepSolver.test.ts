import fc from "fast-check";
import { expect, it } from "vitest";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { StepSolver } from "../../../src/model/neighbours/StepSolver.ts";

const PENALTY = 2;

const tables = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
  .chain(([users, items]) =>
    fc.array(fc.array(fc.boolean(), { minLength: items, maxLength: items }), {
      minLength: users,
      maxLength: users,
    }),
  );

function likesIn(cells: boolean[][]) {
  const pairs = cells.flatMap((row, user) => row.flatMap((cell, item) => (cell ? [[user, item]] : [])));
  const column = (side: 0 | 1) => Int32Array.from(pairs, (pair) => pair[side]);
  const values = new Float32Array(pairs.length).fill(1);
  return likesOf(new Interactions(cells.length, cells[0].length, column(0), column(1), values));
}

/** A like of one item counts more than one of another. */
const weightOf = (item: number) => 1 / (1 + (item % 3));

function shrinkageIn(cells: boolean[][]) {
  return { penalty: PENALTY, itemWeights: Float64Array.from(cells[0], (_, item) => weightOf(item)) };
}

/** What two rows share: between users, each item by the square of its weight. */
function shared(one: boolean[], other: boolean[], byUsers: boolean): number {
  return one.reduce((sum, cell, i) => sum + (cell && other[i] ? (byUsers ? weightOf(i) ** 2 : 1) : 0), 0);
}

it("leaves a hundredth of a question at most, from either side, one question after the other", async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.boolean(), fc.nat(), async (cells, byUsers, choice) => {
      const rows = byUsers ? cells : cells[0].map((_, item) => cells.map((row) => row[item]));
      const solver = await StepSolver.create(likesIn(cells), shrinkageIn(cells), byUsers);
      for (const asked of [choice % rows.length, 0]) {
        const b = rows.map((_, row) => (row === asked ? 3 : row % 2));
        const x = [...solver.solve(b)];
        const left = rows.map((row, i) => {
          const penalty = byUsers ? PENALTY : PENALTY / weightOf(i) ** 2;
          return x.reduce((rest, to, j) => rest - shared(row, rows[j], byUsers) * to, b[i] - penalty * x[i]);
        });
        expect(Math.hypot(...left)).toBeLessThan(0.0101 * Math.hypot(...b));
      }
    }),
    { numRuns: 100 },
  );
});

it("spreads what it finds over all that the users like", async () => {
  const cells = Array.from({ length: 11 }, (_, user) =>
    Array.from({ length: 7 }, (_, item) => (user * item) % 3 === 1),
  );
  const solver = await StepSolver.create(likesIn(cells), shrinkageIn(cells), true);
  const b = cells.map((row) => Number(row[2]));
  const x = [...solver.solve(b)];
  const spread = solver.solveAndSpread(b);
  expect(spread).toHaveLength(7);
  spread.forEach((score, item) => {
    expect(score).toBeCloseTo(
      x.reduce((sum, weight, user) => sum + (cells[user][item] ? weight : 0), 0),
      5,
    );
  });
  expect(solver.solveAndSpread(cells.map(() => 0)).every((score) => score === 0)).toBe(true);
});
