import fc from "fast-check";
import { expect, it } from "vitest";
import {
  dequantise,
  dequantiseNeighbours,
  quantise,
  quantiseNeighbours,
} from "../../../src/model/published/quantise.ts";

const number = fc.float({ min: -100, max: 100, noNaN: true, noDefaultInfinity: true });
const table = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), width: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, width }) =>
    fc.record({
      width: fc.constant(width),
      numbers: fc.array(number, { minLength: rows * width, maxLength: rows * width }),
      biases: fc.array(number, { minLength: rows, maxLength: rows }),
    }),
  );

/** Whether each number is as near as a byte tells it: within half of a 127th of the largest in its row. */
function areNear(given: readonly number[], got: Float32Array, width: number): boolean {
  return given.every((value, i) => {
    const from = i - (i % width);
    const largest = Math.max(...given.slice(from, from + width).map(Math.abs));
    return Math.abs(got[i] - value) <= largest / 127 / 2 + 1e-4;
  });
}

it("vectors come back within half a step of their own row, and biases as they were", () => {
  fc.assert(
    fc.property(table, ({ width, numbers, biases }) => {
      const packed = quantise({ embeddings: Float32Array.from(numbers), biases: Float32Array.from(biases) });
      expect(packed.vectors).toHaveLength(numbers.length);
      const { embeddings, biases: back } = dequantise(packed);
      expect(areNear(numbers, embeddings, width)).toBe(true);
      expect(back).toEqual(Float32Array.from(biases));
    }),
  );
});

it("neighbours' rows come back to the items that have them, and other numbers of rows are told", () => {
  fc.assert(
    fc.property(table, ({ width, numbers }) => {
      const items = Int32Array.from({ length: numbers.length / width }, (_, row) => row * 2 + 1);
      const rows = { items, width, vectors: Float32Array.from(numbers), growth: 1 };
      const packed = quantiseNeighbours(rows, items.length * 2 + 3);
      expect(packed.scales).toHaveLength(items.length * 2 + 3);
      const back = dequantiseNeighbours(packed, width);
      expect(back?.items).toEqual(items);
      expect(back?.width).toBe(width);
      expect(areNear(numbers, back?.vectors ?? new Float32Array(), width)).toBe(true);
      expect(dequantiseNeighbours(packed, width + 1)).toBeNull();
    }),
  );
});
