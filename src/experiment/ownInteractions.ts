import type { Interactions } from "../matrix/Interactions.ts";

/** What one user did, ready for folding in: each item once, the last interaction with it counts. */
export class OwnList {
  readonly #byItem = new Map<number, { value: number; weight: number }>();

  add(item: number, value: number, weight: number): void {
    this.#byItem.set(item, { value, weight });
  }

  has(item: number): boolean {
    return this.#byItem.has(item);
  }

  get likes(): number {
    return this.values.filter((value) => value > 0).length;
  }

  get itemIds(): number[] {
    return [...this.#byItem.keys()];
  }

  get values(): number[] {
    return Array.from(this.#byItem.values(), ({ value }) => value);
  }

  get weights(): number[] {
    return Array.from(this.#byItem.values(), ({ weight }) => weight);
  }
}

/** The lists of those users for whom `who` holds and who did anything. */
export function ownInteractions(
  { userIds, itemIds, values, weights, length }: Interactions,
  who: (user: number) => boolean = () => true,
): Map<number, OwnList> {
  const lists = new Map<number, OwnList>();
  for (let i = 0; i < length; i++) {
    const user = userIds[i];
    if (!who(user)) continue;
    let own = lists.get(user);
    if (!own) {
      own = new OwnList();
      lists.set(user, own);
    }
    own.add(itemIds[i], values[i], weights ? weights[i] : 1);
  }
  return lists;
}
