import { expect, it } from "vitest";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { FactorSolver } from "../../../src/model/neighbours/FactorSolver.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { NeighbourVectors } from "../../../src/model/neighbours/NeighbourVectors.ts";
import { penaltyFor, plainShrinkage, shrinkageFor } from "../../../src/model/neighbours/Shrinkage.ts";
import { turn } from "../../../src/model/neighbours/turn.ts";
import { interactionsOf } from "../../support/problems.ts";

/** Ones, and on the diagonal 2, 3, 4, … */
const matrixOf = (side: number) =>
  Float64Array.from({ length: side * side }, (_, i) => (i % (side + 1) === 0 ? 2 + i / (side + 1) : 1));

it.each([1, 3, 4, 5, 9])("a matrix of %i rows is solved, one question after the other", async (side) => {
  const solver = await FactorSolver.create(matrixOf(side), null);
  for (const by of [1, -2]) {
    const wanted = Float64Array.from({ length: side }, (_, row) => by * (row + 1));
    const matrix = matrixOf(side);
    const b = wanted.map((_, row) =>
      wanted.reduce((sum, x, column) => sum + matrix[row * side + column] * x, 0),
    );
    const found = solver.solve(b);
    expect(found).toHaveLength(side);
    found.forEach((x, row) => {
      expect(x).toBeCloseTo(wanted[row], 4);
    });
  }
});

it("what is solved for users is spread to what they like", async () => {
  const likes = likesOf(
    interactionsOf(2, 6, [
      [0, 5, 1],
      [1, 0, 1],
      [1, 5, 1],
      [0, 2, -1],
    ]),
  );
  const solver = await FactorSolver.create(Float64Array.of(2, 0, 0, 4), likes);
  expect([...solver.solveAndSpread([4, 12])]).toEqual([3, 0, 0, 0, 0, 5]);
  expect([...solver.solveAndSpread([2, 0])]).toEqual([0, 0, 0, 0, 0, 1]);
  // A triangle of two rows of four, two unknowns, seven ends, three likes and six scores, each in sixteens.
  expect(solver.bytes).toBe(16 + 32 + 16 + 32 + 16 + 32);
  await expect(FactorSolver.create(Float64Array.of(0), null)).rejects.toThrow();
});

it("vectors score by their products with the sum of what is liked", async () => {
  const rows = { items: Int32Array.of(1, 3), width: 3, vectors: Float32Array.of(1, 2, 3, 4, 5, 6) };
  const vectors = await NeighbourVectors.create(rows, 5);
  for (let time = 0; time < 2; time++) {
    expect([...vectors.score([1])]).toEqual([0, 14, 0, 32, 0]);
    expect([...vectors.score([3, 0, 1])]).toEqual([0, 46, 0, 109, 0]);
  }
  expect([...vectors.score([])]).toEqual([0, 0, 0, 0, 0]);
  expect([...vectors.score([0, 2, 4])]).toEqual([0, 0, 0, 0, 0]);
  // Four rows of four numbers, their sum, and four scores.
  expect(vectors.bytes).toBe(16 + 64 + 16 + 16);
});

/** So many users who all like the first items. */
const alike = (users: number, each: number, items = each) =>
  likesOf(
    interactionsOf(
      users,
      items,
      Array.from({ length: users * each }, (_, i) => [Math.floor(i / each), i % each, 1] as const),
    ),
  );

it("the penalty is the mean number of likes, 30 at least, and up to three times as much where items have many", () => {
  expect(penaltyFor(alike(2, 3))).toBe(30);
  expect(penaltyFor(alike(30, 31))).toBe(31);
  expect(penaltyFor(alike(120, 3))).toBeCloseTo(60, 8);
  expect(penaltyFor(alike(120, 40))).toBeCloseTo(80, 8);
  expect(penaltyFor(alike(300, 3))).toBe(90);
});

it("what many like counts less, unless the ridge is plain", () => {
  const likes = alike(20, 2, 3);
  const { penalty, itemWeights } = shrinkageFor(likes);
  expect(penalty).toBe(30);
  expect([...itemWeights]).toEqual([Math.sqrt(30 / 40), Math.sqrt(30 / 40), 1]);
  expect(plainShrinkage(likes)).toEqual({ penalty: 30, itemWeights: Float64Array.of(1, 1, 1) });
  expect(plainShrinkage(likes, 7).penalty).toBe(7);
});

it("work ends at its next turn once it is stopped", async () => {
  const stop = new AbortController();
  await turn(undefined);
  await turn(stop.signal);
  stop.abort();
  await expect(turn(stop.signal)).rejects.toThrow("Comparing likes was stopped.");
});

it("of nobody's likes, the penalty is the least", () => {
  expect(penaltyFor(likesOf(new Interactions(2, 2, [], [], [])))).toBe(30);
});
