import { Interactions } from "../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

/**
 * Generated likes, always the same.
 * @param each how many each user likes
 * @param tasteOf is called for each user and gives what draws the items they like, one at a time
 */
export function likesByTaste(
  { users, items, each }: { users: number; items: number; each: number },
  tasteOf: (random: SeededRandom) => () => number,
): Interactions {
  const random = new SeededRandom(5);
  const userIds: number[] = [];
  const itemIds: number[] = [];
  for (let user = 0; user < users; user++) {
    const draw = tasteOf(random);
    const liked = new Set<number>();
    while (liked.size < each) liked.add(draw());
    for (const item of liked) {
      userIds.push(user);
      itemIds.push(item);
    }
  }
  const values = new Float32Array(userIds.length).fill(1);
  return new Interactions(users, items, Int32Array.from(userIds), Int32Array.from(itemIds), values);
}
