import fc from "fast-check";
import { expect, it } from "vitest";
import { valueCounts } from "../../src/dataset/reading/valueCounts.ts";

/** Node 20 has no 16-bit floats: like them, these numbers take two bytes each. */
class Narrow extends Uint16Array {}

it("counts how often each value occurs, whatever holds it, and gives up where there are too many", () => {
  const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 65_535 }), fc.constantFrom(0, 1, 5)));
  fc.assert(
    fc.property(values, (numbers) => {
      const expected = new Map<number, number>();
      for (const number of numbers) expected.set(number, (expected.get(number) ?? 0) + 1);
      for (const array of [Float32Array.from(numbers), Narrow.from(numbers) as unknown as Float32Array]) {
        expect(valueCounts(array)).toEqual(expected);
        expect(valueCounts(array, expected.size)).toEqual(expected);
        if (expected.size > 0) expect(valueCounts(array, expected.size - 1)).toBeNull();
      }
    }),
    { numRuns: 30 },
  );
});

it("counts values off the scale of halves, and takes both zeros as one", () => {
  expect(valueCounts(Float32Array.of(-0, 0, 0.25, -500, 1e6, 0.25))).toEqual(
    new Map([
      [0, 2],
      [0.25, 2],
      [-500, 1],
      [1e6, 1],
    ]),
  );
});
