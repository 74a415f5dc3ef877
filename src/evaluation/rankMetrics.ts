import { checkPlaces, listOf, show } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import type { TestRanks } from "../model/rankTestItems.ts";

/** A figure for each user; NaN for users without test items, who are left out of means as in LightFM. */
export type PerUser = Float32Array;

/**
 * The mean, without NaN; NaN if nothing is left.
 * @throws ArgumentError if these are not figures.
 */
export function mean(figures: ArrayLike<number>): number {
  checkFigures("figures", figures);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i];
    if (Number.isNaN(figure)) continue;
    sum += figure;
    count++;
  }
  return sum / count;
}

/** The share of each user's k best items that are in test. */
export function precision(ranks: TestRanks, k: number): PerUser {
  return perUser(ranks, (own) => own.filter((rank) => rank < k).length / k);
}

/** The share of each user's test items that are among the k best. */
export function recall(ranks: TestRanks, k: number): PerUser {
  return perUser(ranks, (own) => own.filter((rank) => rank < k).length / own.length);
}

/**
 * The same over what k places can hold: a user with more test items than k can still reach 1 (Liang et al.
 * 2018, arXiv:1802.05814).
 */
export function cappedRecall(ranks: TestRanks, k: number): PerUser {
  return perUser(ranks, (own) => own.filter((rank) => rank < k).length / Math.min(k, own.length));
}

/** One over the place (from 1) of each user's best test item. */
export function reciprocal(ranks: TestRanks): PerUser {
  return perUser(ranks, (own) => 1 / (own.reduce((best, rank) => Math.min(best, rank)) + 1));
}

/** Normalised discounted cumulative gain of the k best, each test item gaining one. */
export function ndcg(ranks: TestRanks, k: number): PerUser {
  const gain = (rank: number) => 1 / Math.log2(rank + 2);
  return perUser(ranks, (own) => {
    let ideal = 0;
    for (let place = 0; place < Math.min(k, own.length); place++) ideal += gain(place);
    return own.reduce((sum, rank) => (rank < k ? sum + gain(rank) : sum), 0) / ideal;
  });
}

/**
 * The chance that a test item stands above an item that is neither in test nor in train, as LightFM
 * calculates it: ties count against the model, and it is 0.5 if there is nothing to compare with.
 */
export function auc(ranks: TestRanks): PerUser {
  return perUser(ranks, (own, user) => {
    const negatives = ranks.items - own.length - ranks.trainCounts[user];
    if (negatives <= 0) return 0.5;
    const sorted = own.toSorted();
    return sorted.reduce((sum, rank, i) => sum + 1 - Math.max(0, rank - i) / negatives, 0) / own.length;
  });
}

function perUser({ test, ranks }: TestRanks, figure: (own: Float32Array, user: number) => number): PerUser {
  const users = test.indptr.length - 1;
  const figures = new Float32Array(users).fill(Number.NaN);
  for (let user = 0; user < users; user++) {
    const own = ranks.subarray(test.indptr[user], test.indptr[user + 1]);
    if (own.length > 0) figures[user] = figure(own, user);
  }
  return figures;
}

/** NaN is a user without a figure; anything else that is not a number is a mistake. */
export function checkFigures(name: string, figures: ArrayLike<number>): void {
  // A set holds equal figures once, and a map none.
  checkPlaces(name, figures);
  const list = listOf(name, figures);
  for (let i = 0; i < list.length; i++) {
    if (typeof list[i] !== "number") {
      throw new ArgumentError(`${name} must hold numbers, but ${name}[${i}] is ${show(list[i])}.`);
    }
  }
}
