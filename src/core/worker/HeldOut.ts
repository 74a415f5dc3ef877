import { HELD_OUT, randomTrainTestSplit } from "../../dataset/splits.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import { ofPair } from "../../matrix/pseudoRandom.ts";

const SEED = 42;
/** Pairs of a user and an item that are ranked while both models learn from one like. */
const PAIRS_A_LIKE = 200;
/** Enough for intervals of a hundredth. */
const FEWEST_USERS = 2000;

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
  /** Whether only some of the users are examined, chosen at random. */
  isSample: boolean;
}

/**
 * The model that recommends learns from everything, which leaves nothing to examine it on: another one with the
 * same settings learns from 70% and is examined on the other 30%, of as many users as take no longer than learning.
 */
export function holdOut(interactions: Interactions): HeldOut {
  const { train, test } = randomTrainTestSplit(interactions, { testShare: HELD_OUT, seed: SEED });
  const heldOut = { learnt: interactions, train, test, known: train, examinesModel: false, isSample: false };
  const { users, items, values } = interactions;
  let likes = 0;
  for (let at = 0; at < values.length; at++) if (values[at] > 0) likes++;
  const examined = Math.max(FEWEST_USERS, (PAIRS_A_LIKE * likes) / items);
  if (users <= examined) return heldOut;
  const isExamined = Uint8Array.from({ length: users }, (_, user) =>
    Number(ofPair(user, 0) < examined / users),
  );
  return { ...heldOut, test: ofUsers(test, isExamined), known: ofUsers(train, isExamined), isSample: true };
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
  const known = ofUsers(train, isTested);
  return { learnt: train, train, test, known, examinesModel: true, isSample: true };
}

function ofUsers(interactions: Interactions, isMeant: Uint8Array): Interactions {
  const { userIds } = interactions;
  const positions: number[] = [];
  for (let at = 0; at < userIds.length; at++) if (isMeant[userIds[at]]) positions.push(at);
  return interactions.pick(Int32Array.from(positions));
}
