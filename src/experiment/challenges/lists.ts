import { CancelledError } from "../../errors.ts";
import type { Rows } from "../../matrix/rows.ts";
import type { LightFM } from "../../model/LightFM.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import { nextTask } from "../../nextTask.ts";
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
 */
export async function bestForAll(
  model: LightFM,
  known: Rows,
  { n = LIST, signal, onProgress }: { n?: number } & Work = {},
): Promise<ScoredLists> {
  const representationOf = await everyUser(model);
  const users = known.indptr.length - 1;
  const lists: ScoredLists = { items: [], scores: [] };
  for (let user = 0; user < users; user++) {
    const exclude = indicesIn(known, user);
    const { items, scores } = await model.recommend(representationOf(user), { n, exclude });
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
    const own = new Set(indicesIn(known, user));
    const list: number[] = [];
    for (const item of best) {
      if (list.length === n) break;
      if (!own.has(item)) list.push(item);
    }
    return Int32Array.from(list);
  });
}
