import { describe, expect, test } from "vitest";
import { nearestNeighbours } from "../../../src/features/map/worker/layout/nearestNeighbours.ts";
import { neighbourEmbedding } from "../../../src/features/map/worker/layout/neighbourEmbedding.ts";
import { principalAxes } from "../../../src/matrix/principalAxes.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";

const GROUPS = 6;
const EACH = 60;
const random = new SeededRandom(9);
const noise = () => random.float() - 0.5;
const centres = Array.from({ length: GROUPS }, () => Array.from({ length: 16 }, noise));
/** Six groups of directions, one after the other. */
const vectors = centres.flatMap((centre) =>
  Array.from({ length: EACH }, () => {
    const vector = Float32Array.from(centre, (value) => value + 0.3 * noise());
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  }),
);
const groupOf = (row: number) => Math.floor(row / EACH);
const rest = async () => {};

test("principal components show the two directions of most spread, the first before the second", () => {
  const flat = Array.from({ length: 40 }, (_, i) => Float32Array.of(0, Math.cos(i) * 3 + 1, 7, Math.sin(i)));
  const positions = principalAxes(flat);
  flat.forEach((vector, row) => {
    expect(Math.abs(positions[2 * row])).toBeCloseTo(Math.abs(vector[1] - 1 - offsetOf(flat, 1)), 1);
    expect(Math.abs(positions[2 * row + 1])).toBeCloseTo(Math.abs(vector[3] - offsetOf(flat, 3, 0)), 1);
  });
});

const offsetOf = (rows: Float32Array[], c: number, less = 1) =>
  rows.reduce((sum, row) => sum + row[c] - less, 0) / rows.length;

describe("neighbours", () => {
  test("are nearly those that comparing everything finds, nearest first", async () => {
    const k = 10;
    const found = await nearestNeighbours(vectors, k, rest);
    let hits = 0;
    vectors.forEach((vector, row) => {
      const cosines = vectors.map((other) => other.reduce((sum, value, c) => sum + value * vector[c], 0));
      const best = [...cosines.keys()]
        .filter((other) => other !== row)
        .sort((a, b) => cosines[b] - cosines[a]);
      const own = [...found.rows.subarray(row * k, (row + 1) * k)];
      hits += own.filter((other) => best.slice(0, k).includes(other)).length;
      expect(own).not.toContain(row);
      const ordered = [...found.cosines.subarray(row * k, (row + 1) * k)];
      expect(ordered).toEqual(ordered.toSorted((a, b) => b - a));
    });
    expect(hits / (vectors.length * k)).toBeGreaterThan(0.9);
  });

  test("come to stand side by side, the same way each time", async () => {
    const neighbours = await nearestNeighbours(vectors, 10, rest);
    const place = async () => {
      const positions = principalAxes(vectors).map((value) => 10 * value);
      await neighbourEmbedding(positions, neighbours, { epochs: 100, rest });
      return positions;
    };
    const positions = await place();
    expect(await place()).toEqual(positions);
    let own = 0;
    vectors.forEach((_, row) => {
      const distance = (other: number) =>
        Math.hypot(
          positions[2 * row] - positions[2 * other],
          positions[2 * row + 1] - positions[2 * other + 1],
        );
      const nearest = [...vectors.keys()]
        .filter((other) => other !== row)
        .sort((a, b) => distance(a) - distance(b));
      own += nearest.slice(0, 10).filter((other) => groupOf(other) === groupOf(row)).length;
    });
    expect(own / (vectors.length * 10)).toBeGreaterThan(0.97);
  });

  test("stop being looked for where the rest rejects, and few rows have few", async () => {
    await expect(nearestNeighbours(vectors, 5, () => Promise.reject(new Error("enough")))).rejects.toThrow(
      "enough",
    );
    const alike = Array.from({ length: 3 }, () => Float32Array.of(1, 0));
    const { rows } = await nearestNeighbours(alike, 4, rest);
    expect([...rows.subarray(0, 4)].toSorted((a, b) => a - b)).toEqual([-1, -1, 1, 2]);
  });
});
