import { afterEach, expect, it, vi } from "vitest";
import { inHalfPrecision } from "../../src/dataset/reading/halfPrecision.ts";
import { RatingColumn } from "../../src/dataset/reading/RatingColumn.ts";

/** Node 20 has no such arrays: like them, this one holds stars and points, and not every number. */
class Coarse extends Float32Array {
  override set(numbers: ArrayLike<number>, from = 0): void {
    for (let i = 0; i < numbers.length; i++) this[from + i] = Math.round(numbers[i] * 8) / 8;
  }
}

afterEach(() => void vi.unstubAllGlobals());

it("keeps ratings narrow from piece to piece, and no rating changes for it", () => {
  const [stars, points, odd] = [[0.5, 5], [7, 100], [1.7]].map((ratings) => Float32Array.from(ratings));
  const columnOf = (...pieces: Float32Array[]) => {
    const column = new RatingColumn(pieces.flatMap((piece) => [...piece]).length);
    let at = 0;
    for (const piece of pieces) {
      column.set(piece, at);
      at += piece.length;
    }
    return column.ratings;
  };
  expect(columnOf(stars, points).constructor).toBe(Float32Array);

  vi.stubGlobal("Float16Array", Coarse);
  const narrow = columnOf(stars, points);
  expect(narrow).toBeInstanceOf(Coarse);
  expect([...narrow]).toEqual([...stars, ...points]);
  expect(inHalfPrecision(narrow)).toBe(narrow);
  const half = Float32Array.of(1, 1.7);
  expect([...columnOf(half, stars)]).toEqual([...half, ...stars]);
  const wide = columnOf(stars, odd, points, odd);
  expect(wide.constructor).toBe(Float32Array);
  expect([...wide]).toEqual([...stars, ...odd, ...points, ...odd]);
});

it("makes ratings narrow where the platform can and they hold every one of them", () => {
  const given = () => Float32Array.of(4, 5, 3);
  vi.stubGlobal("Float16Array", undefined);
  const kept = given();
  expect(inHalfPrecision(kept)).toBe(kept);

  // These hold whole numbers.
  vi.stubGlobal("Float16Array", Int8Array);
  const narrow = inHalfPrecision(given());
  expect(narrow).toEqual(Int8Array.of(4, 5, 3));
  expect(inHalfPrecision(narrow)).toBe(narrow);
  const odd = Float32Array.of(4, 5, 1.5);
  expect(inHalfPrecision(odd)).toBe(odd);
  expect([...odd]).toEqual([4, 5, 1.5]);
});
