import { fewness } from "../fewItems.ts";
import { type Likes, meanAudience } from "../neighbours/likes.ts";
import { reliabilityOf } from "../neighbours/reliability.ts";

/** The weight of neighbours; 6 to 24 do alike on films. */
const NEIGHBOUR_WEIGHT = 12;
/** Where fewer of the users than this like what an average like is of, they weigh more, up to so many times. */
const SCATTERED_FROM = 0.03;
const MOST_FOR_SCATTERED = 2;
/** How much of the ridge's intercept is added where few items are liked by very many. */
const INTERCEPT_FOR_FEW = 0.5;

/** How much neighbours count beside the model on data of this kind, if nobody says otherwise. */
export function neighbourWeightFor(likes: Likes): number {
  const scattered = Math.min(MOST_FOR_SCATTERED, Math.max(1, SCATTERED_FROM / meanAudience(likes)));
  return NEIGHBOUR_WEIGHT * scattered * reliabilityOf(likes);
}

/** How much of what everybody likes is added to what neighbours like; 0 where the model knows it as well. */
export function interceptShareFor({ items, ofUser }: Likes): number {
  return INTERCEPT_FOR_FEW * fewness({ items, likes: ofUser.indices.length });
}
