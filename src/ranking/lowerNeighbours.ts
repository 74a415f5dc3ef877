import { cosine } from "../model/similarity.ts";

/** Where the person stands, as rows of items. */
interface Tastes {
  liked: readonly number[];
  disliked: readonly number[];
}

/**
 * Scores in which items that are nearer to a dislike than to any like stand lower, in proportion to how much
 * nearer they are. People dislike what is near to what they like: a push on everything near a dislike costs
 * more good films than it spares bad ones, in training and here (`docs/visitors.md`).
 * @param vectors of every item
 * @param strength in the scores' own unit: how much lower an item stands that is all like a dislike and not
 * like any like
 */
export function lowerNeighbours(
  scores: Float32Array,
  { liked, disliked }: Tastes,
  vectors: readonly Float32Array[],
  strength: number,
): Float32Array {
  if (disliked.length === 0) return scores;
  const nearest = (item: number, others: readonly number[]) =>
    others.reduce((most, other) => Math.max(most, cosine(vectors[item], vectors[other])), 0);
  return scores.map((score, item) => {
    const near = nearest(item, disliked);
    return near === 0 ? score : score - strength * Math.max(0, near - nearest(item, liked));
  });
}
