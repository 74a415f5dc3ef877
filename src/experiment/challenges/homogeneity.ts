import type { RecommendationLists } from "../../evaluation/lists.ts";
import type { SeededRandom } from "../../matrix/random.ts";

/** Pairs of users that are compared. */
const PAIRS = 500;

/**
 * How alike the lists of two users are: the Jaccard index, the share that both have of what either has, as a mean
 * over random pairs of different users (Chaney, Stewart and Engelhardt 2018). NaN for fewer than two users.
 */
export function homogeneity(lists: RecommendationLists, random: SeededRandom): number {
  if (lists.length < 2) return Number.NaN;
  let sum = 0;
  for (let pair = 0; pair < PAIRS; pair++) {
    const first = random.below(lists.length);
    const second = (first + 1 + random.below(lists.length - 1)) % lists.length;
    const own = new Set(lists[first]);
    const shared = lists[second].filter((item) => own.has(item)).length;
    sum += shared / (own.size + lists[second].length - shared || 1);
  }
  return sum / PAIRS;
}
