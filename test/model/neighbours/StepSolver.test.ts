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

const shared = (one: boolean[], other: boolean[]) => one.filter((cell, i) => cell && other[i]).length;

it("leaves a hundredth of a question at most, from either side, one question after the other", async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.boolean(), fc.nat(), async (cells, byUsers, choice) => {
      const rows = byUsers ? cells : cells[0].map((_, item) => cells.map((row) => row[item]));
      const solver = await StepSolver.create(likesIn(cells), PENALTY, byUsers);
      for (const asked of [choice % rows.length, 0]) {
        const b = rows.map((_, row) => (row === asked ? 3 : row % 2));
        const x = [...solver.solve(b)];
        const left = rows.map(
          (row, i) => b[i] - PENALTY * x[i] - x.reduce((sum, to, j) => sum + shared(row, rows[j]) * to, 0),
        );
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
  const solver = await StepSolver.create(likesIn(cells), PENALTY, true);
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
