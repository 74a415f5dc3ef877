import type { ArrivalOutcome, ArrivalProgress, ArrivalSettings } from "../../../core/api.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Catalogue } from "../../../dataset/Catalogue.ts";
import { knowingAll } from "../../../experiment/foldIn.ts";
import { likedBy, newUsersOf, recommendTo } from "../../../experiment/newUsers.ts";
import { TimeSplit } from "../../../experiment/TimeSplit.ts";
import { train, trainOn } from "../../../experiment/train.ts";
import { partOf } from "../../../experiment/Work.ts";
import type { LightFM } from "../../../model/LightFM.ts";
import { modelSettingsOf } from "../../training/worker/modelSettings.ts";

const SEED = 42;
/** Epochs of `fitPartial` over the new interactions, as a share of those over the current. */
const PARTIAL_SHARE = 0.5;

/** Items are rows of the catalogue. */
export interface NewUserRows {
  rated: { item: number; rating: number }[];
  recommended: number[];
  before: number[];
}

/**
 * The article's experiment: a model learns from the first part of the ratings by time and then takes in
 * the rest with `fitPartial`. It knows nothing of a user or film before their first rating: the tables
 * grow when they arrive.
 */
export class Arrivals {
  readonly #split: TimeSplit;
  readonly #before: LightFM;
  readonly #after: LightFM;

  private constructor(split: TimeSplit, before: LightFM, after: LightFM) {
    this.#split = split;
    this.#before = before;
    this.#after = after;
  }

  static async run(
    catalogue: Catalogue,
    settings: ArrivalSettings,
    signal: AbortSignal,
    onProgress: (progress: ArrivalProgress) => void,
  ): Promise<{ arrivals: Arrivals; outcome: ArrivalOutcome }> {
    const split = new TimeSplit(catalogue, settings.currentShare);
    const how = { settings: modelSettingsOf(settings), seed: SEED, epochs: settings.epochs };
    const features = split.features(how.settings.featureWeights);
    const partialEpochs = Math.max(1, Math.round(settings.epochs * PARTIAL_SHARE));
    // Work is counted in interactions visited.
    const visits = split.current.length * how.epochs;
    const learnt = visits / (visits + split.added.length * partialEpochs);
    const left = timeLeft();
    const work = (phase: ArrivalProgress["phase"]) => ({
      signal,
      onProgress: (done: number) => onProgress({ phase, ...left(done) }),
    });
    const current = await train(split.current, features.current, how, partOf(work("fit"), 0, learnt));
    const after = current.model.clone();
    const taking = partOf(work("fitPartial"), learnt, 1);
    const fitPartialSeconds = await trainOn(after, split.added, features.whole, partialEpochs, taking);
    const outcome = {
      boundary: split.boundary,
      current: split.current.length,
      new: split.added.length,
      currentUsers: split.currentUsers,
      newUsers: newUsersOf(split).map(({ id, interactions, likes }) => ({
        id,
        interactions,
        positives: likes,
      })),
      fitSeconds: current.seconds,
      fitPartialSeconds,
    };
    return { arrivals: new Arrivals(split, knowingAll(current.model, features.whole), after), outcome };
  }

  /** A new user's lists; null for anybody else. */
  async newUser(id: string, count: number): Promise<NewUserRows | null> {
    const user = this.#split.userOf(id);
    if (user < 0 || !this.#split.isNew(user)) return null;
    const [recommended, before] = await Promise.all([
      recommendTo(this.#split, this.#after, id, count),
      recommendTo(this.#split, this.#before, id, count),
    ]);
    return { rated: likedBy(this.#split, id), recommended, before };
  }
}
