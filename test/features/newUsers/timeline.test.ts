import fc from "fast-check";
import { expect, test } from "vitest";
import type { RatingsTable } from "../../../src/dataset/RatingsTable.ts";
import { timePositions } from "../../../src/dataset/splits.ts";
import { timelineOf } from "../../../src/features/newUsers/worker/timeline.ts";

const USERS = 6;
const rating = fc.record({ user: fc.nat(USERS - 1), seconds: fc.nat(50) });

function tableOf(ratings: { user: number; seconds: number }[]): RatingsTable {
  return {
    userIds: Array.from({ length: USERS }, (_, user) => String(user)),
    itemIds: ["1"],
    users: Int32Array.from(ratings, ({ user }) => user),
    items: new Int32Array(ratings.length),
    ratings: new Float32Array(ratings.length).fill(4),
    timestamps: Float64Array.from(ratings, ({ seconds }) => seconds),
  };
}

test("every cut counts both sides of a split by time at the same share", () => {
  fc.assert(
    fc.property(fc.array(rating, { minLength: 1, maxLength: 40 }), fc.nat(1000), (ratings, cut) => {
      const table = tableOf(ratings);
      const timeline = timelineOf(table);
      const { earlier, later } = timePositions(table.timestamps as Float64Array, cut / 1000);
      const known = new Set(Array.from(earlier, (position) => table.users[position]));
      expect(timeline?.cuts.known[cut]).toBe(earlier.length);
      expect(timeline?.cuts.knownUsers[cut]).toBe(known.size);
      expect(timeline?.cuts.byNewUsers[cut]).toBe(
        later.filter((position) => !known.has(table.users[position])).length,
      );
      if (later.length > 0) expect(timeline?.cuts.seconds[cut]).toBe(table.timestamps?.[later[0]]);
    }),
  );
});

test("a dot stands where its rating does in time, and its user by date joined", () => {
  const timeline = timelineOf(
    tableOf([
      { user: 4, seconds: 30 },
      { user: 2, seconds: 10 },
      { user: 4, seconds: 20 },
      { user: 2, seconds: 50 },
    ]),
  );
  expect(timeline).toMatchObject({ users: 2, interactions: 4, from: 10, to: 50 });
  expect([...(timeline?.dots.times ?? [])]).toEqual([0, 0.25, 0.5, 1]);
  expect([...(timeline?.dots.users ?? [])]).toEqual([0, 1, 1, 0]);
  expect(timelineOf({ ...tableOf([]), timestamps: null })).toBeNull();
});
