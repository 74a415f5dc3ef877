import { expect, test } from "vitest";
import { huesOf } from "../../src/core/worker/huesOf.ts";
import type { CatalogueItem } from "../../src/dataset/Catalogue.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

const COMPONENTS = 8;
const random = new SeededRandom(1);
const normal = () => Math.sqrt(-2 * Math.log(1 - random.float())) * Math.cos(2 * Math.PI * random.float());
const item = (title: string): CatalogueItem => ({
  id: title,
  title,
  year: null,
  genres: [],
  alternativeTitles: [],
});

/** Round the circle, the shorter way. */
const apart = (one: number, other: number) => Math.min(Math.abs(one - other), 1 - Math.abs(one - other));

/** Points that spread in two directions more than in the others, as tastes do. */
const points = Array.from({ length: 1000 }, () =>
  Float32Array.from({ length: COMPONENTS }, (_, c) => normal() * (c < 2 ? 3 : 1)),
);

test("items that the model finds alike have hues close together, others have any", () => {
  const beside = points.map((vector) => vector.map((value) => value + 0.2 * normal()));
  const vectors = [...points, ...beside];
  const items = vectors.map((_, row) => item(`Film${row}`));
  const hues = huesOf(items, vectors, new Int32Array(items.length).fill(1));
  const mean = (other: (row: number) => number) =>
    points.reduce((sum, _, row) => sum + apart(hues[row], hues[other(row)]), 0) / points.length;
  expect(mean((row) => points.length + row)).toBeLessThan(0.02);
  // By chance two places on a circle lie a quarter of it apart.
  expect(mean((row) => (row + 1) % points.length)).toBeGreaterThan(0.22);
});

test("each quarter of the circle has a quarter of the ratings, however few directions are liked", () => {
  const counts = Int32Array.from(points, ([x]) => (x > 2 ? 50 : 1));
  const hues = huesOf(
    points.map((_, row) => item(`Film${row}`)),
    points,
    counts,
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const quarters = [0, 0, 0, 0];
  hues.forEach((hue, row) => {
    quarters[Math.floor(4 * hue)] += counts[row] / total;
  });
  for (const share of quarters) expect(share).toBeCloseTo(0.25, 1);
});

test("a series has the hue of its best-known film, wherever the model puts the others", () => {
  const items = ["Toy Story", "Heat", "Toy Story 3", "Toy Story 2"].map(item);
  const vectors = [
    [1, 0],
    [0, 1],
    [-1, 0.1],
    [0, -1],
  ].map((vector) => Float32Array.from(vector));
  const [first, heat, third, second] = huesOf(items, vectors, Int32Array.of(9, 5, 20, 3));
  expect([first, second]).toEqual([third, third]);
  expect(heat).not.toBe(third);
});
