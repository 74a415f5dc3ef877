import type { Catalogue } from "../dataset/Catalogue.ts";
import { toInteractions, toItemFeatures, toUserFeatures } from "../dataset/matrices.ts";
import { CURRENT_SHARE, timePositions } from "../dataset/splits.ts";
import { NotReadyError } from "../errors.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { Interactions } from "../matrix/Interactions.ts";
import type { Features } from "../model/fitting.ts";
import { type Arrival, arrivalOf, featuresByArrival, firstRows } from "./byArrival.ts";
import type { FeatureWeights } from "./defaults.ts";
import { reshape } from "./reshape.ts";
import { Validation } from "./Validation.ts";

/** The features of those who have come by the boundary, and of everybody: the first are a beginning of the second. */
export interface GrowingFeatures {
  current: Required<Features>;
  whole: Required<Features>;
}

/**
 * A catalogue's interactions split at a moment: what was known, the current part, and what came later, the
 * new part. Users and items have rows in order of their first interaction, so the current part consists of
 * the first users and items, and a model that has learnt it grows as the others arrive. Rankings are of all
 * items: the features of those not yet rated are known.
 */
export class TimeSplit {
  readonly catalogue: Catalogue;
  /** Positions of the catalogue's ratings in order of time. */
  readonly earlier: Int32Array;
  readonly later: Int32Array;
  /** Unix seconds of the first new interaction. */
  readonly boundary: number;
  readonly currentUsers: number;
  readonly currentItems: number;
  /** The current part, in the shape of the first users and items alone. */
  readonly current: Interactions;
  /** The new part, in the shape of all users and items. */
  readonly added: Interactions;
  readonly #users: Arrival;
  readonly #items: Arrival;
  readonly #features = new Map<string, GrowingFeatures>();

  /**
   * @param share of the interactions that are current, above 0 and below 1
   * @throws NotReadyError if there are no timestamps, or one of the parts would be empty.
   */
  constructor(catalogue: Catalogue, share = CURRENT_SHARE) {
    const { timestamps, users, items, userIds, itemIds } = catalogue.ratings;
    if (!timestamps) {
      throw new NotReadyError("These ratings have no timestamps, so they can't be split into known and new.");
    }
    const { earlier, later } = timePositions(timestamps, share);
    if (earlier.length === 0 || later.length === 0) {
      throw new NotReadyError("Too few ratings for a before/after split.");
    }
    this.catalogue = catalogue;
    this.earlier = earlier;
    this.later = later;
    this.boundary = timestamps[later[0]];
    const inTime = new Int32Array(earlier.length + later.length);
    inTime.set(earlier);
    inTime.set(later, earlier.length);
    this.#users = arrivalOf(
      inTime.map((position) => users[position]),
      userIds.length,
    );
    this.#items = arrivalOf(
      inTime.map((position) => items[position]),
      itemIds.length,
    );
    const all = toInteractions(catalogue);
    const byArrival = new Interactions(
      userIds.length,
      itemIds.length,
      all.userIds.map((user) => this.#users.places[user]),
      all.itemIds.map((item) => this.#items.places[item]),
      all.values,
      all.weights,
    );
    const current = byArrival.pick(earlier);
    this.currentUsers = 1 + current.userIds.reduce((last, user) => Math.max(last, user));
    this.currentItems = 1 + current.itemIds.reduce((last, item) => Math.max(last, item));
    this.current = reshape(current, this.currentUsers, this.currentItems);
    this.added = byArrival.pick(later);
  }

  get users(): number {
    return this.added.users;
  }

  get items(): number {
    return this.added.items;
  }

  /** Whether a user's first interaction is in the new part. */
  isNew(user: number): boolean {
    return user >= this.currentUsers;
  }

  /** The row of a user in the catalogue. */
  userRow(user: number): number {
    return this.#users.order[user];
  }

  /** The row of an item in the catalogue. */
  itemRow(item: number): number {
    return this.#items.order[item];
  }

  /** The user of this id as the catalogue has it; -1 if there is none. */
  userOf(id: string): number {
    const row = this.catalogue.ratings.userIds.indexOf(id);
    return row < 0 ? -1 : this.#users.places[row];
  }

  /** Interactions of some users and items, as interactions of all. */
  whole(interactions: Interactions): Interactions {
    return reshape(interactions, this.users, this.items);
  }

  /** A random part of the current interactions held out, to choose settings by. */
  validation(seed: number): Validation {
    return new Validation(this.whole(this.current), seed);
  }

  /** Built once for each pair of weights. */
  features(weights: FeatureWeights): GrowingFeatures {
    const key = `${weights.users} ${weights.items}`;
    const features = this.#features.get(key) ?? this.#buildFeatures(weights);
    this.#features.set(key, features);
    return features;
  }

  #buildFeatures(weights: FeatureWeights): GrowingFeatures {
    const known = toUserFeatures(this.catalogue) ?? FeatureMatrix.identity(this.users);
    const whole = {
      userFeatures: weighted(known, this.#users, weights.users),
      itemFeatures: weighted(toItemFeatures(this.catalogue), this.#items, weights.items),
    };
    const current = {
      userFeatures: firstRows(whole.userFeatures, this.currentUsers),
      itemFeatures: firstRows(whole.itemFeatures, this.currentItems),
    };
    return { current, whole };
  }
}

/** A row's own feature stands before the named ones, and keeps its weight. */
function weighted(features: FeatureMatrix, arrival: Arrival, weight: number): FeatureMatrix {
  return featuresByArrival(features, arrival, (column) => (column < features.rows ? 1 : weight));
}
