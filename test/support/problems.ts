import { Interactions } from "../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

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
