import { toFiniteNumbers, wholeNumber } from "../arguments.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { exposureOf, giniOf, shareReached } from "./exposure.ts";
import { checkLists, checkListsOf, checkSameUsers, type RecommendationLists } from "./lists.ts";
import { mean, type PerUser } from "./rankMetrics.ts";

// All of them throw ArgumentError where a list names an item that is not there.

export type { RecommendationLists } from "./lists.ts";

/** The share of all items that is recommended to anybody. */
export function catalogueCoverage(lists: RecommendationLists, items: number): number {
  checkLists("lists", lists, items);
  return shareReached(exposureOf(lists, items));
}

/**
 * How unequally recommendations are spread over the items, including those never recommended: 0 if each is
 * recommended equally often, almost 1 if one item gets everything (the Gini coefficient of exposure).
 */
export function exposureGini(lists: RecommendationLists, items: number): number {
  checkLists("lists", lists, items);
  return giniOf(exposureOf(lists, items));
}

/**
 * Mean self-information in bits (Zhou et al. 2010): -log2 of the share of users who know an item. An item
 * that nobody knows counts as known by one.
 * @param counts how many users know each item
 * @param users how many there are
 */
export function novelty(lists: RecommendationLists, counts: ArrayLike<number>, users: number): number {
  checkCounted("lists", lists, counts);
  wholeNumber("users", users, 1, 2 ** 31 - 1);
  return meanOverSlots(lists, (item) => selfInformation(counts[item], users));
}

/** The same for each user's list alone; NaN if it is empty. */
export function noveltyPerUser(
  lists: RecommendationLists,
  counts: ArrayLike<number>,
  users: number,
): PerUser {
  checkCounted("lists", lists, counts);
  wholeNumber("users", users, 1, 2 ** 31 - 1);
  return Float32Array.from(
    lists,
    (list) => list.reduce((sum, item) => sum + selfInformation(counts[item], users), 0) / list.length,
  );
}

function checkCounted(name: string, lists: RecommendationLists, counts: ArrayLike<number>): void {
  checkLists(name, lists, toFiniteNumbers("counts", counts).length);
}

function selfInformation(count: number, users: number): number {
  return -Math.log2(Math.max(1, count) / users);
}

/**
 * How different the items of a list are by their features: the mean of 1 minus the cosine over pairs, averaged over
 * lists of two items or more (Ziegler et al. 2005). Items without features are similar to nothing.
 * @param features what the items are compared by, such as genres, with a row for each item
 */
export function intraListDiversity(lists: RecommendationLists, features: FeatureMatrix): number {
  return mean(diversityPerUser(lists, features));
}

/** The same for each user's list alone; NaN for lists of fewer than two items. */
export function diversityPerUser(lists: RecommendationLists, features: FeatureMatrix): PerUser {
  checkListsOf("lists", lists, "features", features);
  const rows = new Map<number, ReadonlyMap<number, number>>();
  const weightsOf = (item: number) => {
    const row = rows.get(item) ?? unitRow(features, item);
    rows.set(item, row);
    return row;
  };
  return Float32Array.from(lists, (list) => {
    const own = Array.from(list, weightsOf);
    let distance = 0;
    own.forEach((row, i) => {
      for (const other of own.slice(i + 1)) distance += 1 - product(row, other);
    });
    return distance / ((own.length * (own.length - 1)) / 2);
  });
}

/**
 * How much more popular recommendations are than what the same users chose themselves, as a share of the latter
 * (Abdollahpouri et al. 2020): 0 if they are equally popular, 1 if they are twice as popular. Users who chose nothing
 * are left out.
 * @param chosen what each user has in their profile, in the order of `lists`
 */
export function popularityLift(
  lists: RecommendationLists,
  chosen: RecommendationLists,
  counts: ArrayLike<number>,
): number {
  checkCounted("lists", lists, counts);
  checkCounted("chosen", chosen, counts);
  checkSameUsers("chosen", chosen, lists);
  let recommended = 0;
  let own = 0;
  lists.forEach((list, user) => {
    if (list.length === 0 || chosen[user].length === 0) return;
    recommended += meanCount(list, counts);
    own += meanCount(chosen[user], counts);
  });
  return recommended / own - 1;
}

/**
 * How many users know the items of each list, on average; NaN if the list is empty. Its mean over a group of users is
 * the group average popularity (GAP; Abdollahpouri et al. 2019). The GAP of lists divided by the GAP of profiles,
 * minus 1, is ΔGAP.
 * @param counts how many users know each item
 */
export function popularityPerUser(lists: RecommendationLists, counts: ArrayLike<number>): PerUser {
  checkCounted("lists", lists, counts);
  return Float32Array.from(lists, (list) => meanCount(list, counts));
}

/** The share of interactions that the head of a catalogue holds; the rest is the long tail. */
const HEAD = 0.8;

/**
 * The share of all recommendations that goes to the long tail: to items outside the smallest set that holds 80% of
 * the interactions.
 */
export function longTailShare(lists: RecommendationLists, counts: ArrayLike<number>): number {
  checkCounted("lists", lists, counts);
  const head = headOf(counts);
  return meanOverSlots(lists, (item) => (head.has(item) ? 0 : 1));
}

/** The fewest items that hold 80% of the interactions. */
export function headOf(counts: ArrayLike<number>): Set<number> {
  const total = sumOf(counts);
  const order = Array.from({ length: counts.length }, (_, item) => item).sort(
    (a, b) => counts[b] - counts[a] || a - b,
  );
  const head = new Set<number>();
  let held = 0;
  for (const item of order) {
    if (held >= HEAD * total) break;
    head.add(item);
    held += counts[item];
  }
  return head;
}

function meanOverSlots(lists: RecommendationLists, figure: (item: number) => number): number {
  let sum = 0;
  let slots = 0;
  for (const list of lists) {
    for (const item of list) sum += figure(item);
    slots += list.length;
  }
  return sum / slots;
}

function meanCount(items: Int32Array, counts: ArrayLike<number>): number {
  return items.reduce((sum, item) => sum + counts[item], 0) / items.length;
}

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i];
  return sum;
}

/** A row's weights, scaled to unit length. */
function unitRow({ indptr, indices, data }: FeatureMatrix, item: number): ReadonlyMap<number, number> {
  const row = new Map<number, number>();
  let square = 0;
  for (let i = indptr[item]; i < indptr[item + 1]; i++) {
    row.set(indices[i], data[i]);
    square += data[i] ** 2;
  }
  for (const [column, weight] of row) row.set(column, weight / Math.sqrt(square));
  return row;
}

function product(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [column, weight] of a) sum += weight * (b.get(column) ?? 0);
  return sum;
}
