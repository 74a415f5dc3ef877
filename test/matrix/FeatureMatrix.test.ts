import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnsupportedError } from "../../src/errors.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";

function dense({ rows, features, indptr, indices, data }: FeatureMatrix): number[][] {
  return Array.from({ length: rows }, (_, row) => {
    const values = new Array<number>(features).fill(0);
    for (let i = indptr[row]; i < indptr[row + 1]; i++) values[indices[i]] += data[i];
    return values;
  });
}

describe("FeatureMatrix", () => {
  it("knows the identity when it sees it", () => {
    expect(FeatureMatrix.identity(3).isIdentity).toBe(true);
    expect(dense(FeatureMatrix.identity(2))).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(FeatureMatrix.fromRows([[[0, 1]], [[1, 2]]], 2).isIdentity).toBe(false);
    expect(FeatureMatrix.fromRows([[[1, 1]], [[0, 1]]], 2).isIdentity).toBe(false);
    expect(FeatureMatrix.fromRows([[[0, 1]], [[1, 1]]], 3).isIdentity).toBe(false);
  });

  it("refuses what no model has the memory for, by name", () => {
    const none = { rows: [], columns: [], weights: [] };
    const refusals: [() => unknown, string][] = [
      [() => FeatureMatrix.identity(2 ** 31 - 1), "rows is 2147483647: that needs at least 64.0 GiB"],
      [
        () => FeatureMatrix.fromEntries(2 ** 31 - 1, 1, none),
        "rows is 2147483647: that needs at least 8.0 GiB",
      ],
      [
        () => FeatureMatrix.fromEntries(1, 2 ** 28, none),
        "features is 268435456: that needs at least 8.0 GiB",
      ],
    ];
    for (const [make, words] of refusals) {
      expect(make).toThrow(UnsupportedError);
      expect(make).toThrow(words);
    }
  });

  it("adds up entries in any order", () => {
    const entry = fc.tuple(fc.nat(3), fc.nat(4), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const matrix = FeatureMatrix.fromEntries(4, 5, {
          rows: Int32Array.from(entries, ([row]) => row),
          columns: Int32Array.from(entries, ([, column]) => column),
          weights: Float32Array.from(entries, ([, , weight]) => weight),
        });
        const expected = Array.from({ length: 4 }, () => [0, 0, 0, 0, 0]);
        for (const [row, column, weight] of entries) expected[row][column] += weight;
        expect(dense(matrix)).toEqual(expected);
        for (let row = 0; row < 4; row++) {
          const columns = [...matrix.indices.subarray(matrix.indptr[row], matrix.indptr[row + 1])];
          expect(columns).toEqual([...new Set(columns)].sort((a, b) => a - b));
        }
      }),
    );
  });

  it("names what does not fit", () => {
    expect(() => FeatureMatrix.fromRows([[[2, 1]]], 2)).toThrow(/indices.*0 to 1, but indices\[0\] is 2/);
    expect(() => FeatureMatrix.fromRows([[[0, Number.NaN]]], 2)).toThrow(/data must hold finite/);
    const offsets = Int32Array.of(0, 2, 1, 2);
    const build = () => new FeatureMatrix(3, 3, offsets, Int32Array.of(0, 1), Float32Array.of(1, 1));
    expect(build).toThrow(/indptr must not descend/);
    for (const row of [2, -1, 0.5, 1n, Symbol("row")]) {
      expect(() => FeatureMatrix.identity(2).checkRow(row as number)).toThrow(/^row must be a whole number/);
    }
  });
});
