import { precision } from "../../../src/evaluation/rankMetrics.ts";
import {
  Interactions,
  type Interval,
  pairedDifference,
  type Verdict,
  verdictOn,
} from "../../../src/index.ts";
import { ratingsOf } from "./RatedItems.ts";
import type { TrainedModel } from "./TrainedModel.ts";

/** How well a model that was trained from scratch ranked what some of its users like: what drift is measured from. */
export interface Baseline {
  /** Rows, spread evenly over all users. */
  users: Int32Array;
  /** How many ratings each of them had. Who has more by now has been learnt again. */
  ratings: Int32Array;
  /** Precision at 10 on their likes. */
  precision: Float32Array;
}

/** The change in precision at 10 since the baseline, for users who have rated nothing since. */
export interface Drift extends Interval {
  verdict: Verdict;
}

const MOST_USERS = 1000;

/** The same model with a baseline, unless it has one. */
export async function withBaseline(trained: TrainedModel): Promise<TrainedModel> {
  if (trained.baseline || trained.rated.items.length === 0) return trained;
  const all = Array.from({ length: trained.mapping.users.size }, (_, user) => user).filter(
    (user) => likesOf(trained, user).length > 0,
  );
  const every = Math.max(1, Math.ceil(all.length / MOST_USERS));
  const users = Int32Array.from(all.filter((_, i) => i % every === 0));
  return {
    ...trained,
    baseline: {
      users,
      ratings: users.map((user) => ratingCountOf(trained, user)),
      precision: await precisionOn(trained, users),
    },
  };
}

/** @returns null if the model has no baseline, or fewer than two users have rated nothing since */
export async function measureDrift(trained: TrainedModel): Promise<Drift | null> {
  const { baseline } = trained;
  if (!baseline) return null;
  const isLeft = (_: unknown, i: number) => ratingCountOf(trained, baseline.users[i]) === baseline.ratings[i];
  const users = baseline.users.filter(isLeft);
  if (users.length < 2) return null;
  const difference = pairedDifference(await precisionOn(trained, users), baseline.precision.filter(isLeft));
  return { ...difference, verdict: verdictOn(difference) };
}

/** Of the model's own lists, which the neighbour score would hold in place. */
async function precisionOn(trained: TrainedModel, users: Int32Array): Promise<Float32Array> {
  const likes = Array.from(users, (user) => likesOf(trained, user));
  const items = Int32Array.from(likes.flat());
  const known = new Interactions(
    trained.mapping.users.size,
    trained.mapping.items.size,
    Int32Array.from(likes.flatMap((own, i) => own.map(() => users[i]))),
    items,
    new Float32Array(items.length).fill(1),
  );
  const figures = precision(await trained.model.predictRank(known), 10);
  return Float32Array.from(users, (user) => figures[user]);
}

function likesOf({ rated, likedFrom }: TrainedModel, user: number): number[] {
  return [...ratingsOf(rated, user)].filter(([, rating]) => rating >= likedFrom).map(([item]) => item);
}

function ratingCountOf({ rated }: TrainedModel, user: number): number {
  return rated.indptr[user + 1] - rated.indptr[user];
}
