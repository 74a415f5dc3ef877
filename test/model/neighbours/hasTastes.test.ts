import { expect, it } from "vitest";
import { hasTastes } from "../../../src/model/neighbours/hasTastes.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { likesByTaste } from "../../support/likesByTaste.ts";

const ITEMS = 3000;
const COMMUNITIES = 12;

/** Everybody draws by popularity, and that share of the time from one community's items alone. */
const drawn = (share: number) =>
  likesOf(
    likesByTaste({ users: 1500, items: ITEMS, each: 5 }, (random) => {
      const community = random.below(COMMUNITIES);
      return () => {
        const item = Math.floor(ITEMS * random.float() ** 3);
        return random.float() < share ? item - (item % COMMUNITIES) + community : item;
      };
    }),
  );

it("tells whether likes say more than popularity", async () => {
  expect(await hasTastes(drawn(0))).toBe(false);
  expect(await hasTastes(drawn(0.9))).toBe(true);
});

it("takes it for granted where nobody likes enough to be asked", async () => {
  expect(
    await hasTastes(
      likesOf(likesByTaste({ users: 9, items: 9, each: 2 }, (random) => () => random.below(9))),
    ),
  ).toBe(true);
});
