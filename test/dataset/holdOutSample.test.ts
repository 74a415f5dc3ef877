import fc from "fast-check";
import { expect, it } from "vitest";
import { holdOutSample } from "../../src/dataset/holdOutSample.ts";
import type { RatingsTable } from "../../src/dataset/RatingsTable.ts";

function tableOf(userCount: number, itemCount: number): RatingsTable {
  const pairs = Array.from({ length: userCount }, (_, user) =>
    Array.from({ length: itemCount }, (_, item) => [user, item]),
  ).flat();
  return {
    userIds: Array.from({ length: userCount }, (_, i) => `u${i}`),
    itemIds: Array.from({ length: itemCount }, (_, i) => `i${i}`),
    users: Int32Array.from(pairs, ([user]) => user),
    items: Int32Array.from(pairs, ([, item]) => item),
    ratings: Float32Array.from(pairs, (_, i) => i / 2),
    timestamps: Uint32Array.from(pairs, (_, i) => i * 3),
  };
}

const rowsOf = ({ users, items, ratings, timestamps }: RatingsTable) =>
  Array.from(users, (user, i) => [user, items[i], ratings[i], timestamps?.[i]].join());

it("holds out three tenths of the ratings of some two thousand users, at the end of the table", () => {
  const table = tableOf(20_000, 20);
  const end = holdOutSample(table);
  const heldOut = table.users.subarray(end);
  const sampled = new Set(heldOut);
  expect(sampled.size).toBeGreaterThan(1850);
  expect(sampled.size).toBeLessThan(2150);
  expect(heldOut.length / (sampled.size * 20)).toBeGreaterThan(0.28);
  expect(heldOut.length / (sampled.size * 20)).toBeLessThan(0.32);
});

it("loses nothing, keeps both parts in order, and splits a split table the same way", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 }), (users, items) => {
      const table = tableOf(users, items);
      const before = rowsOf(table);
      const end = holdOutSample(table);
      const after = rowsOf(table);
      expect(after.toSorted()).toEqual(before.toSorted());
      for (const part of [table.ratings.subarray(0, end), table.ratings.subarray(end)]) {
        expect(part).toEqual(part.toSorted());
      }
      expect(holdOutSample(table)).toBe(end);
      expect(rowsOf(table)).toEqual(after);
    }),
  );
});

it("does without times", () => {
  const { timestamps: _, ...columns } = tableOf(9, 9);
  const bare = { ...columns, timestamps: null };
  const timed = tableOf(9, 9);
  expect(holdOutSample(bare)).toBe(holdOutSample(timed));
  expect(bare).toEqual({ ...timed, timestamps: null });
});
