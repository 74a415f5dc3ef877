import { checkOptions, wholeNumber } from "../../arguments.ts";
import type { Catalogue } from "../../dataset/Catalogue.ts";
import {
  toInteractions,
  toItemFeatures,
  toItemTags,
  toUserFeatures,
  weighLabels,
} from "../../dataset/matrices.ts";
import { HELD_OUT, randomTrainTestSplit } from "../../dataset/splits.ts";
import { NotReadyError } from "../../errors.ts";
import { likeCounts } from "../../evaluation/popularity.ts";
import { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import { type Rows, toRows } from "../../matrix/rows.ts";
import type { Features } from "../../model/fitting.ts";
import type { LightFM } from "../../model/LightFM.ts";
import { checkSettings, type ModelSettings } from "../defaults.ts";
import { type Training, train } from "../train.ts";
import { checkWork, type Work } from "../Work.ts";

/** Too few likes to hold some out and learn from the rest. */
const FEWEST = 20;

/** The data of a trial, with a random share of all interactions held out, and what is known about the items. */
export class TrialData {
  readonly train: Interactions;
  readonly test: Interactions;
  /** The items each user has interacted with in train, likes and dislikes. */
  readonly known: Rows;
  /** What each user likes in train and in test. */
  readonly liked: Rows;
  readonly heldOut: Rows;
  /** How many users like each item in train. */
  readonly likes: Float32Array;
  /** Genres, or whatever else is known about the items; null if nothing is. */
  readonly genres: Labels | null;
  /** Null if there are none. */
  readonly itemTags: FeatureMatrix | null;
  readonly #features = new Map<string, Required<Features>>();

  /** @throws NotReadyError if there is too little data to hold some of it out. */
  constructor(
    readonly catalogue: Catalogue,
    readonly seed: number,
  ) {
    const all = toInteractions(catalogue);
    const { train, test } = randomTrainTestSplit(all, { testShare: HELD_OUT, seed });
    this.train = train;
    this.test = test;
    this.known = toRows(train);
    this.liked = toRows(train, "likes");
    this.heldOut = toRows(test, "likes");
    this.likes = likeCounts(train);
    if (this.liked.indices.length < FEWEST || this.heldOut.indices.length < FEWEST) {
      throw new NotReadyError("Too few ratings to hold some out. Open a larger file.");
    }
    this.itemTags = toItemTags(catalogue);
    this.genres = labelsOf(catalogue.items.map(({ genres }) => genres));
  }

  get users(): number {
    return this.train.users;
  }

  get items(): number {
    return this.train.items;
  }

  /** Built once for each pair of weights. */
  features({ featureWeights: { users, items } }: ModelSettings): Required<Features> {
    const key = `${users} ${items}`;
    const features = this.#features.get(key) ?? this.#buildFeatures(users, items);
    this.#features.set(key, features);
    return features;
  }

  #buildFeatures(users: number, items: number): Required<Features> {
    const known = toUserFeatures(this.catalogue);
    return {
      userFeatures: known ? weighLabels(known, users) : FeatureMatrix.identity(this.users),
      itemFeatures: weighLabels(toItemFeatures(this.catalogue), items),
    };
  }

  /**
   * A model of the training part.
   * @throws ArgumentError if a setting is unknown or out of range, CancelledError if the work is stopped.
   */
  async learn(training: Training, work: Work = {}): Promise<LightFM> {
    checkOptions(training, ["settings", "seed", "epochs"], "training");
    checkSettings(training.settings);
    wholeNumber("training.epochs", training.epochs, 1, 1_000_000);
    checkWork(work);
    return (await train(this.train, this.features(training.settings), training, work)).model;
  }
}

/** For simulations that train many models: half the recommended components and a fifth of the draws. */
const QUICK = { noComponents: 16, maxSampled: 20 };

/** The same settings for a smaller model: several times as fast, and about as accurate on few epochs. */
export function quick({ hyperparameters, featureWeights }: ModelSettings): ModelSettings {
  return { hyperparameters: { ...hyperparameters, ...QUICK }, featureWeights };
}

/** Labels of rows, by name and as a matrix. */
export interface Labels {
  names: string[];
  matrix: FeatureMatrix;
}

/** Null if there are none. */
export function labelsOf(rows: readonly (readonly string[])[]): Labels | null {
  const columns = new Map<string, number>();
  for (const label of rows.flat()) if (!columns.has(label)) columns.set(label, columns.size);
  if (columns.size === 0) return null;
  const entries = rows.map((labels) =>
    [...new Set(labels)].map((label) => [columns.get(label) as number, 1] as const),
  );
  return { names: [...columns.keys()], matrix: FeatureMatrix.fromRows(entries, columns.size) };
}
