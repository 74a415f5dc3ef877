/** One user's case: every item's score, what they like in test, and what they met in training. */
export interface Case {
  scores: readonly number[];
  liked: ReadonlySet<number>;
  trained: ReadonlySet<number>;
}

/** The items that are not in train, best first. Scores are taken to be distinct. */
function ranking({ scores, trained }: Case): number[] {
  const items = scores.map((_, item) => item).filter((item) => !trained.has(item));
  return items.sort((a, b) => scores[b] - scores[a]);
}

function hits(user: Case, k: number): boolean[] {
  return ranking(user)
    .slice(0, k)
    .map((item) => user.liked.has(item));
}

export function precision(user: Case, k: number): number {
  return hits(user, k).filter(Boolean).length / k;
}

export function recall(user: Case, k: number): number {
  return hits(user, k).filter(Boolean).length / user.liked.size;
}

export function reciprocalRank(user: Case): number {
  return 1 / (1 + ranking(user).findIndex((item) => user.liked.has(item)));
}

export function ndcg(user: Case, k: number): number {
  const gain = (found: readonly boolean[]) =>
    found.reduce((sum, hit, place) => sum + (hit ? 1 / Math.log2(place + 2) : 0), 0);
  const best = new Array<boolean>(Math.min(k, user.liked.size)).fill(true);
  return gain(hits(user, k)) / gain(best);
}

/** The share of pairs of a liked and another item in which the liked one scores higher. */
export function auc(user: Case): number {
  const others = ranking(user).filter((item) => !user.liked.has(item));
  const pairs = [...user.liked].flatMap((item) =>
    others.map((other) => user.scores[item] > user.scores[other]),
  );
  return pairs.length === 0 ? 0.5 : pairs.filter(Boolean).length / pairs.length;
}
