import { type Likes, meanAudience, SCATTERED_AUDIENCE } from "../neighbours/likes.ts";

/** The weight of neighbours; 6 to 24 do alike on films. */
const NEIGHBOUR_WEIGHT = 12;
/** How many times that they weigh where likes are scattered. */
const MOST_FOR_SCATTERED = 2;

/** How much neighbours count beside the model on data of this kind, if nobody says otherwise. */
export function neighbourWeightFor(likes: Likes): number {
  const scatter = Math.sqrt(SCATTERED_AUDIENCE / meanAudience(likes));
  return NEIGHBOUR_WEIGHT * Math.min(MOST_FOR_SCATTERED, Math.max(1, scatter));
}
