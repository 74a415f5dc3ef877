import { HELD_OUT, randomTrainTestSplit } from "../../dataset/splits.ts";
import type { Interactions } from "../../matrix/Interactions.ts";

const SEED = 42;

/** What models learn from, and what they are examined on. */
export interface HeldOut {
  /** What the model that recommends learns from. */
  learnt: Interactions;
  /** What the model that is examined learns from. */
  train: Interactions;
  test: Interactions;
  /** What is known of the users in `test`, which is left out of their rankings. */
  known: Interactions;
  /** Whether the model that recommends is itself the one that is examined. */
  examinesModel: boolean;
}

/**
 * The model that recommends learns from everything, which leaves nothing to examine it on: another one with the
 * same settings learns from 70% and is examined on the other 30%.
 */
export function holdOut(interactions: Interactions): HeldOut {
  const { train, test } = randomTrainTestSplit(interactions, { testShare: HELD_OUT, seed: SEED });
  return { learnt: interactions, train, test, known: train, examinesModel: false };
}

/**
 * For large data: the model that recommends does without the last ones and is examined on those.
 * @param learnt how many interactions come before them
 */
export function holdOutLast(interactions: Interactions, learnt: number): HeldOut {
  const train = interactions.between(0, learnt);
  const test = interactions.between(learnt, interactions.length);
  const isTested = new Uint8Array(interactions.users);
  for (const user of test.userIds) isTested[user] = 1;
  const positions: number[] = [];
  for (let at = 0; at < learnt; at++) if (isTested[train.userIds[at]]) positions.push(at);
  return { learnt: train, train, test, known: train.pick(Int32Array.from(positions)), examinesModel: true };
}
