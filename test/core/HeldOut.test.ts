import { expect, it } from "vitest";
import { holdOut } from "../../src/core/worker/HeldOut.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";

/** Everybody likes ten items in a row. */
function likes(users: number, items: number): Interactions {
  const each = Array.from({ length: users * 10 }, (_, i) => i);
  return new Interactions(
    users,
    items,
    each.map((i) => Math.floor(i / 10)),
    each.map((i) => (Math.floor(i / 10) * 3 + (i % 10)) % items),
    each.map(() => 1),
  );
}

it("examines only some of the users where to rank all items for everybody would take longer than an epoch", () => {
  const all = likes(6000, 5000);
  const { learnt, train, test, known, isSample } = holdOut(all);
  expect(isSample).toBe(true);
  expect(learnt).toBe(all);
  expect(train.length).toBe(42_000);
  // 200 pairs a like, of 5,000 items: 2,400 of 6,000 users.
  const examined = new Set(test.userIds);
  expect(examined.size).toBeGreaterThan(2200);
  expect(examined.size).toBeLessThan(2600);
  // What is known of them, and of nobody else but those of whom nothing was held out.
  expect(new Set([...known.userIds, ...test.userIds]).size).toBeLessThan(2600);
  expect(known.length + test.length).toBeGreaterThan(examined.size * 10 - 100);
  expect(Array.from(holdOut(all).test.userIds)).toEqual(Array.from(test.userIds));
});

it("examines everybody where that is quick, or they are few", () => {
  for (const all of [likes(6000, 2000), likes(1900, 40_000)]) {
    const { train, test, known, isSample } = holdOut(all);
    expect(isSample).toBe(false);
    expect(known).toBe(train);
    expect(train.length + test.length).toBe(all.length);
  }
});
