import fc from "fast-check";
import { expect, it } from "vitest";
import { arrivalOf, featuresByArrival, firstRows } from "../../src/experiment/byArrival.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";

const problem = fc.integer({ min: 1, max: 8 }).chain((rows) =>
  fc.record({
    labels: fc.array(fc.uniqueArray(fc.nat(4)), { minLength: rows, maxLength: rows }),
    sequence: fc.array(fc.nat(rows - 1)),
  }),
);

/** Every row has a column of its own and its labels, as `Dataset` lays them out. */
function matrixOf(labels: readonly number[][]): FeatureMatrix {
  const { length } = labels;
  const own = labels.map((row, i) => [i, ...row.map((label) => length + label).sort()]);
  return FeatureMatrix.fromRows(
    own.map((row) => row.map((column) => [column, 1] as const)),
    length + 5,
  );
}

function weightsOf({ indptr, indices, data }: FeatureMatrix, row: number): Map<number, number> {
  const entries = Array.from({ length: indptr[row + 1] - indptr[row] }, (_, i) => indptr[row] + i);
  return new Map(entries.map((i) => [indices[i], data[i]]));
}

it("puts rows in order of arrival, and keeps what they have in common", () => {
  fc.assert(
    fc.property(problem, ({ labels, sequence }) => {
      const matrix = matrixOf(labels);
      const arrival = arrivalOf(sequence, labels.length);
      expect([...arrival.order].sort()).toEqual([...labels.keys()]);
      expect([...arrival.order].slice(0, new Set(sequence).size)).toEqual([...new Set(sequence)]);
      const sorted = featuresByArrival(matrix, arrival, (column) => (column < labels.length ? 1 : 2));
      for (const [i, a] of labels.entries()) {
        const weights = weightsOf(sorted, arrival.places[i]);
        expect([...weights.values()].sort()).toEqual([1, ...a.map(() => 2)]);
        for (const [j, b] of labels.slice(0, i).entries()) {
          const others = weightsOf(sorted, arrival.places[j]);
          const shared = [...weights.keys()].filter((column) => others.has(column));
          expect(shared).toHaveLength(a.filter((label) => b.includes(label)).length);
        }
      }
    }),
  );
});

it("lets the beginning be known without the rest", () => {
  fc.assert(
    fc.property(problem, fc.nat(8), ({ labels, sequence }, wanted) => {
      const sorted = featuresByArrival(matrixOf(labels), arrivalOf(sequence, labels.length), () => 1);
      const count = Math.min(wanted, labels.length);
      const first = firstRows(sorted, count);
      expect(first.rows).toBe(count);
      for (let row = 0; row < count; row++) expect(weightsOf(first, row)).toEqual(weightsOf(sorted, row));
      const used = new Set(first.indices);
      expect(first.features).toBe(used.size);
    }),
  );
});
