import { ArgumentError, DivergedError } from "../errors.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import { SeededRandom } from "../matrix/random.ts";
import { drawSeeds } from "./epoch.ts";
import {
  checkFeatures,
  checkLoss,
  checkShape,
  type EpochEnd,
  type EpochOptions,
  type Features,
  runEpoch,
} from "./fitting.ts";
import { checkHyperparameters, type Dislikes, type Hyperparameters, wholeNumber } from "./hyperparameters.ts";
import { FeatureTable, rowLength } from "./memory/FeatureTable.ts";
import { type Tables, TrainingMemory } from "./memory/TrainingMemory.ts";
import { checkIds, predict } from "./predict.ts";
import { rankTestItems, type TestRanks } from "./rankTestItems.ts";
import { represent } from "./represent.ts";
import { type CheckedOwnInteractions, type Ranked, Serving } from "./Serving.ts";
import { canShareMemory, type HelperThreads } from "./threads/HelperThreads.ts";

/** A vector and its bias: LightFM's representation of one user or item. */
export interface Representation {
  embedding: Float32Array;
  bias: number;
}

/** The representations of all rows of a side, as LightFM gives them. */
export interface Representations {
  /** One a row. */
  biases: Float32Array;
  /** Row-major, rows × noComponents. */
  embeddings: Float32Array;
}

/** What one user did; items in any order, each once. */
export interface OwnInteractions {
  itemIds: ArrayLike<number>;
  /** Above 0 a like, otherwise a dislike; all likes where left out. */
  values?: ArrayLike<number> | null;
  /** Sample weights; all one where left out. */
  weights?: ArrayLike<number> | null;
}

/** What a model is made of: what saving writes and loading reads. */
export interface ModelState {
  hyperparameters: Readonly<Hyperparameters>;
  epochs: number;
  tables: Tables;
  /** The feature matrices of the last training; null before it. */
  features: Required<Features> | null;
  /** Where the random sequence stands. */
  random: SeededRandom;
}

export interface EarlyStopping {
  /** Judges the model after every epoch; more is better. */
  metric: (model: LightFM) => number | Promise<number>;
  /** Epochs without a better figure after which training stops, 1 or more. */
  patience: number;
}

export interface FitOptions extends EpochOptions {
  /** Called after every epoch; the next waits for its promise. */
  onEpoch?: (end: EpochEnd) => void | Promise<void>;
  /** Stops before `epochs` are done if the figure no longer improves, and keeps the best model. */
  earlyStopping?: EarlyStopping;
}

/** Epochs of folding in: a user's vector has settled by then. */
const FOLD_IN_EPOCHS = 20;

/**
 * The hybrid matrix factorisation of LightFM (Kula 2015, arXiv:1507.08439): users and items are sums of
 * their features' embeddings; a score is the dot product of both, plus both biases.
 */
export class LightFM {
  readonly hyperparameters: Readonly<Hyperparameters>;
  #tables: Tables;
  #features: Required<Features> | null = null;
  #random: SeededRandom;
  #epochs = 0;
  #serving: Promise<Serving> | null = null;

  /** @throws ArgumentError that names the hyperparameter and its range. */
  constructor(hyperparameters: Partial<Hyperparameters> = {}) {
    this.hyperparameters = checkHyperparameters(hyperparameters);
    this.#random = new SeededRandom(this.hyperparameters.seed);
    this.#tables = this.#emptyTables();
  }

  /** Epochs learnt since the last `fit` began. */
  get epochs(): number {
    return this.#epochs;
  }

  /** Forgets what was learnt and trains. See `fitPartial`. */
  async fit(interactions: Interactions, options: FitOptions = {}): Promise<this> {
    this.reset();
    return this.fitPartial(interactions, options);
  }

  /** Forgets what was learnt. */
  reset(): void {
    this.#random = new SeededRandom(this.hyperparameters.seed);
    this.#tables = this.#emptyTables();
    this.#features = null;
    this.#serving = null;
    this.#epochs = 0;
  }

