import { Interactions } from "../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

/** @param entries user, item and value of each */
export function interactionsOf(
  users: number,
  items: number,
  entries: readonly (readonly [user: number, item: number, value: number])[],
): Interactions {
  return new Interactions(
    users,
    items,
    Int32Array.from(entries, ([user]) => user),
    Int32Array.from(entries, ([, item]) => item),
    Float32Array.from(entries, ([, , value]) => value),
  );
}

/** Of each like of `twoTastes`, the dislike of the item beside it, which is of the other taste. */
export function withDislikes({ users, items, userIds, itemIds, length }: Interactions): Interactions {
  return new Interactions(
    users,
    items,
    [...userIds, ...userIds],
    [...itemIds, ...itemIds.map((item) => item ^ 1)],
    Array.from({ length: 2 * length }, (_, i) => (i < length ? 1 : -1)),
  );
}

/** Two tastes: even users like even items, odd users odd ones; each user likes half of their kind. */
export function twoTastes(users = 40, items = 30, seed = 1): Interactions {
  const random = new SeededRandom(seed);
  const userIds: number[] = [];
  const itemIds: number[] = [];
  for (let user = 0; user < users; user++) {
    for (let item = user % 2; item < items; item += 2) {
      if (random.float() < 0.5) continue;
      userIds.push(user);
      itemIds.push(item);
    }
  }
  const values = new Float32Array(userIds.length).fill(1);
  return new Interactions(users, items, Int32Array.from(userIds), Int32Array.from(itemIds), values);
}
