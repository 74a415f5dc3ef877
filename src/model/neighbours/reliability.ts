import { type Likes, meanLength } from "./likes.ts";

/** With more likes of each item than this, what its likers share is less and less chance (`docs/quality.md`). */
const LIKES_OF_AN_ITEM = 60;
const MOST = 4;

/** How many times as much the neighbour score can be relied on as where items have few likes: 1 to 4. */
export function reliabilityOf({ ofItem }: Likes): number {
  return Math.min(MOST, Math.max(1, Math.sqrt(meanLength(ofItem) / LIKES_OF_AN_ITEM)));
}
