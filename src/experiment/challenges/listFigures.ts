import {
  diversityPerUser,
  noveltyPerUser,
  type RecommendationLists,
} from "../../evaluation/beyondAccuracy.ts";
import { miscalibration } from "../../evaluation/calibration.ts";
import { coverageInterval, giniInterval } from "../../evaluation/exposureIntervals.ts";
import { bootstrapInterval, type Interval } from "../../evaluation/intervals.ts";
import type { PerUser } from "../../evaluation/rankMetrics.ts";
import { serendipity } from "../../evaluation/serendipity.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import { mostLikedForAll } from "./lists.ts";
import type { TrialData } from "./TrialData.ts";

/** What lists are like for the users who get them. Figures that need genres are null if there are none. */
export interface ListFigures {
  /** The share of a list that is liked in test. */
  precision: Interval;
  /** The share of a list that is liked in test and not on popularity's list. */
  serendipity: Interval;
  /** Mean self-information, in bits. */
  novelty: Interval;
  diversity: Interval | null;
  /** Divergence of the list's genres from the profile's, in nats; lower is better. */
  miscalibration: Interval | null;
  /** The share of all items that is recommended to anybody among the users examined. */
  coverage: Interval;
  /** How unequally recommendations are spread over the items, 0 to 1. */
  gini: Interval;
}

/** What lists are examined by. */
export type ListData = Pick<TrialData, "users" | "likes" | "known" | "liked" | "heldOut" | "genres">;

export interface ListsPerUser {
  precision: PerUser;
  serendipity: PerUser;
  novelty: PerUser;
  diversity: PerUser | null;
  miscalibration: PerUser | null;
}

export function listsPerUser(data: ListData, lists: RecommendationLists): ListsPerUser {
  const { likes, heldOut, known, liked, users, genres } = data;
  const profiles = lists.map((_, user) => indicesIn(liked, user));
  return {
    precision: precisionPerUser(lists, data),
    serendipity: serendipity(lists, mostLikedForAll(likes, known, lists[0]?.length), heldOut),
    novelty: noveltyPerUser(lists, likes, users),
    diversity: genres && diversityPerUser(lists, genres.matrix),
    miscalibration: genres && miscalibration(lists, profiles, genres.matrix),
  };
}

/** @param perUser what `listsPerUser` says of these lists */
export function listFigures(
  { items }: Pick<TrialData, "items">,
  lists: RecommendationLists,
  perUser: ListsPerUser,
): ListFigures {
  return {
    precision: bootstrapInterval(perUser.precision),
    serendipity: bootstrapInterval(perUser.serendipity),
    novelty: bootstrapInterval(perUser.novelty),
    diversity: perUser.diversity && bootstrapInterval(perUser.diversity),
    miscalibration: perUser.miscalibration && bootstrapInterval(perUser.miscalibration),
    coverage: coverageInterval(lists, items),
    gini: giniInterval(lists, items),
  };
}

/** The share of each user's list that they like in test; NaN for users who like nothing there. */
export function precisionPerUser(
  lists: RecommendationLists,
  { heldOut }: Pick<TrialData, "heldOut">,
): PerUser {
  return Float32Array.from(lists, (list, user) => {
    const wanted = new Set(indicesIn(heldOut, user));
    if (wanted.size === 0) return Number.NaN;
    return list.filter((item) => wanted.has(item)).length / list.length;
  });
}
