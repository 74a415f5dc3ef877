import { expect, it } from "vitest";
import { fingerprintOf } from "../../src/core/worker/fingerprintOf.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";

const [users, items] = [
  [0, 1, 1],
  [2, 0, 2],
];
const of = (values: ArrayLike<number>) => fingerprintOf(new Interactions(2, 3, users, items, values));

it("is FNV-1a over words, however values are stored: fingerprints are saved", () => {
  expect(of(Int8Array.of(1, -1, 1))).toBe(of([1, -1, 1]));
  expect(of([1, -1, 1])).toBe(2_749_164_908);
});

it("tells other interactions apart", () => {
  expect(of([1, 1, 1])).not.toBe(of([1, -1, 1]));
});
