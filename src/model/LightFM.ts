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
  /** Called after every epoch; the next waits for its promise. */
  onEpoch?: (end: EpochEnd) => void | Promise<void>;
  /** Stops before `epochs` are done if the figure no longer improves, and keeps the best model. */
  earlyStopping?: EarlyStopping<LightFM>;
}

/**
 * The hybrid matrix factorisation of LightFM (Kula 2015, arXiv:1507.08439): users and items are sums of
 * their features' embeddings; a score is the dot product of both, plus both biases. Whatever is read while the
 * model is being trained is read from the last whole epoch.
 */
export class LightFM {
  #state: ModelState;
  #snapshot: Snapshot | null = null;
  #isTraining = false;

  /** @throws ArgumentError if a hyperparameter is unknown or out of its range. */
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

  /** Trains anew; what was learnt before is forgotten once the first epoch is done. See `fitPartial`. */
  async fit(interactions: Interactions, options: FitOptions = {}): Promise<this> {
    await this.#fit(initialState(this.hyperparameters), interactions, options);
    return this;
  }

  /** Forgets what was learnt. @throws BusyError while the model is being trained. */
  reset(): void {
    this.#checkIdle();
    this.#adopt(initialState(this.hyperparameters));
  }

  /**
   * Trains on from what is learnt; with one thread, n calls are n epochs of one call, to the bit. Users, items
   * and features that are new grow the tables; what was there keeps its place, and only what the interactions
   * touch is changed. Features that are left out are those of the last training.
   * @throws ArgumentError if an argument is out of its range, before anything is touched.
   * @throws BusyError if the model is being trained already.
   * @throws UnsupportedError if the model would not fit into memory.
   * @throws DivergedError if a parameter is no longer finite, CancelledError if the signal stops it: the model
   * is then as it was after the last whole epoch.
   */
  async fitPartial(interactions: Interactions, options: FitOptions = {}): Promise<this> {
    await this.#fit(this.#state, interactions, options);
    return this;
  }

  /**
   * `fitPartial` an epoch at a time: each is learnt when it is asked for. Until the last is, or `return` is
   * called as leaving a loop does, the model counts as being trained.
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
    if (this.#isTraining) throw new BusyError("The model is being trained. Stop that or wait for it first.");
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

  /** A copy: training one leaves the other as it is. */
  clone(): LightFM {
    return LightFM.fromState(this.#state);
  }

  /**
   * Scores of pairs: user `userIds[i]` with item `itemIds[i]`; one user stands for all pairs. Higher is
   * better; the scores of different users are not to be compared.
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
   * LightFM's ranks of the liked test interactions, 0 for the top, train items left out.
   * @throws ArgumentError if the shapes differ.
   */
  async predictRank(test: Interactions, options: RankOptions = {}): Promise<TestRanks> {
    return predictRank(await this.#read(), test, options);
  }

  /**
   * Of every user, or of every row of these features: users who are known by their features alone.
   * @throws ArgumentError if there are features that the model has not learnt, or it has learnt nothing.
   */
  async userRepresentations(features?: FeatureMatrix): Promise<Representations> {
    return (await this.#read()).representations("users", features);
  }

  /**
   * Of every item, or of every row of these features: so a cold item gets its place from what it is like.
   * @throws ArgumentError if there are features that the model has not learnt, or it has learnt nothing.
   */
  async itemRepresentations(features?: FeatureMatrix): Promise<Representations> {
    return (await this.#read()).representations("items", features);
  }

  /**
   * A user's representation learnt from their interactions with everything else held still, by the
   * model's own loss. Items in any order, each once; values above 0 are likes.
   * @throws ArgumentError if an item is out of range or named twice, or the lists differ in length.
   */
  async foldIn(own: OwnInteractions, options: FoldInOptions = {}): Promise<Representation> {
    return foldInUser(await this.#read(), own, options);
  }

  /**
   * Why an item scores as it does for someone: what each of their interactions adds to its score, which is what
   * the score loses if the user is folded in without it. The first adds the most.
   * @throws ArgumentError as `foldIn`, or if the item is out of range.
   */
  async explain(own: OwnInteractions, item: number, options: FoldInOptions = {}): Promise<Explanation> {
    return explain(await this.#read(), own, item, options);
  }

  /**
   * The best items for a user of the training data, for a representation such as `foldIn` gives, or for someone
   * known by features alone (a matrix of one row). With a mapping, users and items are ids.
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
   * The lists of many users, of all, or of users known by features alone (a row each), in blocks as they are made.
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
   * The items most like this one, or like several, by the cosine of their embeddings (-1 to 1, the scores),
   * themselves left out. With a mapping, items are ids.
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

  /** The users most like this one, or like several, as `similarItems`. */
  similarUsers(users: number | readonly number[], options?: ListOptions & WithoutIds): Promise<SimilarUsers>;
  similarUsers<User extends Id>(
    users: User | readonly User[],
    options: ListOptions<User> & WithIds<"users", User>,
  ): Promise<SimilarUsers<User[]>>;
  async similarUsers(users: Id | readonly Id[], options: SimilarOptions<"users"> = {}): Promise<object> {
    const { items, scores } = await similar(await this.#read(), "users", users, options);
    return { users: items, scores };
  }

  /** Copies of what is learnt of each feature. */
  get parameters(): LearntParameters {
    return parametersOf(this.#state);
  }

  /**
   * Puts other numbers in the place of what is learnt, such as zeros for the items' biases.
   * @throws ArgumentError if a name is unknown or a list of another length or not finite, BusyError while the
   * model is being trained.
   */
  setParameters(changes: { readonly [Name in keyof LearntParameters]?: ArrayLike<number> }): void {
    this.#checkIdle();
    checkOptions(changes, Object.keys(this.parameters), "parameters");
    this.#adopt(withParameters(this.#state, changes));
  }

  /** Everything that is learnt and needed to go on from there: read it, do not write. */
  get state(): ModelState {
    return this.#state;
  }

  /**
   * A model that goes on from a state, which itself stays as it is.
   * @throws ArgumentError if this is not a state, or its parts do not fit together.
   */
  static fromState(state: ModelState): LightFM {
    const model = new LightFM();
    model.#adopt(checkState(state));
    return model;
  }
}
