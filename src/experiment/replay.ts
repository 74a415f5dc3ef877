import type { Timestamps } from "../dataset/RatingsTable.ts";
import { CancelledError } from "../errors.ts";
import { likeCounts } from "../evaluation/popularity.ts";
import type { Features } from "../model/fitting.ts";
import type { LightFM, Representation } from "../model/LightFM.ts";
import { nextTask } from "../nextTask.ts";
import { firstRows } from "./byArrival.ts";
import type { FeatureWeights } from "./defaults.ts";
import { everyUser } from "./everyUser.ts";
import { knowingAll } from "./foldIn.ts";
import { OwnList, ownInteractions } from "./ownInteractions.ts";
import { reshape } from "./reshape.ts";
import type { TimeSplit } from "./TimeSplit.ts";

/** Whether the item that a user liked next was among the ten best for them. */
export interface Hits {
  /** For the model that keeps learning. */
  learning: boolean;
  /** For the model as it was at the boundary, users included: it cannot know those who came later. */
  frozen: boolean;
  /** For the same model with each user folded in from all they have done: what learning items adds to that. */
  foldIn: boolean;
  /** For what is liked most so far. */
  popularity: boolean;
}

export interface ReplayStep {
  /** New interactions replayed, this one included. */
  replayed: number;
  user: number;
  /** Unix seconds. */
  time: number;
  /** Null if there was nothing to predict: a dislike, or an item that the user had rated before. */
  hits: Hits | null;
}

const LIST = 10;
/** Interactions after which the item side learns, too. */
const BLOCK = 100;
const BLOCK_EPOCHS = 5;
/** Milliseconds before other tasks get a turn. */
const SLICE = 16;

/**
 * The new part in order of time, each interaction first predicted, then learnt (prequential evaluation, Dawid
 * 1984). A user's vector is folded in again from all they have done, so it knows every interaction from
 * the next on; the item side learns a block of interactions at a time with `fitPartial`. The caller sets the
 * pace: nothing happens until the next step is asked for.
 * @param model has learnt the current part; it stays as it is
 */
export async function* replay(
  split: TimeSplit,
  model: LightFM,
  { featureWeights, signal }: { featureWeights: FeatureWeights; signal?: AbortSignal },
): AsyncGenerator<ReplayStep, void, undefined> {
  const { added, later, catalogue } = split;
  const timestamps = catalogue.ratings.timestamps as Timestamps;
  const { whole } = split.features(featureWeights);
  const frozen = knowingAll(model, whole);
  const asFrozen = await everyUser(frozen);
  const learner = new Learner(split, model, whole);
  const likes = likeCounts(split.whole(split.current));
  const lists = ownInteractions(split.current);
  let pause = performance.now() + SLICE;
  for (let i = 0; i < added.length; i++) {
    const user = added.userIds[i];
    const item = added.itemIds[i];
    const liked = added.values[i] > 0;
    let own = lists.get(user);
    if (!own) {
      own = new OwnList();
      lists.set(user, own);
    }
    const step: ReplayStep = { replayed: i + 1, user, time: timestamps[later[i]], hits: null };
    if (liked && !own.has(item)) {
      step.hits = {
        learning: await isHit(learner.model, await vectorOf(learner.model, user, own), item, own),
        frozen: await isHit(frozen, asFrozen(user), item, own),
        foldIn: await isHit(frozen, await vectorOf(frozen, user, own), item, own),
        popularity: popularityRank(likes, item, own) < LIST,
      };
    }
    yield step;
    own.add(item, added.values[i], added.weights ? added.weights[i] : 1);
    if (liked) likes[item]++;
    if ((i + 1) % BLOCK === 0) await learner.learn(i + 1 - BLOCK, i + 1, signal);
    if (performance.now() < pause) continue;
    await nextTask();
    if (signal?.aborted) throw new CancelledError("The replay was stopped.");
    pause = performance.now() + SLICE;
  }
}

/** The model that keeps learning. */
class Learner {
  /** With rows for everybody; those not yet seen are known by their features. */
  model: LightFM;
  readonly #split: TimeSplit;
  readonly #whole: Required<Features>;
  readonly #learning: LightFM;

  constructor(split: TimeSplit, model: LightFM, whole: Required<Features>) {
    this.#split = split;
    this.#whole = whole;
    this.#learning = model.clone();
    this.model = knowingAll(this.#learning, whole);
  }

  /** Takes in the new interactions from one position to another; the tables grow as far as they need. */
  async learn(from: number, to: number, signal: AbortSignal | undefined): Promise<void> {
    const { added } = this.#split;
    const block = added.pick(Int32Array.from({ length: to - from }, (_, i) => from + i));
    const { userFeatures, itemFeatures } = this.#learning.state.features as Required<Features>;
    const users = block.userIds.reduce((most, user) => Math.max(most, user + 1), userFeatures.rows);
    const items = block.itemIds.reduce((most, item) => Math.max(most, item + 1), itemFeatures.rows);
    await this.#learning.fitPartial(reshape(block, users, items), {
      userFeatures: firstRows(this.#whole.userFeatures, users),
      itemFeatures: firstRows(this.#whole.itemFeatures, items),
      epochs: BLOCK_EPOCHS,
      ...(signal ? { signal } : {}),
    });
    this.model = knowingAll(this.#learning, this.#whole);
  }
}

/** Folded in; of a user who has liked nothing yet, what their features tell. */
async function vectorOf(model: LightFM, user: number, own: OwnList): Promise<Representation | number> {
  return own.likes > 0 ? model.foldIn(own) : user;
}

async function isHit(model: LightFM, user: number | Representation, item: number, own: OwnList) {
  const { items } = await model.recommend(user, { n: LIST, exclude: own.itemIds });
  return items.includes(item);
}

/** How many items that are not the user's own are liked as much, or more. */
function popularityRank(likes: Float32Array, item: number, own: OwnList): number {
  let rank = 0;
  for (let other = 0; other < likes.length; other++) {
    if (other !== item && likes[other] >= likes[item] && !own.has(other)) rank++;
  }
  return rank;
}
