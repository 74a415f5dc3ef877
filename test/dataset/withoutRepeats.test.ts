import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutRepeats } from "../../src/dataset/reading/withoutRepeats.ts";
import { atOnce } from "../../src/steps.ts";

const row = fc.record({
  user: fc.nat({ max: 2 }),
  item: fc.nat({ max: 2 }),
  rating: fc.nat({ max: 3 }),
  time: fc.nat({ max: 3 }),
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

/** Each pair's latest or strongest row, in the order of the file; of equals, the last. */
function expected(rows: readonly Row[], by: "time" | "rating"): Row[] {
  const isSame = (a: Row, b: Row) => a.user === b.user && a.item === b.item;
  return rows.filter(
    (a, i) => !rows.some((b, j) => isSame(a, b) && (b[by] > a[by] || (b[by] === a[by] && j > i))),
  );
}

it("leaves the latest or the strongest of each user and item, whether the rows are sorted or not", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 20 }),
      fc.boolean(),
      fc.boolean(),
      (given, isSorted, strongest) => {
        const rows = isSorted ? [...given].sort((a, b) => a.user - b.user) : given;
        const table = {
          userIds: ["a", "b", "c"],
          itemIds: ["x", "y", "z"],
          users: Int32Array.from(rows, ({ user }) => user),
          items: Int32Array.from(rows, ({ item }) => item),
          ratings: Float32Array.from(rows, ({ rating }) => rating),
          timestamps: Uint32Array.from(rows, ({ time }) => time),
        };
        const { users, items, ratings, timestamps } = atOnce(withoutRepeats(table, strongest, () => {}));
        const left = Array.from(users, (user, i) => ({
          user,
          item: items[i],
          rating: ratings[i],
          time: timestamps?.[i],
        }));
        expect(left).toEqual(expected(rows, strongest ? "rating" : "time"));
      },
    ),
    { numRuns: 200 },
  );
});

it("tells how far it is, once more where the rows are not sorted, and leaves a table without repeats alone", () => {
  const toldOf = (...users: number[]) => {
    const told: number[] = [];
    const table = {
      userIds: ["a", "b"],
      itemIds: ["x", "y"],
      users: Int32Array.from(users),
      items: Int32Array.of(0, 0, 1),
      ratings: Float32Array.of(1, 2, 3),
      timestamps: null,
    };
    expect(atOnce(withoutRepeats(table, false, (share) => void told.push(share)))).toBe(table);
    return told;
  };
  expect(toldOf(0, 1, 1)).toEqual([0]);
  expect(toldOf(1, 0, 1)).toEqual([0, 0]);
});