  /**
   * Trains on from what is learnt. Users, items and features that are new grow the tables; what was
   * there keeps its place, and only what the interactions touch is changed.
   * @throws ArgumentError before anything is touched; DivergedError where a parameter stops being finite,
   * CancelledError where the signal stops it: the model is then as it was after the last whole epoch.
   */
  async fitPartial(interactions: Interactions, options: FitOptions = {}): Promise<this> {
    const { onEpoch, earlyStopping } = options;
    if (earlyStopping) wholeNumber("patience", earlyStopping.patience, 1, 1_000_000);
    let best = { figure: Number.NEGATIVE_INFINITY, epochs: this.#epochs, tables: this.#tables };
    for await (const end of this.fitEpochs(interactions, options)) {
      await onEpoch?.(end);
      if (!earlyStopping) continue;
      const figure = await earlyStopping.metric(this);
      if (figure > best.figure) best = { figure, epochs: this.#epochs, tables: copyOf(this.#tables) };
      else if (this.#epochs - best.epochs >= earlyStopping.patience) break;
    }
    if (earlyStopping && best.figure > Number.NEGATIVE_INFINITY) {
      this.#tables = best.tables;
      this.#epochs = best.epochs;
      this.#serving = null;
    }
    return this;
  }

  /** `fitPartial` an epoch at a time: each is learnt when it is asked for. */
  async *fitEpochs(
    interactions: Interactions,
    options: EpochOptions = {},
  ): AsyncGenerator<EpochEnd, void, undefined> {
    const epochs = options.epochs ?? 1;
    wholeNumber("epochs", epochs, 1, 1_000_000);
    wholeNumber("threads", options.threads ?? 1, 1, 64);
    const threads = canShareMemory() ? (options.threads ?? 1) : 1;
    checkLoss(this.hyperparameters.loss, interactions);
    const features = checkFeatures(interactions, options);
    this.#grow(features);
    this.#features = features;
    this.#serving = null;
    const data = { interactions, ...features };
    const memory = await TrainingMemory.create(this.hyperparameters, this.#tables, data, threads);
    const helpers = threads > 1 ? await memory.startHelpers() : null;
    try {
      for (let epoch = 0; epoch < epochs; epoch++) yield await this.#learnEpoch(memory, helpers, options);
    } finally {
      helpers?.terminate();
    }
  }

  async #learnEpoch(
    memory: TrainingMemory,
    helpers: HelperThreads | null,
    options: EpochOptions,
  ): Promise<EpochEnd> {
    const began = performance.now();
    memory.beginEpoch(Array.from({ length: memory.threads }, () => drawSeeds(this.#random)));
    await runEpoch(memory, helpers, options);
    const meanLoss = memory.endEpoch();
    if (meanLoss === null) {
      throw new DivergedError(
        `Epoch ${this.#epochs + 1} made a parameter infinite or NaN at learning rate ${this.hyperparameters.learningRate}: take a lower one. The model is as it was before that epoch.`,
      );
    }
    memory.read(this.#tables);
    this.#epochs++;
    this.#serving = null;
    return { epoch: this.#epochs, meanLoss, seconds: (performance.now() - began) / 1000 };
  }

  /** A copy that shares nothing: training one leaves the other as it is. */
  clone(): LightFM {
    const copy = new LightFM(this.hyperparameters);
    copy.#tables = copyOf(this.#tables);
    copy.#features = this.#features;
    copy.#random = this.#random.clone();
    copy.#epochs = this.#epochs;
    return copy;
  }

  /**
   * Scores of pairs: user `userIds[i]` with item `itemIds[i]`; one user stands for all pairs. Higher is
   * better; the scores of different users are not to be compared.
   * @throws ArgumentError where the lists differ in length or an id is out of range.
   */
  async predict(
    userIds: number | ArrayLike<number>,
    itemIds: ArrayLike<number>,
    options: Features = {},
  ): Promise<Float32Array> {
    const { userVectors, itemVectors } = await this.#vectors(this.#featuresOr(options));
    const items = toIds(itemIds);
    const users = typeof userIds === "number" ? new Int32Array(items.length).fill(userIds) : toIds(userIds);
    return predict(userVectors, itemVectors, rowLength(this.hyperparameters.noComponents), users, items);
  }

  /**
   * LightFM's ranks of the liked test interactions, 0 for the top, train items left out.
   * @throws ArgumentError where the shapes differ.
   */
  async predictRank(
    test: Interactions,
    options: Features & { train?: Interactions } = {},
  ): Promise<TestRanks> {
    const features = this.#featuresOr(options);
    checkShape("test", test, features);
    if (options.train) checkShape("train", options.train, features);
    const scoring = {
      ...(await this.#vectors(features)),
      rowLength: rowLength(this.hyperparameters.noComponents),
    };
    return rankTestItems(scoring, test, options.train ?? null);
  }

  /**
   * Of every user, or of every row of these features: users who are known by their features alone.
   * @throws ArgumentError where there are more features than the model has learnt, or it has learnt nothing.
   */
  async userRepresentations(features?: FeatureMatrix): Promise<Representations> {
    return this.#representations("users", features ?? this.#trained().userFeatures);
  }

  /**
   * Of every item, or of every row of these features: so a cold item gets its place from what it is like.
   * @throws ArgumentError where there are more features than the model has learnt, or it has learnt nothing.
   */
  async itemRepresentations(features?: FeatureMatrix): Promise<Representations> {
    return this.#representations("items", features ?? this.#trained().itemFeatures);
  }

  /**
   * A user's representation learnt from their interactions with everything else held still, by the
   * model's own loss. Items in any order, each once; values above 0 are likes.
   * @param options.dislikes the model's own choice where left out
   * @throws ArgumentError where an item is out of range or named twice, or the lists differ in length.
   */
  async foldIn(own: OwnInteractions, options: { dislikes?: Dislikes } = {}): Promise<Representation> {
    const serving = await this.#serve();
    const checked = checkOwn(own, serving.items);
    const { noComponents, learningSchedule, seed, dislikes } = this.hyperparameters;
    const start = FeatureTable.begin("user", noComponents, learningSchedule).grown(1, new SeededRandom(seed));
    const vector = serving.foldIn(checked, start, FOLD_IN_EPOCHS, options.dislikes ?? dislikes);
    return { embedding: vector.slice(0, noComponents), bias: vector[start.biasColumn] };
  }

  /**
   * The best items for a user of the training data, or for a representation such as `foldIn` gives.
   * @param options.n 10 if left out; fewer come back where fewer are left.
   * @param options.exclude rows of items to leave out, such as those already rated.
   * @throws ArgumentError where a row is out of range, or the representation is not of noComponents.
   * @param options.itemBiasWeight how much the items' biases count, which stand for what everybody likes: 1
   * as in the model's own scores, less for what is liked by this user rather than by all.
   */
  async recommend(
    user: number | Representation,
    options: { n?: number; exclude?: Iterable<number>; itemBiasWeight?: number } = {},
  ): Promise<Ranked> {
    const { n = 10, exclude = [], itemBiasWeight = 1 } = options;
    if (!Number.isFinite(itemBiasWeight)) throw new ArgumentError("itemBiasWeight must be finite.");
    wholeNumber("n", n, 0, 0x7fffffff);
    const serving = await this.#serve();
    const vector = typeof user === "number" ? this.#userVector(user, serving) : this.#vectorOf(user);
    const leftOut = Int32Array.from(exclude);
    checkIds("exclude", leftOut, serving.items);
    vector[this.#tables.items.biasColumn] = itemBiasWeight;
    return serving.recommend(vector, n, leftOut);
  }

  /**
   * The items most like this one by the cosine of their embeddings (-1 to 1, the scores), itself left out.
   * @throws ArgumentError where the item is out of range.
   */
  async similarItems(item: number, n = 10): Promise<Ranked> {
    const serving = await this.#serve();
    wholeNumber("item", item, 0, serving.items - 1);
    wholeNumber("n", n, 0, 0x7fffffff);
    return serving.similar(item, n);
  }

  /** Everything that is learnt and needed to go on from there, as live references: read it, do not write. */
  get state(): ModelState {
    return {
      hyperparameters: this.hyperparameters,
      epochs: this.#epochs,
      tables: this.#tables,
      features: this.#features,
      random: this.#random,
    };
  }

  /** A model that goes on from a state; it takes the tables and the random sequence over. */
  static fromState({ hyperparameters, epochs, tables, features, random }: ModelState): LightFM {
    const model = new LightFM(hyperparameters);
    model.#random = random;
    model.#tables = tables;
    model.#features = features;
    model.#epochs = epochs;
    return model;
  }

  #emptyTables(): Tables {
    const { noComponents, learningSchedule } = this.hyperparameters;
    return {
      users: FeatureTable.begin("user", noComponents, learningSchedule),
      items: FeatureTable.begin("item", noComponents, learningSchedule),
    };
  }

  #grow({ userFeatures, itemFeatures }: Required<Features>): void {
    const { users, items } = this.#tables;
    this.#tables = {
      items:
        itemFeatures.features > items.features ? items.grown(itemFeatures.features, this.#random) : items,
      users:
        userFeatures.features > users.features ? users.grown(userFeatures.features, this.#random) : users,
    };
  }

  #trained(): Required<Features> {
    if (!this.#features) throw new ArgumentError("The model has learnt nothing yet: fit it first.");
    return this.#features;
  }

  #featuresOr(options: Features): Required<Features> {
    const { userFeatures, itemFeatures } = this.#trained();
    return {
      userFeatures: options.userFeatures ?? userFeatures,
      itemFeatures: options.itemFeatures ?? itemFeatures,
    };
  }

  #serve(): Promise<Serving> {
    const { itemFeatures } = this.#trained();
    this.#serving ??= represent(this.#tables.items, itemFeatures).then((vectors) =>
      Serving.create(this.hyperparameters, vectors),
    );
    return this.#serving;
  }

  async #vectors({ userFeatures, itemFeatures }: Required<Features>) {
    const [userVectors, itemVectors] = await Promise.all([
      represent(this.#tables.users, userFeatures),
      represent(this.#tables.items, itemFeatures),
    ]);
    return { userVectors, itemVectors };
  }

  #userVector(user: number, serving: Serving): Float32Array {
    const { userFeatures } = this.#trained();
    wholeNumber("user", user, 0, userFeatures.rows - 1);
    return serving.userVector(this.#tables.users, userFeatures.row(user));
  }

  #vectorOf({ embedding, bias }: Representation): Float32Array {
    const { noComponents } = this.hyperparameters;
    if (embedding.length !== noComponents) {
      throw new ArgumentError(`embedding must be of ${noComponents} components, not ${embedding.length}.`);
    }
    const vector = new Float32Array(rowLength(noComponents));
    vector.set(embedding);
    vector[noComponents] = bias;
    vector[noComponents + 1] = 1;
    return vector;
  }

  async #representations(side: "users" | "items", features: FeatureMatrix): Promise<Representations> {
    const table = this.#tables[side];
    const vectors = await represent(table, features);
    const { noComponents } = this.hyperparameters;
    const embeddings = new Float32Array(features.rows * noComponents);
    const biases = new Float32Array(features.rows);
    for (let row = 0; row < features.rows; row++) {
      const start = row * table.rowLength;
      embeddings.set(vectors.subarray(start, start + noComponents), row * noComponents);
      biases[row] = vectors[start + table.biasColumn];
    }
    return { biases, embeddings };
  }
}

function toIds(ids: ArrayLike<number>): Int32Array {
  return ids instanceof Int32Array ? ids : new Int32Array(ids);
}

function copyOf({ users, items }: Tables): Tables {
  return { users: users.clone(), items: items.clone() };
}

function checkOwn(own: OwnInteractions, items: number): CheckedOwnInteractions {
  const itemIds = Int32Array.from(own.itemIds);
  const values = own.values ? Float32Array.from(own.values) : new Float32Array(itemIds.length).fill(1);
  const weights = own.weights ? Float32Array.from(own.weights) : null;
  if (values.length !== itemIds.length || (weights && weights.length !== itemIds.length)) {
    throw new ArgumentError("itemIds, values and weights must be of the same length.");
  }
  checkIds("itemIds", itemIds, items);
  if (new Set(itemIds).size !== itemIds.length) throw new ArgumentError("itemIds must hold each item once.");
  checkFinite("values", values);
  if (weights) checkFinite("weights", weights);
  return { itemIds, values, weights };
}

function checkFinite(name: string, numbers: Float32Array): void {
  const odd = numbers.find((number) => !Number.isFinite(number));
  if (odd !== undefined) throw new ArgumentError(`${name} must be finite, not ${odd}.`);
}
