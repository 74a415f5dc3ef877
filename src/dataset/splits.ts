import { ArgumentError } from "../errors.ts";
import { allPositions } from "../matrix/countingSort.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import { SeededRandom } from "../matrix/random.ts";

/**
 * Parts interactions at random, the same way for the same seed. Both parts keep the shape of the whole.
 * @param options.testShare from 0 to 1, 0.2 if left out
 * @param options.seed any whole number
 * @throws ArgumentError where the share is out of range.
 */
export function randomTrainTestSplit(
  interactions: Interactions,
  { testShare = 0.2, seed }: { testShare?: number; seed: number },
): { train: Interactions; test: Interactions } {
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
 * @throws ArgumentError where a timestamp is NaN or the share is out of range.
 */
export function timePositions(
  timestamps: Float64Array,
  share = 0.9,
): { earlier: Int32Array; later: Int32Array } {
  checkShare("share", share);
  if (timestamps.some(Number.isNaN)) throw new ArgumentError("timestamps must be numbers, not NaN.");
  const order = allPositions(timestamps.length).sort((a, b) => timestamps[a] - timestamps[b] || a - b);
  const [earlier, later] = cut(order, share);
  return { earlier, later };
}

/** Parts interactions by time, see `timePositions`. Both parts keep the shape of the whole. */
export function timeSplit(
  interactions: Interactions,
  timestamps: Float64Array,
  share = 0.9,
): { earlier: Interactions; later: Interactions } {
  if (timestamps.length !== interactions.length) {
    throw new ArgumentError(
      `timestamps must be as many as the interactions, ${interactions.length}, not ${timestamps.length}.`,
    );
  }
  const { earlier, later } = timePositions(timestamps, share);
  return { earlier: interactions.pick(earlier), later: interactions.pick(later) };
}

function cut(positions: Int32Array, share: number): [Int32Array, Int32Array] {
  const end = Math.floor(share * positions.length);
  return [positions.slice(0, end), positions.slice(end)];
}

function checkShare(name: string, share: number): void {
  if (!(share >= 0 && share <= 1)) throw new ArgumentError(`${name} must be from 0 to 1, not ${share}.`);
}
