import type { Interval } from "../../evaluation/intervals.ts";
import { groupOf, groupsOf, intervalFrom, SHARE } from "../../evaluation/jackknife.ts";
import type { RecommendationLists } from "../../evaluation/lists.ts";

/** Users whose lists are compared at most, evenly spread: every pair of them is looked at. */
const MOST_USERS = 300;

/**
 * How alike the lists of two users are: the Jaccard index, the share that both have of what either has, as a mean
 * over pairs of different users (Chaney, Stewart and Engelhardt 2018), with its jackknife interval over users. NaN for
 * fewer than two users.
 */
export function homogeneity(lists: RecommendationLists): Interval {
  const { mean, without, users } = alikeness(lists);
  return intervalFrom(mean, without, users, SHARE);
}

/** How much more alike these lists are than others of the same users. */
export function homogeneityDifference(a: RecommendationLists, b: RecommendationLists): Interval {
  const [first, second] = [alikeness(a), alikeness(b)];
  const without = first.without.map((alike, group) => alike - second.without[group]);
  return intervalFrom(first.mean - second.mean, without, first.users);
}

/** The figure, and the same with each group of users left out. */
function alikeness(lists: RecommendationLists): { mean: number; without: Float64Array; users: number } {
  const step = Math.max(1, lists.length / MOST_USERS);
  const users = Math.min(lists.length, MOST_USERS);
  const some = Array.from({ length: users }, (_, place) => lists[Math.floor(place * step)]);
  const groups = groupsOf(users);
  // Over all pairs, and over those with somebody of a group.
  const [sums, pairs] = [groups.slice(), groups.slice()];
  let [sum, all] = [0, 0];
  const count = (group: number, alike: number) => {
    sums[group] += alike;
    pairs[group]++;
  };
  some.forEach((list, user) => {
    const own = new Set(list);
    for (let other = 0; other < user; other++) {
      const alike = jaccard(own, some[other]);
      sum += alike;
      all++;
      count(groupOf(user), alike);
      if (groupOf(other) !== groupOf(user)) count(groupOf(other), alike);
    }
  });
  const without = sums.map((of, group) => (sum - of) / (all - pairs[group]));
  return { mean: sum / all, without, users };
}

function jaccard(own: ReadonlySet<number>, other: Int32Array): number {
  let shared = 0;
  for (const item of other) if (own.has(item)) shared++;
  return shared / (own.size + other.length - shared || 1);
}
