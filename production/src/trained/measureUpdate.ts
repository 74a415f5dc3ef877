import { precision } from "../../../src/evaluation/rankMetrics.ts";
import {
  Interactions,
  type Interval,
  pairedDifference,
  type Verdict,
  verdictOn,
} from "../../../src/index.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { usersOf } from "./RatedItems.ts";
import { rankTest } from "./rankTest.ts";
import type { TrainedModel } from "./TrainedModel.ts";
import { type NewRating, type UpdateOptions, updateTrained } from "./updateTrained.ts";

/** What an update gains, on new likes that it did not learn: precision at 10 after it less before. */
export interface UpdateGain extends Interval {
  verdict: Verdict;
}

const HELD_OUT = 0.2;

/**
 * A clone learns four fifths of the new ratings and is examined on the likes in the others, of the users and
 * items that the model knew before.
 * @returns null if fewer than two users have such likes
 */
export async function measureUpdate(
  trained: TrainedModel,
  ratings: readonly NewRating[],
  options: UpdateOptions = {},
): Promise<UpdateGain | null> {
  const random = new SeededRandom(0);
  const isHeldOut = ratings.map(() => random.float() < HELD_OUT);
  const learnt = ratings.filter((_, i) => !isHeldOut[i]);
  const after = await updateTrained(trained, learnt, options);
  const test = ratings.filter((_, i) => isHeldOut[i]);
  const [before10, after10] = await Promise.all(
    [trained, after].map(async (model) => precisionOf(model, test, trained, learnt)),
  );
  const difference = pairedDifference(after10.subarray(0, before10.length), before10);
  return difference.users < 2 ? null : { ...difference, verdict: verdictOn(difference) };
}

/** What either model must not be examined on: everything rated before, and what one of the two learnt. */
async function precisionOf(
  examined: TrainedModel,
  test: readonly NewRating[],
  before: TrainedModel,
  learnt: readonly NewRating[],
): Promise<Float32Array> {
  const { users, items } = examined.mapping;
  const { rated, likedFrom } = before;
  const isKnown = ({ user, item }: NewRating) =>
    before.mapping.users.has(user) && before.mapping.items.has(item);
  const value = (rating: number) => (rating >= likedFrom ? 1 : -1);
  const news = learnt.filter(isKnown);
  const train = new Interactions(
    users.size,
    items.size,
    Int32Array.from([...usersOf(rated), ...news.map(({ user }) => users.get(user) ?? 0)]),
    Int32Array.from([...rated.items, ...news.map(({ item }) => items.get(item) ?? 0)]),
    Float32Array.from([...rated.ratings, ...news.map(({ rating }) => rating)], value),
  );
  const left = test.filter(isKnown);
  const heldOut = new Interactions(
    users.size,
    items.size,
    Int32Array.from(left, ({ user }) => users.get(user) ?? 0),
    Int32Array.from(left, ({ item }) => items.get(item) ?? 0),
    Float32Array.from(left, ({ rating }) => value(rating)),
  );
  return precision(await rankTest(examined, heldOut, train), 10);
}
