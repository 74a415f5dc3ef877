import {
  checkKeys,
  checkOptions,
  instanceOf,
  optionalNumbers,
  toRowNumbers,
  wholeNumber,
} from "../../arguments.ts";
import { ArgumentError } from "../../errors.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import { nextTaskIfDue } from "../../nextTask.ts";
import { release } from "../../release.ts";
import { counted, inTurns } from "../../steps.ts";
import { LearntFoldIn, MOST_TEACHERS } from "../foldIn/LearntFoldIn.ts";
import { foldInUser } from "../foldIn.ts";
import type { ItemIndex, Ranked } from "../ItemIndex.ts";
import { LightFM } from "../LightFM.ts";
import { likesInTurns } from "../neighbours/likes.ts";
import type { NeighbourRows } from "../neighbours/NeighbourVectors.ts";
import { type Representations, Snapshot } from "../Snapshot.ts";
import { checkAdditions, SCORER_OPTIONS, type ScorerOptions } from "./additions.ts";
import { NeighbourTerm } from "./NeighbourTerm.ts";
import { placeNewItems } from "./placeNewItems.ts";
import { topItems } from "./topItems.ts";

/** Somebody who is not in the training data. */
export interface Stranger {
  /** Rows of liked items, each once. */
  itemIds: ArrayLike<number>;
  /** How much each like counts in the vector, 0 or more; all count the same if left out. */
  weights?: ArrayLike<number> | null;
}

/** The share of making a scorer that sorting the likes takes; the rest is teaching the fold-in. */
const SORTING = 0.6;
/** With this many likes a stranger's vector is half of the taught fold-in and half of the model's own (`docs/quality.md`). */
const LIKES_FOR_HALF = 20;

/**
 * Scores for recommending: the model's own, with additions made from the training data once the model is trained.
 * They improve lists, above all for strangers of whom little is known (`docs/quality.md`). They do not change the
 * model, and `LightFM` itself never uses them.
 */
export class Scorer {
  readonly #snapshot: Snapshot;
  readonly #index: ItemIndex;
  readonly #foldIn: LearntFoldIn | null;
  readonly #neighbours: NeighbourTerm | null;

  private constructor(
    snapshot: Snapshot,
    index: ItemIndex,
    foldIn: LearntFoldIn | null,
    neighbours: NeighbourTerm | null,
  ) {
    this.#snapshot = snapshot;
    this.#index = index;
    this.#foldIn = foldIn;
    this.#neighbours = neighbours;
  }

  /**
   * @param model is not changed; what it learns later is ignored
   * @param interactions what it was trained on; null if unknown, in which case only a `foldInMap` and `neighbourRows`
   * can be added
   * @throws ArgumentError if an option is unknown, the model has learnt nothing, or the interactions or the map
   * belong to another model.
   */
  static create(
    model: LightFM,
    interactions: Interactions | null,
    options: ScorerOptions = {},
  ): Promise<Scorer> {
    return Scorer.createTelling(model, interactions, options, () => {});
  }

  /**
   * The same, which tells the share that is done.
   * @internal
   */
  static async createTelling(
    model: LightFM,
    interactions: Interactions | null,
    options: ScorerOptions,
    tell: (share: number) => void,
  ): Promise<Scorer> {
    instanceOf("model", model, LightFM);
    checkOptions(options, SCORER_OPTIONS);
    const {
      learntFoldIn = true,
      foldInMap = null,
      neighbours = true,
      neighbourRows = null,
      newItems = true,
      itemTags = null,
      neighbourWeight,
    } = options;
    const snapshot = new Snapshot(model.state);
    checkAdditions(snapshot, interactions, options);
    const { noComponents, seed } = model.hyperparameters;
    const { itemFeatures } = snapshot.features;
    const likes =
      interactions && (learntFoldIn || neighbours || newItems)
        ? await likesInTurns(interactions, (share) => tell(SORTING * share))
        : null;
    const index = await snapshot.itemIndex();
    if (likes && newItems) {
      const { rowLength, biasColumn } = snapshot.tables.items;
      const columns = [...Array(noComponents).keys(), biasColumn];
      const counts = new Int32Array(likes.items);
      for (const item of likes.ofUser.indices) counts[item]++;
      placeNewItems({ vectors: index.itemVectors, rowLength, columns }, itemFeatures, itemTags, counts);
    }
    const embeddingOf = (user: number) => snapshot.userVector(user).subarray(0, noComponents);
    const teach = () => {
      const vectors = { embeddings: snapshot.representations("items").embeddings, noComponents };
      if (foldInMap) return new LearntFoldIn(vectors, foldInMap);
      const onStep = counted(MOST_TEACHERS, SORTING, 1, tell);
      return likes && inTurns(LearntFoldIn.teach(vectors, embeddingOf, likes, { seed }), onStep);
    };
    const term = () =>
      neighbourRows
        ? NeighbourTerm.published(neighbourRows, index.items, likes)
        : likes && NeighbourTerm.create(likes, neighbourWeight);
    const taught = learntFoldIn ? await teach() : null;
    if (neighbours) return new Scorer(snapshot, index, taught, await term());
    release(...(likes ? [likes.ofUser.indptr, likes.ofUser.indices] : []));
    return new Scorer(snapshot, index, taught, null);
  }

