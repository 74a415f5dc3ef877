import { topItems } from "../model/scorer/topItems.ts";

/** Controls that move an item's score, from -1 to 1; 0 is neutral. */
export interface ScoreControls {
  /** Towards what many have rated, or away from it. */
  popularity: number;
  /** Towards what is like something that the person likes, or away from it. */
  familiarity: number;
}

/** What the controls go by, 0 to 1 for each item. */
export interface ItemTraits {
  /** By how many have rated it; needed only where popularity is not neutral. */
  fame: Float32Array | null;
  /** To the nearest of the person's likes; needed only where familiarity is not neutral. */
  nearness: Float32Array | null;
}

/** How far a control at its end moves a score, as a share of the spread of the highest scores. */
const REACH = 0.6;
const HIGHEST = 300;
/** Variety at its highest still looks at relevance a little. */
const MOST_DIVERSITY = 0.7;
/** Likes that familiarity goes by, the first ones: more take longer than a list may. */
export const MOST_FAMILIAR = 100;

/** The most by which a control moves one of these scores. */
export function mostMoved(scores: Float32Array): number {
  const { scores: highest } = topItems(scores, HIGHEST, new Int32Array());
  return REACH * (highest[0] - highest[highest.length - 1] || 1);
}

/**
 * Scores with popularity and familiarity, in the scores' own spread, added to them.
 * @param most as `mostMoved` gives it, if it is known already
 */
export function steered(
  scores: Float32Array,
  { popularity, familiarity }: ScoreControls,
  { fame, nearness }: ItemTraits,
  most?: number,
): Float32Array {
  if (popularity === 0 && familiarity === 0) return scores;
  const by = most ?? mostMoved(scores);
  const moved = scores.slice();
  if (popularity !== 0 && fame) {
    for (let item = 0; item < moved.length; item++) moved[item] += by * popularity * fame[item];
  }
  if (familiarity !== 0 && nearness) {
    for (let item = 0; item < moved.length; item++) moved[item] += by * familiarity * nearness[item];
  }
  return moved;
}

/** The `diversity` of `mmr` for a variety of 0 to 1. */
export function diversityFor(variety: number): number {
  return variety * MOST_DIVERSITY;
}

/** How well known items are, 0 to 1, by how many have rated each. */
export function fameOf(ratingCounts: ArrayLike<number>): Float32Array {
  const known = Float32Array.from(ratingCounts, (count) => Math.log2(1 + count));
  const most = known.reduce((a, b) => Math.max(a, b), 0) || 1;
  return known.map((one) => one / most);
}
