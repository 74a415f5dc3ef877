import { Interactions } from "../matrix/Interactions.ts";

/** The same interactions among more users and items, or among only as many as they need. */
export function reshape(
  { userIds, itemIds, values, weights }: Interactions,
  users: number,
  items: number,
): Interactions {
  return new Interactions(users, items, userIds, itemIds, values, weights);
}
