import { expect, it } from "vitest";
import { Ease } from "../../../src/evaluation/peers/Ease.ts";
import { ItemKnn } from "../../../src/evaluation/peers/ItemKnn.ts";
import { Popularity } from "../../../src/evaluation/peers/Popularity.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { RidgeNeighbours } from "../../../src/model/neighbours/RidgeNeighbours.ts";
import { plainShrinkage } from "../../../src/model/neighbours/Shrinkage.ts";

/** Users 0 and 1 like items 0 and 1, user 1 also item 2, and user 2 item 2 alone; nobody likes item 3. */
const likes = likesOf(new Interactions(3, 4, [0, 0, 1, 1, 1, 2], [0, 1, 0, 1, 2, 2], [1, 1, 1, 1, 1, 1]));

it("popularity counts who likes an item", () => {
  expect([...new Popularity(likes).score()]).toEqual([2, 2, 2, 0]);
});

it("item kNN sums cosines, shrunk, each like speaking for its nearest alone", () => {
  // Each of the three is liked by two: 0 and 1 share both fans, and each of them one with item 2.
  const near = 2 / (2 + 1);
  const far = 1 / (2 + 1);
  const scores = (neighbours: number, itemIds: number[]) =>
    [...new ItemKnn(likes, { neighbours, shrinkage: 1 }).score(itemIds)].map((score) =>
      expect.closeTo(score, 6),
    );
  expect([0, near, far, 0]).toEqual(scores(2, [0]));
  expect([0, near, 0, 0]).toEqual(scores(1, [0]));
  expect([near, near, 2 * far, 0]).toEqual(scores(2, [0, 1]));
  expect([0, 0, 0, 0]).toEqual(scores(2, [3]));
});

it("EASE is the ridge in which no item speaks for itself", async () => {
  // Two items, liked by one user together and by another apart: XᵀX + I = [[2 + 1, 1], [1, 1 + 1]], whose inverse
  // is [[2, -1], [-1, 3]] / 5; item 1 scores 1 / 3 for who likes item 0, and item 0 scores 1 / 2 for who likes item 1.
  const two = likesOf(new Interactions(2, 2, [0, 0, 1], [0, 1, 0], [1, 1, 1]));
  const ease = new Ease(await RidgeNeighbours.create(two, plainShrinkage(two, 1)));
  expect([...ease.score([0])]).toEqual([0, 1 / 3].map((score) => expect.closeTo(score, 6)));
  expect([...ease.score([1])]).toEqual([1 / 2, 0].map((score) => expect.closeTo(score, 6)));
});

it("EASE takes part where the smaller side can be inverted in a minute", () => {
  const fits = (side: number) => Ease.fits(likesOf(new Interactions(side, 9000, [0], [0], [1])));
  expect([fits(2500), fits(2501)]).toEqual([true, false]);
});
