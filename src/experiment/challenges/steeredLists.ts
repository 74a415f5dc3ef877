import { CancelledError } from "../../errors.ts";
import { MMR_POOL, mmr } from "../../model/mmr.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import type { Scorer } from "../../model/scorer/Scorer.ts";
import { topItems } from "../../model/scorer/topItems.ts";
import { nextTaskIfDue } from "../../nextTask.ts";
import { Nearness } from "../../ranking/Nearness.ts";
import { diversityFor, fameOf, MOST_FAMILIAR, mostMoved, steered } from "../../ranking/steering.ts";
import type { Work } from "../Work.ts";
import { LIST } from "./lists.ts";
import type { TrialData } from "./TrialData.ts";

/** Where the controls of "For you" stand; what is left out is neutral. */
export interface ControlPosition {
  /** -1 for what few have rated to 1 for what many have. */
  popularity?: number;
  /** 0 to 1, for things as unlike each other as can be. */
  variety?: number;
  /** -1 away from what the user likes to 1 close to it. */
  familiarity?: number;
}

/**
 * Every user's ten best at each of these positions, by the scores and rules of "For you", without what they
 * have rated in train.
 * @throws CancelledError if the work is stopped.
 */
export async function steeredLists(
  data: TrialData,
  scorer: Scorer,
  positions: readonly ControlPosition[],
  { signal, onProgress }: Work = {},
): Promise<Int32Array[][]> {
  const { known, users, items } = data;
  const ratings = new Int32Array(items);
  for (const item of known.indices) ratings[item]++;
  const fame = fameOf(ratings);
  const { embeddings } = scorer.itemRepresentations();
  const noComponents = embeddings.length / items;
  const vectorOf = (item: number) => embeddings.subarray(item * noComponents, (item + 1) * noComponents);
  const isFamiliar = positions.some(({ familiarity = 0 }) => familiarity !== 0);
  const nearnesses = isFamiliar ? await Nearness.create(embeddings, noComponents) : null;
  const lists: Int32Array[][] = positions.map(() => []);
  for (let user = 0; user < users; user++) {
    await nextTaskIfDue();
    if (signal?.aborted) throw new CancelledError("Making lists was stopped.");
    onProgress?.(user / users);
    const scores = scorer.scoresOfUser(user);
    const excluded = indicesIn(known, user);
    const best = topItems(scores, MMR_POOL, excluded);
    const likes = indicesIn(data.liked, user).subarray(0, MOST_FAMILIAR);
    const most = mostMoved(scores);
    const nearness = nearnesses?.to(likes) ?? null;
    positions.forEach(({ popularity = 0, variety = 0, familiarity = 0 }, place) => {
      const diversity = diversityFor(variety);
      const own = steered(scores, { popularity, familiarity }, { fame, nearness }, most);
      const ranked = own === scores ? best : topItems(own, diversity > 0 ? MMR_POOL : LIST, excluded);
      lists[place].push(mmr(ranked, vectorOf, { n: LIST, diversity }).slice(0, LIST));
    });
  }
  return lists;
}
