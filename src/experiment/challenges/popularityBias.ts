import { instanceOf } from "../../arguments.ts";
import { popularityPerUser, type RecommendationLists } from "../../evaluation/beyondAccuracy.ts";
import { bootstrapInterval, type Interval, pairedDifference } from "../../evaluation/intervals.ts";
import { jackknifeInterval } from "../../evaluation/jackknife.ts";
import { mean, type PerUser } from "../../evaluation/rankMetrics.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import { Scorer } from "../../model/scorer/Scorer.ts";
import { checkWork, type Work } from "../Work.ts";
import { type ListData, listsPerUser, precisionPerUser } from "./listFigures.ts";
import { mostLikedForAll } from "./lists.ts";
import { steeredLists } from "./steeredLists.ts";
import { TrialData } from "./TrialData.ts";

/** A tenth of the items, by how many users like them. */
export interface Decile {
  items: number;
  /** The share of all likes in train that goes to these items, which is what they are grouped by. */
  likes: number;
  /** The share of a list's places that goes to them. */
  model: Interval;
  /** With the popularity control moved. */
  control: Interval;
  popularity: Interval;
}

/** Users grouped by how popular the items they like are. */
export type TasteGroupName = "niche" | "mixed" | "mainstream";

/** Users grouped by how much of what they like is popular, and how well they are served. */
export interface TasteGroup {
  name: TasteGroupName;
  users: number;
  /** Mean number of users who like an item of their profile, and of their list (GAP). */
  profilePopularity: Interval;
  listPopularity: Interval;
  /** How much more popular lists are than profiles, as a share of the latter (ΔGAP). */
  lift: Interval;
  precision: Interval;
  /** In nats; null if nothing is known about the items. */
  miscalibration: Interval | null;
  /** With the popularity control moved, minus without, for the same users. */
  controlOfPrecision: Interval;
  controlOfListPopularity: Interval;
}

/** Whose taste popularity serves best. */
export interface PopularityBiasFindings {
  /** From the most liked items down. */
  deciles: Decile[];
  groups: TasteGroup[];
  /** Precision for users of niche taste minus that for users of mainstream taste. */
  nicheLessMainstream: Interval;
  /** Where the popularity control of "For you" stands when it is moved; 0 is neutral. */
  controlValue: number;
}

const DECILES = 10;
/** Halfway towards what few have rated. */
const CONTROL = -0.5;
/** The share of all items that counts as popular, and the share of all users at either end (Abdollahpouri et al. 2019). */
const POPULAR = 0.2;
const END = 0.2;

/**
 * Whether popularity decides what is recommended and to whose benefit: exposure by deciles of popularity, and whether
 * users of niche taste are served worse ("The unfairness of popularity bias in recommendation", Abdollahpouri,
 * Mansoury, Burke and Mobasher 2019).
 * @param scorer of a model trained on the training part of the trial
 * @throws ArgumentError if an option is unknown or an argument is of the wrong kind, CancelledError if the work is
 * stopped.
 */
export async function measurePopularityBias(
  data: TrialData,
  scorer: Scorer,
  work: Work = {},
): Promise<PopularityBiasFindings> {
  instanceOf("data", data, TrialData);
  instanceOf("scorer", scorer, Scorer);
  checkWork(work);
  const { likes, known } = data;
  const [own, control] = await steeredLists(data, scorer, [{}, { popularity: CONTROL }], work);
  const popular = mostLikedForAll(likes, known);
  return {
    deciles: decilesOf(likes, { model: own, control, popularity: popular }),
    groups: tasteGroups(data, own, control),
    nicheLessMainstream: nicheLessMainstream(data, own),
    controlValue: CONTROL,
  };
}

