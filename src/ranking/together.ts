import { ArgumentError } from "../errors.ts";

/** How several people's scores become one. */
export const WAYS = ["average", "leastMisery", "mostPleasure", "rankFusion"] as const;
export type Way = (typeof WAYS)[number];

/** Weakens the first places of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009). */
const FUSION = 60;

/**
 * One score an item for people who choose together (Masthoff 2011, "Group recommender systems"). Their scores are
 * on scales of their own, so each person's are brought to mean 0 and deviation 1 first; rank fusion looks at
 * places alone.
 * @param people each person's score of every item
 * @throws ArgumentError if there is nobody, or their scores are of different lengths.
 */
export function together(people: readonly Float32Array[], way: Way): Float32Array {
  const [first] = people;
  if (first === undefined || people.some(({ length }) => length !== first.length)) {
    throw new ArgumentError("people must hold scores of the same items for one person at least.");
  }
  const each = people.map(way === "rankFusion" ? reciprocalRanks : standardised);
  return first.map((_, item) => {
    const scores = each.map((own) => own[item]);
    if (way === "leastMisery") return Math.min(...scores);
    if (way === "mostPleasure") return Math.max(...scores);
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });
}

/** For every item, the share of all others that it is ahead of, from 0 to 1. */
export function shareBehind(scores: Float32Array): Float32Array {
  const ascending = Int32Array.from(scores.keys()).sort((a, b) => scores[a] - scores[b]);
  const share = new Float32Array(scores.length);
  const others = Math.max(1, scores.length - 1);
  ascending.forEach((item, place) => {
    share[item] = place / others;
  });
  return share;
}

function standardised(scores: Float32Array): Float32Array {
  let sum = 0;
  let squares = 0;
  for (const score of scores) {
    sum += score;
    squares += score * score;
  }
  const mean = sum / scores.length;
  const deviation = Math.sqrt(Math.max(0, squares / scores.length - mean * mean)) || 1;
  return scores.map((score) => (score - mean) / deviation);
}

function reciprocalRanks(scores: Float32Array): Float32Array {
  const order = Int32Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a] || a - b);
  const ranks = new Float32Array(scores.length);
  order.forEach((item, place) => {
    ranks[item] = 1 / (FUSION + place);
  });
  return ranks;
}
