import { expect, it } from "vitest";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { InverseNeighbours } from "../../../src/model/neighbours/InverseNeighbours.ts";
import { type Likes, likesOf } from "../../../src/model/neighbours/likes.ts";
import { formOf, neighboursOf, weightOfDirections } from "../../../src/model/neighbours/neighboursOf.ts";
import { RidgeNeighbours } from "../../../src/model/neighbours/RidgeNeighbours.ts";
import { penaltyFor, shrinkageFor } from "../../../src/model/neighbours/Shrinkage.ts";

/** Users like all of their kind, of which there are as many as given. */
function likesOfKinds(users: number, items: number, kinds: number) {
  const pairs = Array.from({ length: users }, (_, user) =>
    Array.from({ length: Math.floor(items / kinds) }, (_, i) => [user, i * kinds + (user % kinds)]),
  ).flat();
  const column = (side: 0 | 1) => Int32Array.from(pairs, (pair) => pair[side]);
  const values = new Float32Array(pairs.length).fill(1);
  return likesOf(new Interactions(users, items, column(0), column(1), values));
}

/** Each item has as many likes as given; of the matrix no more is filled in than its size. */
function likesOfSize(users: number, items: number, each: number): Likes {
  const indices = new Int32Array(items * each);
  const indptr = Int32Array.from({ length: items + 1 }, (_, item) => item * each);
  return {
    users,
    items,
    ofUser: { indptr: new Int32Array(users + 1), indices },
    ofItem: { indptr, indices },
  };
}

it("is a ridge with a factor, by steps or with an inverse, as items and likes allow, else its strongest directions", () => {
  expect(formOf(likesOfSize(30, 30, 10))).toBe("ridge");
  expect(formOf(likesOfSize(1280, 1280, 8))).toBe("inverse");
  expect(formOf(likesOfSize(1280, 5000, 3))).toBe("ridge");
  // More likes than are asked by steps: four fifths of them, or fewer, are of items that have a place in an inverse.
  expect(formOf(likesOfSize(1280, 5000, 85))).toBe("inverse");
  expect(formOf(likesOfSize(1280, 5120, 85))).toBe("inverse");
  expect(formOf(likesOfSize(1280, 5121, 85))).toBe("directions");
  expect(formOf(likesOfSize(1280, 6000, 85))).toBe("directions");
  expect(formOf(likesOfSize(1280, 50_000, 85))).toBe(null);
  // Of scattered likes more are asked by steps.
  expect(formOf(likesOfSize(30_000, 6000, 85))).toBe("ridge");
});

it("scores alike in both forms of the ridge", async () => {
  const likes = likesOfKinds(1216, 1216, 38);
  const inverse = await neighboursOf(likes, 12);
  expect(inverse).toBeInstanceOf(InverseNeighbours);
  const expected = (await RidgeNeighbours.create(likes)).score([0, 38]);
  inverse?.score([0, 38]).forEach((score, item) => {
    expect(Math.abs(score - expected[item])).toBeLessThan(1e-2);
  });
});

it("weighs directions half where they stand in for likes that are too many", () => {
  expect(weightOfDirections(likesOfSize(1280, 5000, 3), 12)).toBe(12);
  expect(weightOfDirections(likesOfSize(1280, 6000, 85), 12)).toBe(6);
});

it("has a penalty of the mean number of likes a user, 30 at least, and up to thrice where items have many", () => {
  expect(penaltyFor(likesOfKinds(30, 30, 3))).toBe(30);
  expect(penaltyFor(likesOfKinds(30, 300, 3))).toBe(100);
  expect(penaltyFor(likesOfKinds(180, 300, 3))).toBeCloseTo(100 * Math.SQRT2, 8);
  expect(penaltyFor(likesOfKinds(1000, 300, 3))).toBeCloseTo(300, 8);
});

it("lets a like count less, the more people like the item", () => {
  // Of a penalty of 30 and 10 likes an item; nobody likes the last.
  const { itemWeights } = shrinkageFor(likesOfKinds(30, 31, 3));
  expect(itemWeights[0]).toBeCloseTo(Math.sqrt(30 / (30 + 5)), 8);
  expect(itemWeights[30]).toBe(1);
});