  /**
   * The same with another neighbour score, or without any.
   * @internal
   */
  withNeighbours(neighbours: NeighbourTerm | null): Scorer {
    return new Scorer(this.#snapshot, this.#index, this.#foldIn, neighbours);
  }

  get items(): number {
    return this.#index.items;
  }

  get users(): number {
    return this.#snapshot.features.userFeatures.rows;
  }

  /** The embedding of a user in the training data. @throws ArgumentError if there is no such user. */
  embeddingOfUser(user: number): Float32Array {
    return this.#snapshot.userVector(user).slice(0, this.#snapshot.hyper.noComponents);
  }

  /** Save it with the model. Null if the model itself folds strangers in. */
  get foldInMap(): Float32Array | null {
    return this.#foldIn?.map ?? null;
  }

  /**
   * The representations of all items; those that nobody likes yet are where the scorer placed them, and biases have in
   * them what the neighbour score adds for everybody.
   */
  itemRepresentations(): Representations {
    const { embeddings, biases } = this.#snapshot.tables.items.split(this.#index.itemVectors);
    const added = this.#neighbours?.intercept;
    return { embeddings, biases: added ? biases.map((bias, item) => bias + added[item]) : biases };
  }

  /**
   * The neighbour score in a form that can be published, without any user's likes. This takes seconds.
   * @param most the most numbers for each item; the strongest directions are kept
   * @returns null if this scorer adds no neighbours, or was given `neighbourRows`
   */
  async neighbourRows(most?: number): Promise<NeighbourRows | null> {
    if (most !== undefined) wholeNumber("most", most, 1, 2 ** 31 - 1);
    return this.#neighbours?.rows(most) ?? null;
  }

  /** The memory the additions take, in bytes. */
  get bytes(): number {
    return (this.#foldIn?.map.byteLength ?? 0) + (this.#neighbours?.bytes ?? 0);
  }

  /** The score of every item for a user in the training data. @throws ArgumentError if there is no such user. */
  scoresOfUser(user: number): Float32Array {
    const vector = this.#snapshot.userVector(user);
    return this.#scores(vector, this.#neighbours?.likesOf(user) ?? null);
  }

  /** The score of every item for somebody else. @throws ArgumentError if an item is out of range or named twice. */
  async scoresOfStranger(stranger: Stranger): Promise<Float32Array> {
    checkKeys(stranger, ["itemIds", "weights"], "stranger");
    const itemIds = toRowNumbers("itemIds", stranger.itemIds, this.items).slice();
    const embedding = await this.embeddingOfStranger({ itemIds, weights: stranger.weights ?? null });
    return this.#scores(this.#snapshot.userVector({ embedding, bias: 0 }), itemIds);
  }

  /**
   * The vector behind the model's part of the score. @throws ArgumentError if an item is out of range or named twice.
   */
  async embeddingOfStranger(stranger: Stranger): Promise<Float32Array> {
    checkKeys(stranger, ["itemIds", "weights"], "stranger");
    const { itemIds } = stranger;
    const weights = optionalNumbers("weights", stranger.weights);
    if (
      weights?.some((weight) => weight < 0) ||
      (weights?.length && weights.every((weight) => weight === 0))
    ) {
      throw new ArgumentError("weights must be 0 or more, and one of them above 0.");
    }
    await nextTaskIfDue();
    const { embedding } = await foldInUser(this.#snapshot, { itemIds, weights }, {});
    if (!this.#foldIn) return embedding;
    const { length } = itemIds;
    const share = length / (length + LIKES_FOR_HALF);
    const learnt = this.#foldIn.foldIn(itemIds, weights ?? undefined);
    return learnt.map((number, k) => number + share * (embedding[k] - number));
  }

  /**
   * The best items for a user in the training data, or for a stranger.
   * @param options `n`, 10 if left out (fewer items come back if fewer are left); `exclude`, rows of items to leave
   * out, such as those already rated
   * @throws ArgumentError if a row is out of range.
   */
  async recommend(
    who: number | Stranger,
    options: { n?: number; exclude?: Iterable<number> } = {},
  ): Promise<Ranked> {
    checkOptions(options, ["n", "exclude"]);
    const { n = 10, exclude = [] } = options;
    wholeNumber("n", n, 0, 0x7fffffff);
    const leftOut = toRowNumbers("exclude", exclude, this.items).slice();
    await nextTaskIfDue();
    const scores = typeof who === "number" ? this.scoresOfUser(who) : await this.scoresOfStranger(who);
    return topItems(scores, n, leftOut);
  }

  #scores(vector: Float32Array, likes: Int32Array | null): Float32Array {
    // What the user's own bias adds is the same for all items.
    vector[this.#snapshot.tables.users.biasColumn] = 0;
    const scores = this.#index.scores(vector);
    if (likes !== null && likes.length > 0) this.#neighbours?.addTo(scores, likes);
    return scores;
  }
}
