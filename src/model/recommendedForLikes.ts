import type { Interactions } from "../matrix/Interactions.ts";
import { hasTastes } from "./neighbours/hasTastes.ts";
import { likesInTurns } from "./neighbours/likes.ts";
import { isSparse, recommendedFor } from "./recommended.ts";

/** What a model of these likes is trained with unless somebody chooses otherwise. Takes up to a second. */
export async function recommendedForLikes(
  interactions: Interactions,
): Promise<ReturnType<typeof recommendedFor>> {
  const { users, items, values } = interactions;
  const size = { users, items, likes: values.filter((value) => value > 0).length };
  return recommendedFor(size, !isSparse(size) || (await hasTastes(await likesInTurns(interactions))));
}
