import { CancelledError } from "../../errors.ts";
import { product, unitRow } from "../../evaluation/beyondAccuracy.ts";
import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { Rows } from "../../matrix/Interactions.ts";
import type { LightFM } from "../../model/LightFM.ts";
import { rowOf } from "../../model/neighbours/likes.ts";
import { nextTask } from "../../model/nextTask.ts";
import { everyUser } from "../everyUser.ts";
import type { Work } from "../Work.ts";

/** Length of all lists, as of a first page of recommendations. */
export const LIST = 10;
/** Lists made before other tasks get a turn. */
const LISTS_A_SLICE = 32;

/** Items and their scores, best first. */
export interface ScoredLists {
  items: Int32Array[];
  scores: Float32Array[];
}

/**
 * The best items for every user.
 * @param known what is left out for each user
 * @param options.n length of a list
 * @param options.itemBiasWeight how much popularity counts, as in `LightFM.recommend`
 */
export async function bestForAll(
  model: LightFM,
  known: Rows,
  { n = LIST, itemBiasWeight = 1, signal, onProgress }: { n?: number; itemBiasWeight?: number } & Work = {},
): Promise<ScoredLists> {
  const representationOf = await everyUser(model);
  const users = known.indptr.length - 1;
  const lists: ScoredLists = { items: [], scores: [] };
  for (let user = 0; user < users; user++) {
    const exclude = rowOf(known, user);
    const { items, scores } = await model.recommend(representationOf(user), { n, exclude, itemBiasWeight });
    lists.items.push(items);
    lists.scores.push(scores);
    if ((user + 1) % LISTS_A_SLICE > 0) continue;
    onProgress?.((user + 1) / users);
    await nextTask();
    if (signal?.aborted) throw new CancelledError("Stopped.");
  }
  return lists;
}

/** The most liked items that each user does not know. */
export function mostLikedForAll(likes: Float32Array, known: Rows, n = LIST): Int32Array[] {
  const best = Int32Array.from(likes.keys()).sort((a, b) => likes[b] - likes[a] || a - b);
  return Array.from({ length: known.indptr.length - 1 }, (_, user) => {
    const own = new Set(rowOf(known, user));
    const list: number[] = [];
    for (const item of best) {
      if (list.length === n) break;
      if (!own.has(item)) list.push(item);
    }
    return Int32Array.from(list);
  });
}

/**
 * Re-ranks candidates for variety (maximal marginal relevance, Carbonell and Goldstein 1998): each place goes
 * to the item with the best score less its likeness, by genres, to what stands above it. Scores are scaled
 * to 0 to 1 within a user's candidates.
 * @param variety 0 for the scores alone, 1 for unlikeness alone
 */
export function varied(
  { items, scores }: ScoredLists,
  genres: FeatureMatrix,
  variety: number,
  n = LIST,
): Int32Array[] {
  const rows = new Map<number, ReadonlyMap<number, number>>();
  const rowFor = (item: number) => {
    const row = rows.get(item) ?? unitRow(genres, item);
    rows.set(item, row);
    return row;
  };
  return items.map((candidates, user) => {
    const own = scores[user];
    const range = own[0] - own[own.length - 1] || 1;
    const relevance = own.map((score) => (score - own[own.length - 1]) / range);
    const likeness = new Float64Array(candidates.length);
    const left = new Set(candidates.keys());
    const list: number[] = [];
    while (list.length < n && left.size > 0) {
      let best = -1;
      let most = Number.NEGATIVE_INFINITY;
      for (const i of left) {
        const worth = (1 - variety) * relevance[i] - variety * likeness[i];
        if (worth > most) {
          most = worth;
          best = i;
        }
      }
      left.delete(best);
      list.push(candidates[best]);
      const chosen = rowFor(candidates[best]);
      for (const i of left) likeness[i] = Math.max(likeness[i], product(chosen, rowFor(candidates[i])));
    }
    return Int32Array.from(list);
  });
}
