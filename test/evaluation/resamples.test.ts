import { expect, it } from "vitest";
import { resampledMeans } from "../../src/evaluation/resamples.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

/** The same by a plain loop. */
function plainMeans(figures: Float64Array, resamples: number, seed: number): number[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let i = 0; i < figures.length; i++) sum += figures[random.below(figures.length)];
    return sum / figures.length;
  });
}

it("draws the same positions for all figures of as many users, whatever was drawn in between", () => {
  const figures = Float64Array.from({ length: 30 }, (_, i) => Math.sin(i));
  const isRight = (resamples: number, seed: number) =>
    expect([...resampledMeans(figures, resamples, seed)]).toEqual(plainMeans(figures, resamples, seed));
  isRight(100, 5);
  isRight(100, 6);
  isRight(80, 6);
  for (let length = 31; length < 50; length++) {
    const others = Float64Array.from({ length }, (_, i) => i);
    expect([...resampledMeans(others, 100, 5)]).toEqual(plainMeans(others, 100, 5));
  }
  isRight(100, 5);
  // Too many to be kept: drawn as they are needed.
  expect(resampledMeans(new Float64Array(50_000).fill(2), 100, 5).every((mean) => mean === 2)).toBe(true);
});
