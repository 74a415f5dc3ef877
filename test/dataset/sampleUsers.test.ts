import { expect, it } from "vitest";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import type { RatingsTable } from "../../src/dataset/RatingsTable.ts";
import { sampleUsers } from "../../src/dataset/sampleUsers.ts";

const [USERS, EACH] = [500, 8];
const RATINGS: RatingsTable = {
  userIds: Array.from({ length: USERS }, (_, user) => `u${user}`),
  itemIds: Array.from({ length: EACH }, (_, item) => `i${item}`),
  users: Int32Array.from({ length: USERS * EACH }, (_, at) => (at * 7) % USERS),
  items: Int32Array.from({ length: USERS * EACH }, (_, at) => Math.floor(at / USERS)),
  ratings: Float32Array.from({ length: USERS * EACH }, (_, at) => 1 + (at % 5)),
  timestamps: Uint32Array.from({ length: USERS * EACH }, (_, at) => at),
};
const WHOLE = { name: "made", items: [], ratings: RATINGS, userFeatures: null } as unknown as Catalogue;

const rowsOf = ({ userIds, users, items, ratings, timestamps }: RatingsTable) =>
  Array.from(users, (user, at) => [userIds[user], items[at], ratings[at], timestamps?.[at]].join());

it("keeps all ratings of some users, in order, and all items in their rows, the same ones each time", () => {
  const sample = sampleUsers(WHOLE, 1000);
  const { ratings } = sample;
  const users = new Set(ratings.userIds);
  const isKept = (row: string) => users.has(row.slice(0, row.indexOf(",")));
  expect(rowsOf(ratings)).toEqual(rowsOf(RATINGS).filter(isKept));
  expect(users.size).toBeGreaterThan(90);
  expect(users.size).toBeLessThan(160);
  expect(ratings.users.length).toBe(users.size * EACH);
  expect(sample.items).toBe(WHOLE.items);
  expect(ratings.itemIds).toBe(RATINGS.itemIds);
  expect(sampleUsers(WHOLE, 1000)).toEqual(sample);
  expect(sampleUsers(WHOLE, USERS * EACH)).toBe(WHOLE);
});

it("says how many users they are, and keeps what is known of them", () => {
  const userFeatures = RATINGS.userIds.map((id) => [`of ${id}`]);
  const { name, ratings, userFeatures: kept } = sampleUsers({ ...WHOLE, userFeatures }, 1000);
  expect(name).toBe(`made, ${ratings.userIds.length} users`);
  expect(kept).toEqual(ratings.userIds.map((id) => [`of ${id}`]));
  const bare = { ...WHOLE, ratings: { ...RATINGS, timestamps: null } };
  expect(sampleUsers(bare, 1000)).toMatchObject({ userFeatures: null, ratings: { timestamps: null } });
});
