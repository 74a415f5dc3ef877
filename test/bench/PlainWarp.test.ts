import { expect, test } from "vitest";
import { PlainWarp } from "../../bench/PlainWarp.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { SeededRandom } from "../../src/matrix/random.ts";
import { checkHyperparameters } from "../../src/model/hyperparameters.ts";
import { twoTastes } from "../support/problems.ts";
import { type ReferenceSide, referenceEpoch } from "../support/referenceEpoch.ts";

const COMPONENTS = 6;

const interactions = twoTastes();
const hybrid = FeatureMatrix.fromRows(
  Array.from({ length: interactions.items }, (_, item) => [
    [item, 1],
    [interactions.items + (item % 3), 0.5],
  ]),
  interactions.items + 3,
);

test.each([
  ["identity", null],
  ["hybrid", hybrid],
])("the peer in plain TypeScript learns what LightFM learns: %s", (_, itemFeatures) => {
  const plain = PlainWarp.begin(interactions, itemFeatures, COMPONENTS);
  const reference = {
    users: sideOf(FeatureMatrix.identity(interactions.users), plain.users.values),
    items: sideOf(itemFeatures ?? FeatureMatrix.identity(interactions.items), plain.items.values),
  };
  const hyper = checkHyperparameters({ loss: "warp", noComponents: COMPONENTS });
  const random = new SeededRandom(7);
  const order = Int32Array.from(interactions.userIds.keys());
  for (let samplerSeed = 1; samplerSeed <= 3; samplerSeed++) {
    random.shuffle(order);
    plain.visit(order, samplerSeed);
    referenceEpoch(reference, interactions, hyper, order, samplerSeed);
  }
  expect(largestDifference(plain.users.values, reference.users.values.flat())).toBeLessThan(1e-4);
  expect(largestDifference(plain.items.values, reference.items.values.flat())).toBeLessThan(1e-4);
});

function sideOf(features: FeatureMatrix, values: Float32Array): ReferenceSide {
  const rows = (numbers: ArrayLike<number>) =>
    Array.from({ length: features.features }, (_, row) =>
      Array.from({ length: COMPONENTS + 1 }, (_, c) => numbers[row * (COMPONENTS + 1) + c]),
    );
  const ones = new Float32Array(values.length).fill(1);
  const zeros = new Float32Array(values.length);
  return { features, values: rows(values), sums: rows(ones), momenta: rows(zeros), alpha: 0, scale: 1 };
}

function largestDifference(a: ArrayLike<number>, b: number[]): number {
  expect(a.length).toBe(b.length);
  return b.reduce((largest, x, i) => Math.max(largest, Math.abs(x - a[i])), 0);
}
