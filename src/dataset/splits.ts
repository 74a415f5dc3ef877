import {
  checkOptions,
  checkSeed,
  instanceOf,
  listOf,
  numberInRange,
  show,
  wholeNumber,
} from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import { allPositions } from "../matrix/countingSort.ts";
import { Interactions } from "../matrix/Interactions.ts";
import { SeededRandom } from "../matrix/random.ts";
import type { Timestamps } from "./RatingsTable.ts";

/** The share that Matinee holds out at random to choose settings by, or to examine on. */
export const HELD_OUT = 0.3;

/** The share of the interactions, by time, that counts as current in the article. */
export const CURRENT_SHARE = 0.9;

/** A part to train on and a part to evaluate on, both with the shape of the whole. */
export interface TrainTest {
  train: Interactions;
  test: Interactions;
}

/**
 * Splits interactions at random, the same way for the same seed. Both parts keep the shape of the whole.
 * @param options `testShare` from 0 to 1, 0.2 if left out; `seed`, any whole number
 * @throws ArgumentError if an option is unknown or out of range.
 */
export function randomTrainTestSplit(
  interactions: Interactions,
  options: { testShare?: number; seed: number },
): TrainTest {
  instanceOf("interactions", interactions, Interactions);
  interactions.check();
  checkOptions(options, ["seed", "testShare"]);
  const { testShare = 0.2, seed } = options;
  checkSeed(seed);
  checkShare("testShare", testShare);
  const order = allPositions(interactions.length);
  new SeededRandom(seed).shuffle(order);
  const [train, test] = cut(order, 1 - testShare);
  return { train: interactions.pick(train), test: interactions.pick(test) };
}

/**
 * Positions in order of time, cut after a share of them: what was known, and what came later.
 * Interactions of the same moment stay in their order.
 * @param timestamps one for each interaction
 * @param share of the earlier part, from 0 to 1
 * @throws ArgumentError if a timestamp is NaN or the share is out of range.
 */
export function timePositions(
  timestamps: Timestamps,
  share = CURRENT_SHARE,
): { earlier: Int32Array; later: Int32Array } {
  checkShare("share", share);
  listOf("timestamps", timestamps);
  for (let i = 0; i < timestamps.length; i++) {
    const time: unknown = timestamps[i];
    if (typeof time === "number" && !Number.isNaN(time)) continue;
    throw new ArgumentError(`timestamps must hold numbers, but timestamps[${i}] is ${show(time)}.`);
  }
  const order = allPositions(timestamps.length).sort((a, b) => timestamps[a] - timestamps[b] || a - b);
  const [earlier, later] = cut(order, share);
  return { earlier, later };
}

/**
 * Splits interactions by time: what was known, and what came later. Interactions with the same timestamp stay in their
 * order, and both parts keep the shape of the whole.
 * @param timestamps one for each interaction, in any unit
 * @param share of the earlier part, from 0 to 1; 0.9 if left out
 * @throws ArgumentError if a timestamp is NaN, their number differs or the share is out of range.
 */
export function timeSplit(
  interactions: Interactions,
  timestamps: Timestamps,
  share = CURRENT_SHARE,
): { earlier: Interactions; later: Interactions } {
  checkTimestamps(interactions, timestamps);
  const { earlier, later } = timePositions(timestamps, share);
  return { earlier: interactions.pick(earlier), later: interactions.pick(later) };
}

/**
 * Cross-validation: interactions in random folds, each held out once while the others are for training. Folds are
 * made as you ask for them, so only one is in memory at a time.
 * @param options `k` folds, 2 or more, 5 if left out; `seed`, any whole number: the same seed gives the same folds
 * @throws ArgumentError if an option is unknown or out of range, or there are fewer interactions than folds.
 */
export function kFolds(
  interactions: Interactions,
  options: { k?: number; seed: number },
): Iterable<TrainTest> {
  instanceOf("interactions", interactions, Interactions);
  interactions.check();
  checkOptions(options, ["seed", "k"]);
  const { k = 5, seed } = options;
  wholeNumber("k", k, 2, 2 ** 31 - 1);
  checkSeed(seed);
  if (interactions.length < k) {
    throw new ArgumentError(
      `interactions must be at least as many as folds, ${k}, not ${interactions.length}.`,
    );
  }
  const order = allPositions(interactions.length);
  new SeededRandom(seed).shuffle(order);
  return {
    *[Symbol.iterator]() {
      for (let fold = 0; fold < k; fold++) {
        yield {
          train: interactions.pick(order.filter((_, i) => i % k !== fold)),
          test: interactions.pick(order.filter((_, i) => i % k === fold)),
        };
      }
    },
  };
}

/**
 * Holds out each user's latest interactions. Users with no more than `n` stay in `train`: otherwise nothing would be
 * known of them. Interactions with the same timestamp count in their order.
 * @param timestamps one for each interaction
 * @param options `n`, the number of interactions held out for each user, 1 if left out
 * @throws ArgumentError if a timestamp is NaN, their number differs or an option is unknown or out of range.
 */
export function leaveLastOut(
  interactions: Interactions,
  timestamps: Timestamps,
  options: { n?: number } = {},
): TrainTest {
  checkOptions(options, ["n"]);
  const { n = 1 } = options;
  wholeNumber("n", n, 1, 2 ** 31 - 1);
  checkTimestamps(interactions, timestamps);
  const { users, userIds } = interactions;
  const left = new Int32Array(users);
  for (const user of userIds) left[user]++;
  const held = left.map((count) => (count > n ? n : 0));
  const train: number[] = [];
  const test: number[] = [];
  for (const position of timePositions(timestamps, 1).earlier) {
    const user = userIds[position];
    (left[user]-- <= held[user] ? test : train).push(position);
  }
  return { train: interactions.pick(Int32Array.from(train)), test: interactions.pick(Int32Array.from(test)) };
}

function cut(positions: Int32Array, share: number): [Int32Array, Int32Array] {
  const end = Math.floor(share * positions.length);
  return [positions.slice(0, end), positions.slice(end)];
}

function checkTimestamps(interactions: Interactions, timestamps: Timestamps): void {
  instanceOf("interactions", interactions, Interactions);
  interactions.check();
  listOf("timestamps", timestamps);
  const { length } = interactions;
  if (timestamps.length !== length) {
    throw new ArgumentError(
      `timestamps must be as many as the interactions, ${length}, not ${timestamps.length}.`,
    );
  }
}

function checkShare(name: string, share: number): void {
  numberInRange(name, share, (x) => x >= 0 && x <= 1, "from 0 to 1");
}
