import { expect, it } from "vitest";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { placeNewItems } from "../../../src/model/scorer/placeNewItems.ts";
import { placedPlainly, type Row } from "../../support/referenceNewItems.ts";

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

it("is the ridge regression that its description says, with pairs and tags", () => {
  const random = new SeededRandom(4);
  const ITEMS = 150;
  // Each item has a feature of its own; one has more features than are paired.
  const some = (from: number, count: number, chance: number): Row =>
    Array.from({ length: count }, (_, i) => [from + i, 0.5 + random.float()] as const).filter(
      () => random.float() < chance,
    );
  const features = Array.from(
    { length: ITEMS },
    (_, item): Row => [
      [item, 1],
      ...some(ITEMS, 5, item === 7 ? 1 : 0.4),
      ...some(ITEMS + 5, 20, item === 7 ? 1 : 0.03),
    ],
  );
  const tags = Array.from({ length: ITEMS }, (): Row => some(0, 30, 0.03));
  const likes = Int32Array.from({ length: ITEMS }, () =>
    random.float() < 0.7 ? 1 + Math.floor(9 * random.float()) : 0,
  );
  const vectors = Float32Array.from({ length: ITEMS * 5 }, () => random.float() - 0.5);
  const columns = [0, 1, 3];
  const expected = placedPlainly(vectors, 5, columns, [features, tags], likes);
  placeNewItems(
    { vectors, rowLength: 5, columns },
    FeatureMatrix.fromRows(features, ITEMS + 25),
    FeatureMatrix.fromRows(tags, 30),
    likes,
  );
  vectors.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i], 5);
  });
});
