import { expect, it } from "vitest";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { placeNewItems } from "../../../src/model/scorer/placeNewItems.ts";

it("places by two features at once what neither tells alone", () => {
  // A comedy is liked if it is old and a drama if it is new: features 0 and 1, and 2 and 3.
  const kinds = [
    [0, 2, 1],
    [1, 3, 1],
    [0, 3, -1],
    [1, 2, -1],
  ];
  const items = Array.from({ length: 804 }, (_, item) => kinds[item % 4]);
  const likes = Int32Array.from(items, (_, item) => (item < 800 ? 1 + (item % 90) : 0));
  const vectors = Float32Array.from(items, ([, , value], item) => (item < 800 ? value : 0));
  const features = FeatureMatrix.fromRows(
    items.map(([kind, age]) => [[kind, 1] as const, [age, 1] as const]),
    4,
  );
  placeNewItems({ vectors, rowLength: 1, columns: [0] }, features, null, likes);
  // Half of the way, for the model's sum says 0.
  vectors.subarray(800).forEach((placed, i) => {
    expect(placed).toBeCloseTo(kinds[i][2] / 2, 1);
  });
  expect([...vectors.subarray(0, 4)]).toEqual([1, 1, -1, -1]);
});
