import { expect, it } from "vitest";
import { genreShares, miscalibration } from "../../src/evaluation/calibration.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";

/** Item 0 is of genre 0, item 1 of genre 1, item 2 of both, item 3 of none. */
const genres = FeatureMatrix.fromRows(
  [
    [[0, 1]],
    [[1, 1]],
    [
      [0, 1],
      [1, 1],
    ],
    [],
  ],
  2,
);

it("shares each item out among its genres", () => {
  expect([...genreShares([0, 2], genres)]).toEqual([3 / 4, 1 / 4]);
  expect([...genreShares([0, 3], genres)]).toEqual([1, 0]);
  expect([...genreShares([3], genres)]).toEqual([0, 0]);
});

it("is 0 for a list in the profile's proportions, and grows with what is missing", () => {
  const lists = [Int32Array.of(2), Int32Array.of(0), Int32Array.of(3)];
  const profiles = [Int32Array.of(0, 1), Int32Array.of(0, 1), Int32Array.of(0)];
  const [same, oneSided, unknown] = miscalibration(lists, profiles, genres);
  expect(same).toBeCloseTo(0);
  // Half and half wanted, all of genre 0 shown: q is 0.995 and 0.005.
  expect(oneSided).toBeCloseTo(0.5 * Math.log(0.5 / 0.995) + 0.5 * Math.log(0.5 / 0.005), 5);
  expect(unknown).toBeNaN();
});