export function decilesOf(
  likes: Float32Array,
  lists: Record<"model" | "control" | "popularity", RecommendationLists>,
): Decile[] {
  const order = Int32Array.from(likes.keys()).sort((a, b) => likes[b] - likes[a] || a - b);
  const decileOf = new Int32Array(likes.length);
  order.forEach((item, place) => {
    decileOf[item] = Math.floor((DECILES * place) / likes.length);
  });
  const items = new Float64Array(DECILES);
  const liked = new Float64Array(DECILES);
  likes.forEach((count, item) => {
    items[decileOf[item]]++;
    liked[decileOf[item]] += count;
  });
  const total = liked.reduce((sum, count) => sum + count, 0);
  return Array.from(items, (count, decile) => {
    const exposure = (of: RecommendationLists) =>
      bootstrapInterval(
        of.map((list) => list.filter((item) => decileOf[item] === decile).length / list.length),
      );
    return {
      items: count,
      likes: liked[decile] / total,
      model: exposure(lists.model),
      control: exposure(lists.control),
      popularity: exposure(lists.popularity),
    };
  });
}

/** The fifth of the users with likes who like popular items least, the fifth who like them most, and the rest. */
export function tasteOfUsers({
  likes,
  liked,
  users,
}: Pick<TrialData, "likes" | "liked" | "users">): (TasteGroupName | null)[] {
  const order = Int32Array.from(likes.keys()).sort((a, b) => likes[b] - likes[a] || a - b);
  const popular = new Set(order.subarray(0, Math.ceil(POPULAR * likes.length)));
  const share = (user: number) => {
    const own = indicesIn(liked, user);
    return own.filter((item) => popular.has(item)).length / own.length;
  };
  const shares = Float64Array.from({ length: users }, (_, user) => share(user));
  const sorted = Array.from(shares.keys())
    .filter((user) => !Number.isNaN(shares[user]))
    .sort((a, b) => shares[a] - shares[b] || a - b);
  const tastes: (TasteGroupName | null)[] = new Array(users).fill(null);
  sorted.forEach((user, place) => {
    const at = (place + 0.5) / sorted.length;
    tastes[user] = at < END ? "niche" : at > 1 - END ? "mainstream" : "mixed";
  });
  return tastes;
}

/** @param control the lists with the popularity control moved */
export function tasteGroups(
  data: ListData,
  own: RecommendationLists,
  control: RecommendationLists,
): TasteGroup[] {
  const tastes = tasteOfUsers(data);
  const profiles = own.map((_, user) => indicesIn(data.liked, user));
  const profile = popularityPerUser(profiles, data.likes);
  const list = popularityPerUser(own, data.likes);
  const controlList = popularityPerUser(control, data.likes);
  const served = listsPerUser(data, own);
  const controlled = listsPerUser(data, control);
  return (["niche", "mixed", "mainstream"] as const).map((name) => {
    const of = (figures: PerUser) => figures.filter((_, user) => tastes[user] === name);
    const [profiles, ofList] = [of(profile), of(list)];
    const both = Array.from(profiles, (profile, user) => ({ profile, list: ofList[user] }));
    return {
      name,
      users: tastes.filter((taste) => taste === name).length,
      profilePopularity: bootstrapInterval(profiles),
      listPopularity: bootstrapInterval(ofList),
      lift: jackknifeInterval(both, liftOf),
      precision: bootstrapInterval(of(served.precision)),
      miscalibration: served.miscalibration && bootstrapInterval(of(served.miscalibration)),
      controlOfPrecision: pairedDifference(of(controlled.precision), of(served.precision)),
      controlOfListPopularity: pairedDifference(of(controlList), of(list)),
    };
  });
}

/** How much better the lists of niche users are than those of mainstream users: other people, so not in pairs. */
export function nicheLessMainstream(data: ListData, lists: RecommendationLists): Interval {
  const tastes = tasteOfUsers(data);
  const users = Array.from(precisionPerUser(lists, data), (precision, user) => ({
    precision,
    taste: tastes[user],
  })).filter(({ taste, precision }) => taste && taste !== "mixed" && !Number.isNaN(precision));
  const meanOf = (some: readonly (typeof users)[number][], of: TasteGroupName) =>
    mean(Float32Array.from(some.filter(({ taste }) => taste === of).map(({ precision }) => precision)));
  return jackknifeInterval(users, (some) => meanOf(some, "niche") - meanOf(some, "mainstream"));
}

/** How much more popular lists are than profiles, each user counting once. */
function liftOf(users: readonly { profile: number; list: number }[]): number {
  const lists = mean(Float32Array.from(users, ({ list }) => list));
  return lists / mean(Float32Array.from(users, ({ profile }) => profile)) - 1;
}
