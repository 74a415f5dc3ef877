import fc from "fast-check";
import { expect, it } from "vitest";
import { Ease } from "../../../src/evaluation/peers/Ease.ts";
import { invert } from "../../../src/matrix/cholesky.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import type { Rows } from "../../../src/matrix/rows.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { RidgeNeighbours } from "../../../src/model/neighbours/RidgeNeighbours.ts";

const PENALTY = 2;

/** Likes by the cells that are set. */
function dataOf(cells: boolean[][]): Interactions {
  const liked = cells.flatMap((row, user) => row.flatMap((cell, item) => (cell ? [[user, item]] : [])));
  return new Interactions(
    cells.length,
    cells[0].length,
    Int32Array.from(liked, ([user]) => user),
    Int32Array.from(liked, ([, item]) => item),
    new Float32Array(liked.length).fill(1),
  );
}

/** Of any kind: a like of one item counts more than one of another. */
const weightOf = (item: number) => 1 / (1 + (item % 3));

/** (ZᵀZ + λI)⁻¹, whichever side is smaller. */
function itemInverse(cells: boolean[][]): number[][] {
  const items = cells[0].length;
  const matrix = new Float64Array(items * items);
  for (let a = 0; a < items; a++) {
    for (let b = 0; b < items; b++) {
      const shared = cells.filter((row) => row[a] && row[b]).length;
      matrix[a * items + b] = weightOf(a) * weightOf(b) * shared + (a === b ? PENALTY : 0);
    }
  }
  invert(matrix, items);
  return Array.from({ length: items }, (_, a) => [...matrix.subarray(a * items, (a + 1) * items)]);
}

it("scores as ridge regression and EASE do, from either side, whatever a like of each item counts", async () => {
  const shapes = fc.tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 7 }));
  const tables = shapes.chain(([users, items]) =>
    fc.array(fc.array(fc.boolean(), { minLength: items, maxLength: items }), {
      minLength: users,
      maxLength: users,
    }),
  );
  await fc.assert(
    fc.asyncProperty(tables, fc.nat(), async (cells, choice) => {
      const items = cells[0].length;
      const known = [choice % items];
      const inverse = itemInverse(cells);
      const itemWeights = Float64Array.from({ length: items }, (_, item) => weightOf(item));
      const ridge = await RidgeNeighbours.create(likesOf(dataOf(cells)), { penalty: PENALTY, itemWeights });
      const scores = ridge.score(known);
      const ease = new Ease(ridge).score(known);
      for (let item = 0; item < items; item++) {
        const own = item === known[0] ? 1 : 0;
        expect(scores[item]).toBeCloseTo(own - PENALTY * inverse[known[0]][item], 5);
        expect(ease[item]).toBeCloseTo(own - inverse[known[0]][item] / inverse[item][item], 5);
      }
    }),
    { numRuns: 50 },
  );
});

it("reads the likes of those asked about and every like once, and no more, to answer a question", async () => {
  const cells = Array.from({ length: 40 }, (_, user) =>
    Array.from({ length: 50 }, (_, item) => (user * item) % 7 === 1),
  );
  const likes = likesOf(dataOf(cells));
  let read = 0;
  const counted = (rows: Rows): Rows => ({
    ...rows,
    indices: new Proxy(rows.indices, {
      get(array, key) {
        if (typeof key === "string" && /^\d+$/.test(key)) read++;
        const value = Reflect.get(array, key);
        return typeof value === "function" ? value.bind(array) : value;
      },
    }),
  });
  const fans = cells.filter((row) => row[3]).length;
  const factored = await RidgeNeighbours.create({ ...likes, ofItem: counted(likes.ofItem) });
  read = 0;
  factored.score([3]);
  expect(read).toBe(fans);
});

it("refuses a matrix that has no inverse", () => {
  expect(() => invert(Float64Array.of(1, 1, 1, 1), 2)).toThrow(/positive definite/);
});

it("has the intercept of a regression on deviations from the mean user, from either side", async () => {
  const tables = {
    "fewer users": [
      [1, 0, 1, 1, 0, 1],
      [1, 1, 0, 1, 0, 0],
      [0, 1, 1, 1, 0, 0],
    ],
    "fewer items": [
      [1, 0, 1],
      [1, 1, 0],
      [0, 1, 1],
      [1, 0, 0],
      [1, 1, 1],
    ],
  };
  for (const [name, rows] of Object.entries(tables)) {
    const cells = rows.map((row) => row.map((cell) => cell === 1));
    const items = rows[0].length;
    const itemWeights = Float64Array.from({ length: items }, (_, item) => weightOf(item));
    const ridge = await RidgeNeighbours.create(likesOf(dataOf(cells)), { penalty: PENALTY, itemWeights });
    const means = Array.from(
      itemWeights,
      (_, item) => rows.reduce((sum, row) => sum + row[item], 0) / rows.length,
    );
    const matrix = new Float64Array(items * items);
    for (let a = 0; a < items; a++) {
      for (let b = 0; b < items; b++) {
        const deviations = rows.map((row) => (row[a] - means[a]) * (row[b] - means[b]));
        const covariance = deviations.reduce((sum, one) => sum + one, 0);
        matrix[a * items + b] = weightOf(a) * weightOf(b) * covariance + (a === b ? PENALTY : 0);
      }
    }
    invert(matrix, items);
    // For somebody who likes what the mean user does: the mean, less what the regression makes of no deviation, which is 0.
    const expected = means.map((_, b) =>
      means.reduce((sum, mean, a) => sum + PENALTY * mean * matrix[a * items + b], 0),
    );
    for (const [item, share] of ridge.intercept().entries())
      expect(share, `${name}, ${item}`).toBeCloseTo(expected[item], 4);
  }
});
