import { expect, it } from "vitest";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { likesInTurns } from "../../src/model/neighbours/likes.ts";
import { counted } from "../../src/steps.ts";

it("sorting a million likes tells how far it is, from near nothing to nearly all, and never less than before", async () => {
  const length = 1_600_000;
  const users = Int32Array.from({ length }, (_, i) => i >> 5);
  const items = Int32Array.from({ length }, (_, i) => i & 31);
  const told: number[] = [];
  await likesInTurns(
    new Interactions(length >> 5, 32, users, items, new Int8Array(length).fill(1)),
    (share) => told.push(share),
  );
  expect(told.length).toBeGreaterThan(8);
  expect(told[0]).toBeLessThan(0.15);
  expect(told.at(-1)).toBeGreaterThan(0.9);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});

it("steps that are more than was expected tell no more than all", () => {
  const told: number[] = [];
  const onStep = counted(2, 0.5, 1, (share) => told.push(share));
  for (let i = 0; i < 3; i++) onStep();
  expect(told).toEqual([0.75, 1, 1]);
});
