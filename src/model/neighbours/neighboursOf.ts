import { factorise } from "./factorise.ts";
import type { Likes } from "./likes.ts";
import { NeighbourVectors } from "./NeighbourVectors.ts";
import { RidgeNeighbours } from "./RidgeNeighbours.ts";

/** Numbers to an item's vector where questions of the ridge would take too long (`docs/quality.md`). */
const WIDTH = 128;
/** With more likes, vectors take minutes to make. */
const MOST_LIKES = 4_000_000;

/**
 * The neighbour score in the form that suits the size of the data: by the ridge itself, or by its strongest
 * directions; null where there are too many likes for either.
 * @param weight what it is multiplied by; the ridge's score is not, those of vectors are
 */
export async function neighboursOf(
  likes: Likes,
  weight: number,
): Promise<RidgeNeighbours | NeighbourVectors | null> {
  if (RidgeNeighbours.fits(likes)) return RidgeNeighbours.create(likes);
  if (likes.ofUser.indices.length > MOST_LIKES) return null;
  return NeighbourVectors.create(await factorise(likes, weight, WIDTH), likes.items);
}
