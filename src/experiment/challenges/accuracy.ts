import { CancelledError } from "../../errors.ts";
import { bootstrapInterval, type Interval } from "../../evaluation/intervals.ts";
import { Ease } from "../../evaluation/peers/Ease.ts";
import { ItemKnn } from "../../evaluation/peers/ItemKnn.ts";
import type { Peer } from "../../evaluation/peers/Peer.ts";
import { popularityRanks } from "../../evaluation/popularity.ts";
import { type Case, rankCases } from "../../evaluation/protocols/rankCases.ts";
import { warmCases } from "../../evaluation/protocols/warmUsers.ts";
import { recall, reciprocal } from "../../evaluation/rankMetrics.ts";
import { SeededRandom } from "../../matrix/random.ts";
import { indicesIn, likesOf } from "../../model/neighbours/likes.ts";
import { ridgeOf } from "../../model/neighbours/neighboursOf.ts";
import type { TestRanks } from "../../model/rankTestItems.ts";
import type { Scorer } from "../../model/scorer/Scorer.ts";
import {
  differencesOf,
  type FigureIntervals,
  type FiguresPerUser,
  figuresPerUser,
  intervalsOf,
} from "../heldOut.ts";
import type { Work } from "../Work.ts";
import { activityName } from "./activityName.ts";
import { labelsOf, type TrialData } from "./TrialData.ts";

/** Accuracy for one group of users. */
export interface UserGroup {
  name: string;
  figures: FigureIntervals;
}

/** Accuracy on likes of one group of items; each user counts once. */
export interface ItemGroup {
  name: string;
  /** Held-out likes of such items. */
  likes: number;
  /** The chance that such a like ranks above an item the user has not interacted with. */
  auc: Interval;
  /** The share of such likes among the user's ten best. */
  recallAt10: Interval;
}

/** The figures of a model or of a peer. */
export interface ContestantFigures extends FigureIntervals {
  recallAt10: Interval;
  reciprocalRank: Interval;
}

/** Another kind of recommender, trained on the same likes. */
export interface PeerFigures {
  name: "item kNN" | "EASE";
  figures: ContestantFigures;
  /** On the same users. */
  modelLessPeer: FigureIntervals;
}

/** How good the lists are, for which users and for which items. */
export interface AccuracyFindings {
  model: ContestantFigures;
  popularity: ContestantFigures;
  /** The items in a random order for each user. */
  random: ContestantFigures;
  /** On the same users. */
  modelLessPopularity: FigureIntervals;
  /** EASE is left out if the data is too large for it. */
  peers: PeerFigures[];
  /** Users grouped by how many of their likes the model knows. */
  byActivity: UserGroup[];
  /** Users grouped by what is known about them, such as age and gender; empty if nothing is. */
  byUserFeature: UserGroup[];
  /** Items grouped by how many users like them: fifths of all likes, from the most liked items down. */
  byPopularity: ItemGroup[];
  byGenre: ItemGroup[];
  byDecade: ItemGroup[];
}

const TOP = 10;
const ACTIVITY_GROUPS = 4;
const POPULARITY_GROUPS = 5;
/** Groups of fewer users say nothing. */
const FEWEST_USERS = 10;

/**
 * How good the scores are that recommend, beside peers that learn from the same likes.
 * @param scorer of a model that has learnt the training part of the trial
 * @throws CancelledError if the work is stopped.
 */
export async function examineAccuracy(
  data: TrialData,
  scorer: Scorer,
  { signal, onProgress }: Work = {},
): Promise<AccuracyFindings> {
  const { train, test, catalogue } = data;
  const likes = likesOf(train);
  const cases = warmCases(train, test);
  const withEase = Ease.fits(likes);
  const toRank = cases.length * (withEase ? 4 : 3);
  let ranked = 0;
  const rank = (score: (one: Case) => Float32Array) =>
    rankCases(likes, cases, (one) => {
      if (signal?.aborted) throw new CancelledError("Measuring accuracy was stopped.");
      onProgress?.(ranked++ / toRank);
      return score(one);
    });
  const ranks = await rank(({ user }) => scorer.scoresOfUser(user));
  const perUser = figuresPerUser(ranks);
  const against = async (name: PeerFigures["name"], peer: Peer): Promise<PeerFigures> => {
    const theirs = await rank(({ known }) => peer.score(known));
    return {
      name,
      figures: contestant(theirs),
      modelLessPeer: differencesOf(perUser, figuresPerUser(theirs)),
    };
  };
  const peers = [await against("item kNN", new ItemKnn(likes))];
  if (withEase) peers.push(await against("EASE", new Ease(await ridgeOf(likes))));
  const popular = await popularityRanks(test, train);
  const random = new SeededRandom(data.seed);
  const guesses = new Float32Array(data.items);
  const guessed = await rank(() => guesses.map(() => random.float()));
  return {
    model: contestant(ranks),
    popularity: contestant(popular),
    random: contestant(guessed),
    modelLessPopularity: differencesOf(perUser, figuresPerUser(popular)),
    peers,
    byActivity: byActivity(data, perUser),
    byUserFeature: byUserFeature(data, perUser),
    byPopularity: byPopularity(data, ranks),
    byGenre: itemGroups(
      ranks,
      catalogue.items.map(({ genres }) => genres),
    ),
    byDecade: itemGroups(
      ranks,
      catalogue.items.map(({ year }) => (year === null ? [] : [`${Math.floor(year / 10)}0s`])),
    ).sort((a, b) => a.name.localeCompare(b.name, "en")),
  };
}

