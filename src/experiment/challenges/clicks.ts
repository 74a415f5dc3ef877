import type { PerUser } from "../../evaluation/rankMetrics.ts";
import { Interactions } from "../../matrix/Interactions.ts";
import type { SeededRandom } from "../../matrix/random.ts";
import type { Rows } from "../../matrix/rows.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import { together } from "../together.ts";

export interface Click {
  user: number;
  item: number;
  /** The chance that the item was shown and looked at. */
  propensity: number;
}

/** For each place of a list, the chance with which what stands there was put on it. */
export type Propensities = Float64Array;

/** How likely somebody who looks at something clicks on it. */
const CLICK_IF_LIKED = 0.9;
const CLICK_IF_NOT = 0.1;
/** The most that a click of the smallest propensity counts (clipping, as in Schnabel et al. 2016). */
const MOST_WEIGHT = 5;

/** The chance that a place is looked at: one over its number, as in position-biased click models (Joachims et al. 2017). */
export function examination(place: number): number {
  return 1 / (place + 1);
}

/** What a user clicks on in a list: things they look at, mostly what they like. */
export function clickedOn(
  user: number,
  items: Int32Array,
  shown: Propensities,
  liked: ReadonlySet<number>,
  random: SeededRandom,
): Click[] {
  const clicks: Click[] = [];
  items.forEach((item, place) => {
    const looks = random.float() < examination(place);
    const wants = random.float() < (liked.has(item) ? CLICK_IF_LIKED : CLICK_IF_NOT);
    if (looks && wants) clicks.push({ user, item, propensity: shown[place] * examination(place) });
  });
  return clicks;
}

/**
 * The share of each user's clicks that are on things they do not truly like.
 * @param taste what each user truly likes, sorted
 * @returns NaN for users who click on nothing or have nothing to like
 */
export function mistakenClicks(clicks: readonly Click[], taste: Rows): PerUser {
  const users = taste.indptr.length - 1;
  const [all, mistaken] = [new Float32Array(users), new Float32Array(users)];
  for (const { user, item } of clicks) {
    const likes = indicesIn(taste, user);
    if (likes.length === 0) continue;
    all[user]++;
    if (!likes.includes(item)) mistaken[user]++;
  }
  return mistaken.map((count, user) => count / all[user]);
}

/** How many of each user's clicks are on things that they truly like. */
export function likesFound(clicks: readonly Click[], taste: Rows): PerUser {
  const found = new Float32Array(taste.indptr.length - 1);
  for (const { user, item } of clicks) if (indicesIn(taste, user).includes(item)) found[user]++;
  return found;
}

/**
 * What was seen so far and these clicks, as likes.
 * @param byPropensity whether a click weighs one over its propensity, clipped, and all clicks as much as
 * their number (self-normalised inverse propensity weights, Swaminathan and Joachims 2015)
 */
export function reWeighted(
  seen: Interactions,
  clicks: readonly Click[],
  byPropensity: boolean,
): Interactions {
  const raw = clicks.map(({ propensity }) => (byPropensity ? Math.min(MOST_WEIGHT, 1 / propensity) : 1));
  const mean = raw.reduce((sum, weight) => sum + weight, 0) / raw.length;
  const added = new Interactions(
    seen.users,
    seen.items,
    Int32Array.from(clicks, ({ user }) => user),
    Int32Array.from(clicks, ({ item }) => item),
    new Float32Array(clicks.length).fill(1),
    Float32Array.from(raw, (weight) => weight / mean),
  );
  return together(withWeights(seen), added);
}

function withWeights(all: Interactions): Interactions {
  const { users, items, userIds, itemIds, values, weights, length } = all;
  return weights
    ? all
    : new Interactions(users, items, userIds, itemIds, values, new Float32Array(length).fill(1));
}
