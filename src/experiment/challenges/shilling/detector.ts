import { checkFunction, instanceOf } from "../../../arguments.ts";
import type { Interval } from "../../../evaluation/intervals.ts";
import { jackknifeInterval, SHARE } from "../../../evaluation/jackknife.ts";
import { checkFigures } from "../../../evaluation/rankMetrics.ts";
import { Interactions } from "../../../matrix/Interactions.ts";
import { type Rows, toRows } from "../../../matrix/rows.ts";
import { indicesIn, transposed } from "../../../model/neighbours/likes.ts";
import { itemMoods } from "./profiles.ts";

/** A point of a receiver operating characteristic. */
export interface RocPoint {
  /** The share of genuine users flagged at this threshold. */
  falsePositives: number;
  /** The share of attackers flagged. */
  truePositives: number;
}

/** How well false profiles are told from genuine users. */
export interface Detection {
  /**
   * The chance that an attacker is more suspicious than a genuine user; 0.5 is guessing. It is measured over all
   * users, attackers included.
   */
  auc: Interval;
  roc: RocPoint[];
}

/** How many of the most similar users a user's similarity is the mean of. */
const NEIGHBOURS = 10;

/**
 * How suspicious each user is, from the ratings alone: how far they deviate from others on items that few have rated
 * (RDMA), how similar their most similar users are (DegSim; both Chirita, Nejdl and Zamfir 2005), and how little
 * known the items they rate are. The result is the greatest of the three, as standard scores.
 */
export function suspicion(interactions: Interactions): Float64Array {
  instanceOf("interactions", interactions, Interactions);
  const signs = [
    deviations(interactions),
    neighbourSimilarities(toRows(interactions, "likes"), interactions.items),
    obscurities(interactions),
  ].map(standardised);
  return signs[0].map((_, user) => Math.max(...signs.map((scores) => scores[user])));
}

/** Less the mean logarithm of how many have rated what a user rates. */
export function obscurities({ users, items, userIds, itemIds, length }: Interactions): Float64Array {
  const ratings = new Float64Array(items);
  for (const item of itemIds) ratings[item]++;
  const sums = new Float64Array(users);
  const counts = new Float64Array(users);
  for (let i = 0; i < length; i++) {
    sums[userIds[i]] -= Math.log(ratings[itemIds[i]]);
    counts[userIds[i]]++;
  }
  return meansOf(sums, counts);
}

/** Rating deviation from mean agreement: the distance from an item's mean over its number of ratings, averaged. */
export function deviations(interactions: Interactions): Float64Array {
  const { users, items, userIds, itemIds, values, length } = interactions;
  const { ofItem } = itemMoods(interactions);
  const ratings = new Float64Array(items);
  for (const item of itemIds) ratings[item]++;
  const sums = new Float64Array(users);
  const counts = new Float64Array(users);
  for (let i = 0; i < length; i++) {
    const mood = values[i] > 0 ? 1 : 0;
    sums[userIds[i]] += Math.abs(mood - ofItem[itemIds[i]]) / ratings[itemIds[i]];
    counts[userIds[i]]++;
  }
  return meansOf(sums, counts);
}

/** 0 for users without any. */
function meansOf(sums: Float64Array, counts: Float64Array): Float64Array {
  return sums.map((sum, user) => (counts[user] > 0 ? sum / counts[user] : 0));
}

/** Degree of similarity: the mean cosine of likes with the most similar users. */
export function neighbourSimilarities(liked: Rows, items: number): Float64Array {
  const users = liked.indptr.length - 1;
  const likers = transposed(liked, items);
  const shared = new Float64Array(users);
  return Float64Array.from({ length: users }, (_, user) => {
    shared.fill(0);
    const own = indicesIn(liked, user);
    for (const item of own) for (const other of indicesIn(likers, item)) shared[other]++;
    // Ascending, so the first is the one that a more similar user replaces.
    const nearest = new Float64Array(NEIGHBOURS);
    shared.forEach((count, other) => {
      if (other === user || count === 0) return;
      const cosine = count / Math.sqrt((liked.indptr[other + 1] - liked.indptr[other]) * own.length);
      if (cosine <= nearest[0]) return;
      nearest[0] = cosine;
      nearest.sort();
    });
    return nearest.reduce((sum, cosine) => sum + cosine, 0) / NEIGHBOURS;
  });
}

/**
 * How well these scores tell attackers from genuine users, at every threshold.
 * @param isAttacker whether each user is one, in the order of the scores
 */
export function detectionOf(scores: Float64Array, isAttacker: (user: number) => boolean): Detection {
  checkFigures("scores", scores);
  checkFunction("isAttacker", isAttacker);
  const users = Array.from(scores, (score, user) => ({ score, isAttacker: isAttacker(user) }));
  return {
    auc: jackknifeInterval(users, (some) => areaUnder(rocOf(some)), SHARE),
    roc: withoutStraights(rocOf(users)),
  };
}

/** Empty if there are no attackers, or nobody else. */
function rocOf(users: readonly { score: number; isAttacker: boolean }[]): RocPoint[] {
  const order = users.toSorted((a, b) => b.score - a.score);
  const attackers = order.filter(({ isAttacker }) => isAttacker).length;
  const genuine = order.length - attackers;
  if (attackers === 0 || genuine === 0) return [];
  const roc: RocPoint[] = [{ falsePositives: 0, truePositives: 0 }];
  let flagged = 0;
  order.forEach(({ score, isAttacker }, i) => {
    if (isAttacker) flagged++;
    // Users of the same score are flagged together.
    if (order[i + 1]?.score === score) return;
    roc.push({ falsePositives: (i + 1 - flagged) / genuine, truePositives: flagged / attackers });
  });
  return roc;
}

/** NaN if there is no curve. */
function areaUnder(roc: readonly RocPoint[]): number {
  if (roc.length === 0) return Number.NaN;
  return roc.slice(1).reduce((area, { falsePositives, truePositives }, i) => {
    const before = roc[i];
    const height = (truePositives + before.truePositives) / 2;
    return area + (falsePositives - before.falsePositives) * height;
  }, 0);
}

/** Leaves out points that lie on a line between their neighbours, so that the curve stays small. */
function withoutStraights(roc: readonly RocPoint[]): RocPoint[] {
  return roc.filter((point, i) => {
    const [before, after] = [roc[i - 1], roc[i + 1]];
    if (!before || !after) return true;
    const isFlat =
      point.truePositives === before.truePositives && after.truePositives === point.truePositives;
    const isSteep =
      point.falsePositives === before.falsePositives && after.falsePositives === point.falsePositives;
    return !isFlat && !isSteep;
  });
}

/** Less the mean, in standard deviations; all 0 if nothing differs. */
function standardised(figures: Float64Array): Float64Array {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const deviation = Math.sqrt(
    figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / figures.length,
  );
  return figures.map((figure) => (deviation > 0 ? (figure - mean) / deviation : 0));
}
