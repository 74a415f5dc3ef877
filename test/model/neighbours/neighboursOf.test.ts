import { expect, it } from "vitest";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { NeighbourVectors } from "../../../src/model/neighbours/NeighbourVectors.ts";
import { neighboursOf } from "../../../src/model/neighbours/neighboursOf.ts";
import { RidgeNeighbours } from "../../../src/model/neighbours/RidgeNeighbours.ts";

/** Users like all of their kind, of which there are as many as given. */
function likesOfKinds(users: number, items: number, kinds: number) {
  const pairs = Array.from({ length: users }, (_, user) =>
    Array.from({ length: Math.floor(items / kinds) }, (_, i) => [user, i * kinds + (user % kinds)]),
  ).flat();
  const column = (side: 0 | 1) => Int32Array.from(pairs, (pair) => pair[side]);
  const values = new Float32Array(pairs.length).fill(1);
  return likesOf(new Interactions(users, items, column(0), column(1), values));
}

it("scores by the ridge where a question of it is quick, otherwise by its strongest directions", async () => {
  expect(await neighboursOf(likesOfKinds(30, 30, 3), 12)).toBeInstanceOf(RidgeNeighbours);
  // More likes than the ridge is asked for without a factor, and more users and items than it has one for.
  const likes = likesOfKinds(1280, 1280, 4);
  const vectors = await neighboursOf(likes, 12);
  expect(vectors).toBeInstanceOf(NeighbourVectors);
  const expected = (await RidgeNeighbours.create(likes)).score([0, 4]);
  vectors?.score([0, 4]).forEach((score, item) => {
    expect(Math.abs(score - 12 * expected[item])).toBeLessThan(1e-3);
  });
});

it("has a penalty of the mean number of likes a user, and 30 where people like fewer things", async () => {
  expect((await RidgeNeighbours.create(likesOfKinds(30, 30, 3))).penalty).toBe(30);
  expect((await RidgeNeighbours.create(likesOfKinds(30, 300, 3))).penalty).toBe(100);
});
