import fc from "fast-check";
import { expect, it } from "vitest";
import { CancelledError } from "../../../src/errors.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { factorise } from "../../../src/model/neighbours/factorise.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { NeighbourVectors } from "../../../src/model/neighbours/NeighbourVectors.ts";
import { RidgeNeighbours } from "../../../src/model/neighbours/RidgeNeighbours.ts";

const WEIGHT = 12;

function likesWhere(users: number, items: number, liked: (user: number, item: number) => boolean) {
  const pairs = Array.from({ length: users * items }, (_, i) => [Math.floor(i / items), i % items]).filter(
    ([user, item]) => liked(user, item),
  );
  const column = (side: 0 | 1) => Int32Array.from(pairs, (pair) => pair[side]);
  const values = new Float32Array(pairs.length).fill(1);
  return likesOf(new Interactions(users, items, column(0), column(1), values));
}

/** The largest error of any item's score for somebody who likes `known`, where both have three likes. */
async function largestError(likes: ReturnType<typeof likesWhere>, known: number[], width?: number) {
  const rows = await factorise(likes, WEIGHT, width);
  const scores = (await NeighbourVectors.create(rows, likes.items)).score(known);
  const likedByThree = known.filter((item) => rows.items.includes(item));
  const expected = (await RidgeNeighbours.create(likes)).score(likedByThree);
  return Math.max(
    ...scores.map((score, item) =>
      Math.abs(score - (rows.items.includes(item) ? WEIGHT * expected[item] : 0)),
    ),
  );
}

it("gives the ridge's scores for items that three people like, from either side", async () => {
  const shape = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 3, max: 9 }));
  await fc.assert(
    fc.asyncProperty(shape, fc.infiniteStream(fc.boolean()), async ([users, items], cells) => {
      const table = Array.from({ length: users * items }, () => cells.next().value as boolean);
      const likes = likesWhere(users, items, (user, item) => table[user * items + item]);
      expect(await largestError(likes, [0, items - 1])).toBeLessThan(1e-3);
    }),
    { numRuns: 50 },
  );
});

it("keeps the strongest directions where there are fewer numbers than users and items", async () => {
  // Three kinds of people, each of whom likes all of their kind: three directions hold everything.
  const kinds = (user: number, item: number) => item % 3 === user % 3;
  for (const [users, items] of [
    [12, 30],
    [30, 12],
  ]) {
    expect(await largestError(likesWhere(users, items, kinds), [0, 3, 4], 4)).toBeLessThan(1e-3);
  }
});

it("ends at the next turn after it is stopped", async () => {
  const likes = likesWhere(600, 600, (user, item) => (user + item) % 3 === 0);
  const controller = new AbortController();
  const made = factorise(likes, WEIGHT, 64, controller.signal);
  let turns = 0;
  const count = () => {
    controller.abort();
    if (turns++ < 10) setImmediate(count);
  };
  setImmediate(count);
  await expect(made).rejects.toBeInstanceOf(CancelledError);
  expect(turns).toBeLessThan(3);
});

it("has no vector that fewer than three people would be known by", async () => {
  // Item i is liked by the first i users.
  const { items } = await factorise(
    likesWhere(5, 6, (user, item) => user < item),
    WEIGHT,
  );
  expect([...items]).toEqual([3, 4, 5]);
});
