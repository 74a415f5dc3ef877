import fc from "fast-check";
import { expect, it } from "vitest";
import { Ease } from "../../../src/evaluation/peers/Ease.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { InverseNeighbours } from "../../../src/model/neighbours/InverseNeighbours.ts";
import { type Likes, likesOf } from "../../../src/model/neighbours/likes.ts";
import { RidgeNeighbours } from "../../../src/model/neighbours/RidgeNeighbours.ts";
import { plainShrinkage } from "../../../src/model/neighbours/Shrinkage.ts";

const PENALTY = 2;

const tables = fc
  .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 5 }))
  .chain(([users, items, scarce]) =>
    fc.array(fc.array(fc.nat(scarce), { minLength: items, maxLength: items }), {
      minLength: users,
      maxLength: users,
    }),
  );

function likesIn(cells: number[][], isTaken: (item: number) => boolean = () => true): Likes {
  const pairs = cells.flatMap((row, user) =>
    row.flatMap((cell, item) => (cell === 0 && isTaken(item) ? [[user, item]] : [])),
  );
  const column = (side: 0 | 1) => Int32Array.from(pairs, (pair) => pair[side]);
  const values = new Float32Array(pairs.length).fill(1);
  return likesOf(new Interactions(cells.length, cells[0].length, column(0), column(1), values));
}

it("scores as the ridge and EASE do, whatever the number of items", async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.nat(), async (cells, choice) => {
      const likes = likesIn(cells);
      const liked = likes.ofUser.indices.slice(0, likes.ofUser.indptr[1]);
      const asked = liked.length > 0 ? liked : [choice % likes.items];
      const itemWeights = Float64Array.from({ length: likes.items }, (_, item) => 1 / (1 + (item % 3)));
      const ridge = await RidgeNeighbours.create(likes, { penalty: PENALTY, itemWeights });
      const inverse = await InverseNeighbours.create(likes, { penalty: PENALTY, itemWeights });
      const eased = new Ease(ridge).score(asked);
      const expected = ridge.score(asked);
      inverse.score(asked).forEach((score, item) => {
        // What nobody likes has no place, and tells nothing.
        const isLiked = likes.ofItem.indptr[item] < likes.ofItem.indptr[item + 1];
        expect(score).toBeCloseTo(isLiked ? expected[item] : 0, 4);
      });
      new Ease(inverse).score(asked).forEach((score, item) => {
        if (likes.ofItem.indptr[item] < likes.ofItem.indptr[item + 1])
          expect(score).toBeCloseTo(eased[item], 3);
      });
    }),
    { numRuns: 60 },
  );
});

it("is of the items with most likes where there are too many, as if there were no others", async () => {
  const cells = Array.from({ length: 60 }, (_, user) =>
    Array.from({ length: 40 }, (_, item) => (user * item) % (2 + (item % 7))),
  );
  const likes = likesIn(cells);
  const counts = Array.from(
    { length: 40 },
    (_, item) => likes.ofItem.indptr[item + 1] - likes.ofItem.indptr[item],
  );
  const taken = new Set(
    counts
      .map((_, item) => item)
      .sort((a, b) => counts[b] - counts[a] || a - b)
      .slice(0, 21),
  );
  const few = await InverseNeighbours.create(likes, plainShrinkage(likes, PENALTY), 21);
  const likesOfTaken = likesIn(cells, (item) => taken.has(item));
  const alone = await RidgeNeighbours.create(likesOfTaken, plainShrinkage(likesOfTaken, PENALTY));
  const asked = [...taken].slice(3, 8);
  const leftOut = counts.map((_, item) => item).find((item) => !taken.has(item)) ?? -1;
  const expected = alone.score(asked);
  few.score([...asked, leftOut]).forEach((score, item) => {
    expect(score).toBeCloseTo(taken.has(item) ? expected[item] : 0, 4);
  });
});
