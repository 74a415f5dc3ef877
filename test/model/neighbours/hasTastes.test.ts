import { expect, it } from "vitest";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { gainsOf, hasTastes } from "../../../src/model/neighbours/hasTastes.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { likesByTaste } from "../../support/likesByTaste.ts";
import { interactionsOf } from "../../support/problems.ts";

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

/** The same by a loop that is slow and obvious. @param lists what each user likes, ascending */
function slowGains(lists: readonly (readonly number[])[], items: number) {
  const random = new SeededRandom(0);
  const asked = Int32Array.from(lists.keys()).filter((user) => lists[user].length >= 3);
  random.shuffle(asked);
  let told = 0;
  let popular = 0;
  for (const user of asked.slice(0, 500)) {
    const own = Int32Array.from(lists[user]);
    random.shuffle(own);
    const [hidden, ...known] = own;
    const fansOf = (item: number) => [...lists.keys()].filter((fan) => lists[fan].includes(item));
    const others = Array.from(
      { length: items },
      (_, item) => fansOf(item).filter((fan) => fan !== user).length,
    );
    const scores = new Array<number>(items).fill(0);
    for (const item of known.slice(0, 30)) {
      const fans = fansOf(item);
      // Of four hundred fans, every second is looked at, and counts twice.
      const step = Math.max(1, Math.floor(fans.length / 200));
      for (const fan of fans.filter((fan, place) => place % step === 0 && fan !== user))
        for (const other of lists[fan])
          scores[other] += step / (Math.sqrt(others[item] * others[other]) + 10);
    }
    const gain = (figures: number[]) => {
      const rivals = figures.filter((_, item) => item !== hidden && !known.includes(item));
      const above = rivals.filter((figure) => figure > figures[hidden]).length;
      const beside = rivals.filter((figure) => figure === figures[hidden]).length;
      // The middle of the places that equals share.
      return 1 / Math.log2(2 + above + beside / 2);
    };
    told += gain(scores);
    popular += gain(others);
  }
  return { told, popular };
}

const chance = new SeededRandom(8);
/** So many different items, some likelier than others. */
const someOf = (items: number, count: number) => {
  const own = new Set<number>();
  while (own.size < count) own.add(Math.floor(items * chance.float() ** 2));
  return [...own].sort((a, b) => a - b);
};

it.each<[string, number, number[][]]>([
  ["few", 12, Array.from({ length: 40 }, (_, user) => someOf(12, user % 6))],
  ["many likes of each", 60, Array.from({ length: 20 }, () => someOf(60, 36))],
  [
    "many fans of one thing",
    9,
    Array.from({ length: 420 }, (_, user) =>
      user % 20 ? [0] : [0, ...someOf(8, 3).map((item) => item + 1)],
    ),
  ],
  ["many who can be asked", 5, Array.from({ length: 503 }, () => someOf(5, 3))],
])("gains are those of looking for what is hidden, one user after the other: %s", async (_, items, lists) => {
  const entries = lists.flatMap((own, user) => own.map((item) => [user, item, 1] as const));
  const found = await gainsOf(likesOf(interactionsOf(lists.length, items, entries)));
  const expected = slowGains(lists, items);
  expect(found.told).toBeCloseTo(expected.told, 6);
  expect(found.popular).toBeCloseTo(expected.popular, 6);
});
