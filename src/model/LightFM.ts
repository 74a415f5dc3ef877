import { checkOptions, optionalFunction } from "../arguments.ts";
import type { Id } from "../dataset/Side.ts";
import { BusyError } from "../errors.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import { nextTaskIfDue } from "../nextTask.ts";
import { BestEpoch, type EarlyStopping } from "./earlyStopping.ts";
import { type Explanation, explain } from "./explain.ts";
import { checkTraining, EPOCH_OPTIONS, type EpochEnd, type EpochOptions, learnEpochs } from "./fitting.ts";
import { type FoldInOptions, foldInUser, type OwnInteractions } from "./foldIn.ts";
import { checkHyperparameters, type Hyperparameters } from "./hyperparameters.ts";
import type { Ranked } from "./ItemIndex.ts";
import { checkState, type Features, initialState, type ModelState } from "./ModelState.ts";
import { type LearntParameters, parametersOf, withParameters } from "./parameters.ts";
import { predict, predictRank, type RankOptions } from "./predict.ts";
import type { TestRanks } from "./rankTestItems.ts";
import { type AnyOptions, type RecommendOptions, recommend } from "./recommend.ts";
import {
  type AnyManyOptions,
  type ManyUsers,
  type Recommendations,
  type RecommendationsById,
  type RecommendManyOptions,
  recommendMany,
} from "./recommendMany.ts";
import { type Representation, type Representations, Snapshot, type UserReference } from "./Snapshot.ts";
import type { IdMapping, ListOptions, RankedIds } from "./selection.ts";
import { type SimilarOptions, type SimilarUsers, similar, type WithIds, type WithoutIds } from "./similar.ts";

export type { OwnInteractions } from "./foldIn.ts";
export type { ModelState } from "./ModelState.ts";
export type { Representation, Representations, UserReference } from "./Snapshot.ts";

export interface FitOptions extends EpochOptions {
  /** Called after every epoch; the next epoch waits for its promise. */
  onEpoch?: (end: EpochEnd) => void | Promise<void>;
  /** Stops before `epochs` are done if the figure no longer improves, and keeps the best model. */
  earlyStopping?: EarlyStopping<LightFM>;
}

/**
 * LightFM's hybrid matrix factorisation (Kula 2015, arXiv:1507.08439): users and items are the sums of their features'
 * embeddings, and a score is the dot product of the two sums plus both biases. Anything you read during training comes
 * from the last complete epoch.
 */
export class LightFM {
  #state: ModelState;
  #snapshot: Snapshot | null = null;
  #isTraining = false;

  /** @throws ArgumentError if a hyperparameter is unknown or out of range. */
  constructor(hyperparameters: Partial<Hyperparameters> = {}) {
    this.#state = initialState(checkHyperparameters(hyperparameters));
  }

  get hyperparameters(): Readonly<Hyperparameters> {
    return this.#state.hyperparameters;
  }

  /** Epochs learnt since the last `fit` began. */
  get epochs(): number {
    return this.#state.epochs;
  }

  /** Trains from scratch and forgets what was learnt before once the first epoch is done. See `fitPartial`. */
  async fit(interactions: Interactions, options: FitOptions = {}): Promise<this> {
    await this.#fit(initialState(this.hyperparameters), interactions, options);
    return this;
  }

  /** Forgets everything learnt. @throws BusyError if the model is being trained. */
  reset(): void {
    this.#checkIdle();
    this.#adopt(initialState(this.hyperparameters));
  }

  /**
   * Continues training. With one thread, n calls equal one call of n epochs, to the bit. New users, items and features
   * make the tables grow; existing ones keep their place, and only those that the interactions touch change. If you leave
   * features out, those of the last training are used.
   * @throws ArgumentError if an argument is out of range, before anything changes.
   * @throws BusyError if the model is already being trained.
   * @throws UnsupportedError if the model would not fit in memory.
   * @throws DivergedError if a parameter stops being finite, CancelledError if the signal stops it. In both cases the model
   * stays as it was after the last complete epoch.
   */
  async fitPartial(interactions: Interactions, options: FitOptions = {}): Promise<this> {
    await this.#fit(this.#state, interactions, options);
    return this;
  }

