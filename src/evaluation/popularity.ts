import { instanceOf } from "../arguments.ts";
import { Interactions } from "../matrix/Interactions.ts";
import { rankTestItems, type TestRanks } from "../model/rankTestItems.ts";

/** How often each item is liked. @throws ArgumentError if these are not interactions. */
export function likeCounts(interactions: Interactions): Float32Array {
  instanceOf("interactions", interactions, Interactions);
  interactions.check();
  const { items, itemIds, values, length } = interactions;
  const counts = new Float32Array(items);
  for (let i = 0; i < length; i++) {
    if (values[i] > 0) counts[itemIds[i]]++;
  }
  return counts;
}

/**
 * The ranks of test items if everybody is recommended what is liked most in train: the baseline.
 * @param known what to leave out of each user's ranking, if not all of `train`
 * @param onSlice hears the share of the ranking that is done, from 0 on, once likes are counted
 * @throws ArgumentError if the shapes differ.
 */
export async function popularityRanks(
  test: Interactions,
  train: Interactions,
  known: Interactions = train,
  onSlice?: (done: number) => void,
): Promise<TestRanks> {
  const itemScores = likeCounts(train);
  onSlice?.(0);
  return rankTestItems({ itemScores }, test, known, onSlice);
}
