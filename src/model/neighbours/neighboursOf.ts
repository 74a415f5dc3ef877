import type { Interactions } from "../../matrix/Interactions.ts";
import { factorise } from "./factorise.ts";
import { InverseNeighbours } from "./InverseNeighbours.ts";
import type { Likes } from "./likes.ts";
import { NeighbourVectors } from "./NeighbourVectors.ts";
import { LARGEST_FACTOR, RidgeNeighbours } from "./RidgeNeighbours.ts";
import { plainShrinkage } from "./Shrinkage.ts";

/** Numbers in an item's vector if nothing else is quick enough (`docs/quality.md`). */
const WIDTH = 128;
/** With more likes, an inverse or vectors take minutes to make. */
const MOST_LIKES = 4_000_000;
/** An inverse stands for the whole where fewer of the likes than this are of items that it leaves out. */
const LEFT_OUT = 0.2;
/** In large data the strongest directions lean towards what is popular (`docs/quality.md`). */
const SHARE_FOR_DIRECTIONS = 0.5;

/** The ridge's score as it is. */
export type Ridge = RidgeNeighbours | InverseNeighbours;

/**
 * The form of the neighbour score that suits the size of the data: the ridge itself, its inverted matrix, or its strongest
 * directions; null if there are too many likes for any.
 */
export function formOf(likes: Likes): "ridge" | "inverse" | "directions" | null {
  if (hasExactInverse(likes)) return "inverse";
  if (RidgeNeighbours.fits(likes)) return "ridge";
  if (likes.ofUser.indices.length > MOST_LIKES) return null;
  return InverseNeighbours.share(likes) >= 1 - LEFT_OUT ? "inverse" : "directions";
}

/**
 * The neighbour score in its form.
 * @param weight what it is multiplied by; scores of a ridge are not yet, those of vectors are
 * @throws CancelledError if the signal stops it.
 */
export async function neighboursOf(
  likes: Likes,
  weight: number,
  signal?: AbortSignal,
): Promise<Ridge | NeighbourVectors | null> {
  switch (formOf(likes)) {
    case "ridge":
      return RidgeNeighbours.create(likes);
    case "inverse":
      return InverseNeighbours.create(likes, undefined, undefined, signal);
    case "directions":
      return NeighbourVectors.create(
        await factorise(likes, weightOfDirections(likes, weight), WIDTH, signal),
        likes.items,
      );
    case null:
      return null;
  }
}

/** The ordinary ridge, at whatever cost. @param penalty λ, above 0; `penaltyFor(likes)` if left out */
export function ridgeOf(likes: Likes, penalty?: number): Promise<Ridge> {
  const shrinkage = plainShrinkage(likes, penalty);
  return hasExactInverse(likes)
    ? InverseNeighbours.create(likes, shrinkage)
    : RidgeNeighbours.create(likes, shrinkage);
}

/** Whether there are too many likes for any form, which is known before they are sorted. */
export function areTooMany({ users, items, values }: Interactions): boolean {
  if (hasExactInverse({ users, items })) return false;
  let likes = 0;
  for (let i = 0; i < values.length && likes <= MOST_LIKES; i++) if (values[i] > 0) likes++;
  return likes > MOST_LIKES;
}

/** What vectors of the strongest directions weigh where the neighbour score itself has this weight. */
export function weightOfDirections(likes: Likes, weight: number): number {
  return RidgeNeighbours.fits(likes) ? weight : weight * SHARE_FOR_DIRECTIONS;
}

/** Whether questions would need steps without an inverse, and need none with it. */
function hasExactInverse(size: Pick<Likes, "users" | "items">): boolean {
  return Math.min(size.users, size.items) > LARGEST_FACTOR && InverseNeighbours.takesAll(size);
}