  /**
   * `fitPartial` one epoch at a time: each epoch runs when you ask for it. The model counts as being trained until the last
   * epoch is done or `return` is called, as leaving a loop does.
   */
  fitEpochs(
    interactions: Interactions,
    options: EpochOptions = {},
  ): AsyncGenerator<EpochEnd, void, undefined> {
    return this.#train(() => this.#state, interactions, options);
  }

  async #fit(from: ModelState, interactions: Interactions, options: FitOptions): Promise<void> {
    checkOptions(options, [...EPOCH_OPTIONS, "onEpoch", "earlyStopping"]);
    const { onEpoch, earlyStopping, ...rest } = options;
    optionalFunction("onEpoch", onEpoch);
    const best = earlyStopping === undefined ? null : new BestEpoch(earlyStopping);
    for await (const end of this.#train(() => from, interactions, rest)) {
      await onEpoch?.(end);
      if (await best?.judge(this, this.#state)) break;
    }
    if (best?.state) this.#adopt({ ...best.state, random: this.#state.random });
  }

  async *#train(
    from: () => ModelState,
    interactions: Interactions,
    options: EpochOptions,
  ): AsyncGenerator<EpochEnd, void, undefined> {
    this.#checkIdle();
    const training = checkTraining(from(), interactions, options);
    this.#isTraining = true;
    try {
      for await (const { state, end } of learnEpochs(from(), training)) {
        this.#adopt(state);
        if (end) yield end;
      }
    } finally {
      this.#isTraining = false;
    }
  }

  #checkIdle(): void {
    if (this.#isTraining)
      throw new BusyError("The model is being trained. Stop that, or wait until it ends.");
  }

