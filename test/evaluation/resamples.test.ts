import { expect, it } from "vitest";
import { resampledMeans } from "../../src/evaluation/resamples.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

it("draws the same positions for all figures of as many users, whatever was drawn in between", () => {
  const figures = Float64Array.from({ length: 30 }, (_, i) => Math.sin(i));
  const random = new SeededRandom(5);
  const expected = Array.from({ length: 100 }, () => {
    let sum = 0;
    for (let i = 0; i < figures.length; i++) sum += figures[random.below(figures.length)];
    return sum / figures.length;
  });
  expect([...resampledMeans(figures, 100, 5)]).toEqual(expected);
  for (let length = 31; length < 50; length++) resampledMeans(new Float64Array(length), 100, 5);
  expect([...resampledMeans(figures, 100, 5)]).toEqual(expected);
  // Too many to be kept: drawn as they are needed.
  expect(resampledMeans(new Float64Array(50_000).fill(2), 100, 5).every((mean) => mean === 2)).toBe(true);
});
