import { expect, it } from "vitest";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { packFeatures } from "../../../src/model/memory/packedFeatures.ts";

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
/** Rows of features that weigh 1. */
const matrixOf = (rows: number[][], features: number) =>
  FeatureMatrix.fromRows(
    rows.map((row) => row.map((feature) => [feature, 1] as [number, number])),
    features,
  );

it("a row is its weight, the number of its shared features, and these", () => {
  const rows: [number, number][][] = [
    [
      [0, 1],
      [3, 1],
    ],
    [
      [1, 0.5],
      [3, 0.5],
      [4, 0.5],
    ],
    [
      [2, 1],
      [4, 1],
    ],
  ];
  const found = packFeatures(FeatureMatrix.fromRows(rows, 5));
  expect(found?.own).toBe(null);
  expect(found && [...found.shared]).toEqual([3, 4]);
  const zeros = (count: number) => new Array<number>(count).fill(0);
  expect(found && [...found.packed]).toEqual([
    ...[0, 0, 128, 63, 1, 1, ...zeros(10)],
    ...[0, 0, 0, 63, 2, 1, 2, ...zeros(9)],
    ...[0, 0, 128, 63, 1, 2, ...zeros(10)],
  ]);
});

it("a row without a feature of its own, or without any, has the one behind the last", () => {
  const found = packFeatures(matrixOf([[1, 2], [1], [], [0, 1]], 3));
  expect(found?.own && [...found.own]).toEqual([2, 3, 3, 0]);
  expect(found && [...found.shared]).toEqual([1]);
});

it("what does not fit is not packed", () => {
  expect(packFeatures(FeatureMatrix.identity(3))).toBe(null);
  const uneven: [number, number][] = [
    [0, 1],
    [1, 2],
  ];
  expect(packFeatures(FeatureMatrix.fromRows([uneven], 2))).toBe(null);
  const twice = (row: number[], features: number) => packFeatures(matrixOf([row, row], features));
  expect(twice(range(0, 11), 11)?.shared).toHaveLength(11);
  expect(twice(range(0, 12), 12)).toBe(null);
  const many = (count: number) => {
    const rows = range(0, Math.ceil(count / 8)).map((i) => range(8 * i, Math.min(count, 8 * i + 8)));
    return packFeatures(matrixOf([...rows, ...rows], count));
  };
  expect(many(128)?.shared).toHaveLength(128);
  expect(many(129)).toBe(null);
});