  #adopt(state: ModelState): void {
    this.#state = state;
    this.#snapshot = null;
  }

  /** Lets others have their turn if it is due, then reads. @throws ArgumentError if nothing is learnt. */
  async #read(): Promise<Snapshot> {
    await nextTaskIfDue();
    this.#snapshot ??= new Snapshot(this.#state);
    return this.#snapshot;
  }

  /** A copy; training one does not change the other. */
  clone(): LightFM {
    return LightFM.fromState(this.#state);
  }

  /**
   * Scores of pairs: user `userIds[i]` with item `itemIds[i]`. A single user is paired with every item. Higher is better;
   * do not compare the scores of different users.
   * @throws ArgumentError if the lists differ in length or an id is out of range.
   */
  async predict(
    userIds: number | ArrayLike<number>,
    itemIds: ArrayLike<number>,
    options: Features = {},
  ): Promise<Float32Array> {
    return predict(await this.#read(), userIds, itemIds, options);
  }

  /**
   * LightFM's ranks of the liked test interactions, with 0 for the top and train items left out.
   * @throws ArgumentError if the shapes differ.
   */
  async predictRank(test: Interactions, options: RankOptions = {}): Promise<TestRanks> {
    return predictRank(await this.#read(), test, options);
  }

  /**
   * The representations of all users, or of users known only by their features, one to a row.
   * @throws ArgumentError if the model has not learnt some of the features, or nothing at all.
   */
  async userRepresentations(features?: FeatureMatrix): Promise<Representations> {
    return (await this.#read()).representations("users", features);
  }

  /**
   * The representations of all items, or of new items known only by their features, one to a row.
   * @throws ArgumentError if the model has not learnt some of the features, or nothing at all.
   */
  async itemRepresentations(features?: FeatureMatrix): Promise<Representations> {
    return (await this.#read()).representations("items", features);
  }

  /**
   * A user's representation, learnt from their interactions by the model's own loss while everything else stays fixed.
   * Items may be in any order, each once; values above 0 are likes.
   * @throws ArgumentError if an item is out of range or named twice, or the lists differ in length.
   */
  async foldIn(own: OwnInteractions, options: FoldInOptions = {}): Promise<Representation> {
    return foldInUser(await this.#read(), own, options);
  }

  /**
   * Why an item scores as it does for somebody: how much each of their interactions adds to its score, measured by folding
   * the user in without it. The one that adds the most comes first.
   * @throws ArgumentError if `foldIn` does, or the item is out of range.
   */
  async explain(own: OwnInteractions, item: number, options: FoldInOptions = {}): Promise<Explanation> {
    return explain(await this.#read(), own, item, options);
  }

  /**
   * The best items for a user in the training data, for a representation (such as the one `foldIn` returns), or for
   * somebody known only by their features (a matrix of one row). With a mapping, users and items are ids.
   * @throws ArgumentError if a row, an id or an option is out of range, or the representation does not fit.
   */
  recommend(user: UserReference, options?: RecommendOptions & { mapping?: undefined }): Promise<Ranked>;
  recommend<User extends Id, Item extends Id>(
    user: User | Representation | FeatureMatrix,
    options: RecommendOptions<Item> & { mapping: IdMapping<User, Item> },
  ): Promise<RankedIds<Item>>;
  async recommend(
    user: Id | Representation | FeatureMatrix,
    options: AnyOptions = {},
  ): Promise<Ranked | RankedIds<Id>> {
    return recommend(await this.#read(), user, options);
  }

  /**
   * Lists for some users, for all, or for users known only by their features (one to a row), in blocks as they are made.
   * With a mapping, users and items are ids.
   * @throws ArgumentError if a row, an id or an option is out of range, CancelledError if the signal stops it,
   * WorkerFailedError if a thread dies.
   */
  recommendMany(
    users: Iterable<number> | "all" | FeatureMatrix,
    options?: RecommendManyOptions & WithoutIds,
  ): AsyncGenerator<Recommendations[], void, undefined>;
  recommendMany<User extends Id, Item extends Id>(
    users: Iterable<User> | "all",
    options: RecommendManyOptions<Item> & { mapping: IdMapping<User, Item> },
  ): AsyncGenerator<RecommendationsById<User, Item>[], void, undefined>;
  async *recommendMany(users: ManyUsers, options: AnyManyOptions = {}): AsyncGenerator<object[]> {
    yield* recommendMany(await this.#read(), users, options);
  }

  /**
   * The items most similar to one item, or to several, which are left out themselves. The scores are the cosines of their
   * embeddings, from -1 to 1. With a mapping, items are ids.
   * @throws ArgumentError if an item or an option is out of range, or an id is not in the mapping.
   */
  similarItems(items: number | readonly number[], options?: ListOptions & WithoutIds): Promise<Ranked>;
  similarItems<Item extends Id>(
    items: Item | readonly Item[],
    options: ListOptions<Item> & WithIds<"items", Item>,
  ): Promise<RankedIds<Item>>;
  async similarItems(items: Id | readonly Id[], options: SimilarOptions<"items"> = {}): Promise<object> {
    return similar(await this.#read(), "items", items, options);
  }

  /** The users most similar to one user, or to several; otherwise as `similarItems`. */
  similarUsers(users: number | readonly number[], options?: ListOptions & WithoutIds): Promise<SimilarUsers>;
  similarUsers<User extends Id>(
    users: User | readonly User[],
    options: ListOptions<User> & WithIds<"users", User>,
  ): Promise<SimilarUsers<User[]>>;
  async similarUsers(users: Id | readonly Id[], options: SimilarOptions<"users"> = {}): Promise<object> {
    const { items, scores } = await similar(await this.#read(), "users", users, options);
    return { users: items, scores };
  }

  /** Copies of everything learnt about each feature. */
  get parameters(): LearntParameters {
    return parametersOf(this.#state);
  }

  /**
   * Replaces learnt parameters with other numbers, such as zeros for the items' biases.
   * @throws ArgumentError if a name is unknown, or a list has another length or is not finite; BusyError while the model is
   * being trained.
   */
  setParameters(changes: { readonly [Name in keyof LearntParameters]?: ArrayLike<number> }): void {
    this.#checkIdle();
    checkOptions(changes, Object.keys(this.parameters), "parameters");
    this.#adopt(withParameters(this.#state, changes));
  }

  /** Everything learnt, and everything needed to continue training. Do not change it. */
  get state(): ModelState {
    return this.#state;
  }

  /**
   * A model that continues from a state, which it does not change.
   * @throws ArgumentError if this is not a state, or its parts do not fit together.
   */
  static fromState(state: ModelState): LightFM {
    const model = new LightFM();
    model.#adopt(checkState(state));
    return model;
  }
}
