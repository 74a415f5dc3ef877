import type { Nearness } from "./Nearness.ts";

/** Where the person stands, as rows of items. */
interface Tastes {
  liked: readonly number[];
  disliked: readonly number[];
}

/**
 * Scores in which items that are nearer to a dislike than to any like stand lower, in proportion to how much
 * nearer they are. People dislike what is near to what they like: a push on everything near a dislike costs
 * more good films than it spares bad ones, in training and here (`docs/visitors.md`).
 * @param nearness of every item to others
 * @param strength in the scores' own unit: how much lower an item stands that is all like a dislike and not
 * like any like
 */
export function lowerNeighbours(
  scores: Float32Array,
  { liked, disliked }: Tastes,
  nearness: Nearness,
  strength: number,
): Float32Array {
  const toDislikes = nearness.to(disliked);
  const toLikes = nearness.to(liked);
  const lowered = scores.slice();
  for (let item = 0; item < lowered.length; item++) {
    const nearer = toDislikes[item] - toLikes[item];
    if (nearer > 0) lowered[item] -= strength * nearer;
  }
  return lowered;
}
