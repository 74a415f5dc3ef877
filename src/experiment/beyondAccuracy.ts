import { CancelledError } from "../errors.ts";
import {
  diversityPerUser,
  headOf,
  noveltyPerUser,
  popularityLift,
  type RecommendationLists,
} from "../evaluation/beyondAccuracy.ts";
import { coverageInterval, giniInterval } from "../evaluation/exposureIntervals.ts";
import { bootstrapInterval, type Interval } from "../evaluation/intervals.ts";
import { jackknifeInterval } from "../evaluation/jackknife.ts";
import { pooledShare } from "../evaluation/pooledShare.ts";
import { likeCounts } from "../evaluation/popularity.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import { toRows } from "../matrix/rows.ts";
import type { LightFM } from "../model/LightFM.ts";
import { nextTask } from "../nextTask.ts";
import { everyUser } from "./everyUser.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import type { Work } from "./Work.ts";

/** What the ten best for everybody of the current part are like, beside being right. */
export interface BeyondAccuracy {
  /** The share of all items of the current part that is recommended to anybody. */
  catalogueCoverage: number;
  exposureGini: number;
  /** Mean self-information, in bits. */
  novelty: number;
  /** By genres, or whatever else is known of the items; null if nothing is. */
  intraListDiversity: number | null;
  popularityLift: number;
  longTailShare: number;
  /** 95% intervals over the users who get the lists. */
  intervals: {
    [Figure in keyof Omit<BeyondAccuracy, "intervals">]: Interval | Extract<BeyondAccuracy[Figure], null>;
  };
}

const LIST = 10;
/** Lists made between two chances for others. */
const LISTS_A_SLICE = 32;

/**
 * The model's figures and popularity's, over the same users, with what each has rated left out.
 * @param model has learnt the current part
 */
export async function lookBeyondAccuracy(
  split: TimeSplit,
  model: LightFM,
  { signal, onProgress }: Work = {},
): Promise<{ model: BeyondAccuracy; popularity: BeyondAccuracy }> {
  const { current } = split;
  const { indptr, indices } = toRows(current);
  const best = byPopularity(current);
  const representationOf = await everyUser(model);
  const byModel: Int32Array[] = [];
  const byLikes: Int32Array[] = [];
  const chosen: Int32Array[] = [];
  for (let user = 0; user < current.users; user++) {
    const own = indices.subarray(indptr[user], indptr[user + 1]);
    chosen.push(own);
    byModel.push((await model.recommend(representationOf(user), { n: LIST, exclude: own })).items);
    byLikes.push(firstUnknown(best, new Set(own)));
    if ((user + 1) % LISTS_A_SLICE > 0) continue;
    onProgress?.((user + 1) / current.users);
    await nextTask();
    if (signal?.aborted) throw new CancelledError("Looking beyond accuracy was stopped.");
  }
  const labels = labelsOf(split);
  const describe = (lists: RecommendationLists) => figures(lists, chosen, current, labels);
  return { model: describe(byModel), popularity: describe(byLikes) };
}

function figures(
  lists: RecommendationLists,
  chosen: RecommendationLists,
  { users, items, itemIds }: Interactions,
  labels: FeatureMatrix | null,
): BeyondAccuracy {
  const counts = new Int32Array(items);
  for (const item of itemIds) counts[item]++;
  const both = lists.map((list, user) => ({ list, own: chosen[user] }));
  const intervals: BeyondAccuracy["intervals"] = {
    catalogueCoverage: coverageInterval(lists, items),
    exposureGini: giniInterval(lists, items),
    novelty: bootstrapInterval(noveltyPerUser(lists, counts, users)),
    intraListDiversity: labels && bootstrapInterval(diversityPerUser(lists, labels)),
    popularityLift: jackknifeInterval(both, (some) =>
      popularityLift(
        some.map(({ list }) => list),
        some.map(({ own }) => own),
        counts,
      ),
    ),
    longTailShare: longTailInterval(lists, counts),
  };
  return {
    catalogueCoverage: intervals.catalogueCoverage.mean,
    exposureGini: intervals.exposureGini.mean,
    novelty: intervals.novelty.mean,
    intraListDiversity: intervals.intraListDiversity?.mean ?? null,
    popularityLift: intervals.popularityLift.mean,
    longTailShare: intervals.longTailShare.mean,
    intervals,
  };
}

/** Also given if no list holds any of it, which says that few would. */
function longTailInterval(lists: RecommendationLists, counts: ArrayLike<number>): Interval {
  const head = headOf(counts);
  return pooledShare(
    lists.map((list) => ({
      cases: list.length,
      hits: Array.from(list).filter((item) => !head.has(item)).length,
    })),
  );
}

/** Items by how often they are liked, the most liked first. */
function byPopularity(current: Interactions): Int32Array {
  const likes = likeCounts(current);
  return Int32Array.from(likes.keys()).sort((a, b) => likes[b] - likes[a] || a - b);
}

function firstUnknown(best: Int32Array, known: ReadonlySet<number>): Int32Array {
  const list: number[] = [];
  for (const item of best) {
    if (list.length === LIST) break;
    if (!known.has(item)) list.push(item);
  }
  return Int32Array.from(list);
}

/** What is known of the current items beside themselves. */
function labelsOf(split: TimeSplit): FeatureMatrix | null {
  const { items } = split.catalogue;
  const columns = new Map<string, number>();
  const rows = Array.from({ length: split.currentItems }, (_, item) =>
    items[split.itemRow(item)].genres.map((label) => {
      const column = columns.get(label) ?? columns.size;
      columns.set(label, column);
      return [column, 1] as const;
    }),
  );
  return columns.size > 0 ? FeatureMatrix.fromRows(rows, columns.size) : null;
}