function contestant(ranks: TestRanks): ContestantFigures {
  return {
    ...intervalsOf(figuresPerUser(ranks)),
    recallAt10: bootstrapInterval(recall(ranks, TOP)),
    reciprocalRank: bootstrapInterval(reciprocal(ranks)),
  };
}

/** Quarters of the users, from those with the fewest likes up. */
export function byActivity(
  { users, liked }: Pick<TrialData, "users" | "liked">,
  perUser: FiguresPerUser,
): UserGroup[] {
  const likeCount = (user: number) => indicesIn(liked, user).length;
  const order = Array.from({ length: users }, (_, user) => user).sort((a, b) => likeCount(a) - likeCount(b));
  const quarters = Array.from({ length: ACTIVITY_GROUPS }, (_, group) =>
    order.slice(
      Math.floor((group / ACTIVITY_GROUPS) * users),
      Math.floor(((group + 1) / ACTIVITY_GROUPS) * users),
    ),
  );
  return quarters
    .filter((own) => own.length > 0)
    .map((own) => {
      const members = new Set(own);
      return {
        name: activityName(likeCount(own[0]), likeCount(own[own.length - 1])),
        figures: intervalsOf(perUser, (user) => members.has(user)),
      };
    });
}

/** The users with each feature, such as "gender: F". */
export function byUserFeature(
  { catalogue }: { catalogue: Pick<TrialData["catalogue"], "userFeatures"> },
  perUser: FiguresPerUser,
): UserGroup[] {
  const { userFeatures } = catalogue;
  if (!userFeatures) return [];
  return [...new Set(userFeatures.flat())]
    .sort()
    .map((name) => ({ name, figures: intervalsOf(perUser, (user) => userFeatures[user].includes(name)) }))
    .filter(({ figures }) => figures.auc.users >= FEWEST_USERS);
}

/** Fifths of all likes, from the most liked items down. */
export function byPopularity({ likes }: Pick<TrialData, "likes">, ranks: TestRanks): ItemGroup[] {
  const order = Int32Array.from(likes.keys()).sort((a, b) => likes[b] - likes[a] || a - b);
  const total = likes.reduce((sum, count) => sum + count, 0);
  const labels: string[][] = Array.from(likes, () => []);
  let held = 0;
  for (const item of order) {
    const group = Math.min(POPULARITY_GROUPS - 1, Math.floor((POPULARITY_GROUPS * held) / total));
    labels[item] = [GROUP_NAMES[group]];
    held += likes[item];
  }
  const groups = itemGroups(ranks, labels);
  return GROUP_NAMES.flatMap((name) => groups.filter((group) => group.name === name));
}

/** Each with a fifth of all likes. */
const GROUP_NAMES = ["most liked", "2nd fifth of likes", "3rd fifth", "4th fifth", "least liked"];

/** The figures of ten users or more on the items with each label. @param labels of every item */
export function itemGroups(ranks: TestRanks, labels: readonly (readonly string[])[]): ItemGroup[] {
  const groups = labelsOf(labels);
  if (!groups) return [];
  const { names, matrix } = groups;
  const { indptr, indices } = ranks.test;
  const users = indptr.length - 1;
  const sums = names.map(() => ({
    likes: new Float32Array(users),
    above: new Float32Array(users),
    hits: new Float32Array(users),
  }));
  for (let user = 0; user < users; user++) {
    const own = ranks.ranks.subarray(indptr[user], indptr[user + 1]);
    const negatives = ranks.items - own.length - ranks.trainCounts[user];
    if (negatives <= 0) continue;
    const byRank = Int32Array.from(own.keys()).sort((a, b) => own[a] - own[b]);
    byRank.forEach((i, above) => {
      const rank = own[i];
      // The user's other test items above it are not mistakes.
      const mistakes = Math.max(0, rank - above);
      const item = indices[indptr[user] + i];
      for (let j = matrix.indptr[item]; j < matrix.indptr[item + 1]; j++) {
        const group = sums[matrix.indices[j]];
        group.likes[user]++;
        group.above[user] += 1 - mistakes / negatives;
        if (rank < TOP) group.hits[user]++;
      }
    });
  }
  return sums
    .map(({ likes, above, hits }, group) => ({
      name: names[group],
      likes: likes.reduce((sum, count) => sum + count, 0),
      auc: bootstrapInterval(above.map((sum, user) => sum / likes[user])),
      recallAt10: bootstrapInterval(hits.map((sum, user) => sum / likes[user])),
    }))
    .filter(({ auc }) => auc.users >= FEWEST_USERS)
    .sort((a, b) => b.likes - a.likes);
}
