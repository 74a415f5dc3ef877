import fc from "fast-check";
import { expect, it } from "vitest";
import { serendipity } from "../../src/evaluation/serendipity.ts";

it("counts what is liked and was not to be expected", () => {
  // User 0 likes items 1, 2 and 3 in test, user 1 likes none.
  const liked = { indptr: Int32Array.of(0, 3, 3), indices: Int32Array.of(1, 2, 3) };
  const popular = [Int32Array.of(0, 1), Int32Array.of(0, 1)];
  // Item 1 is liked, but popular; item 2 is liked; items 4 and 5 are not.
  const lists = [Int32Array.of(1, 2, 4, 5), Int32Array.of(2, 3, 4, 5)];
  expect([...serendipity(lists, popular, liked)]).toEqual([1 / 4, Number.NaN]);
});

it("is 0 for popularity's own list, whatever is liked", () => {
  const items = fc.uniqueArray(fc.nat(9), { minLength: 1 }).map((list) => Int32Array.from(list));
  fc.assert(
    fc.property(items, items, (list, liked) => {
      const rows = { indptr: Int32Array.of(0, liked.length), indices: liked.toSorted() };
      expect(serendipity([list], [list], rows)[0]).toBe(0);
    }),
  );
});
