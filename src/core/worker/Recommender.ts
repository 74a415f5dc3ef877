import type { Ranked } from "../../model/ItemIndex.ts";
import { LightFM } from "../../model/LightFM.ts";
import type { NeighbourTerm } from "../../model/scorer/NeighbourTerm.ts";
import { Scorer, type Stranger } from "../../model/scorer/Scorer.ts";
import { lowerNeighbours } from "../../ranking/lowerNeighbours.ts";
import { Nearness } from "../../ranking/Nearness.ts";
import type { LoadedData } from "./LoadedData.ts";
import { isDisliked, isLiked, type OwnStars } from "./ownStars.ts";

/** One feature of an item, and what it adds to the model's score for somebody. */
export interface FeatureTerm {
  feature: number;
  term: number;
}

/** The weight of a like by its stars: a little at 3, most at 5. */
const weightOf = (stars: number) => (stars - 2) / 1.5;
/** The weight of something seen, which is liked more often than not (`docs/visitors.md`). */
const SEEN_WEIGHT = 0.5;
/** How a dislike counts, found on held-out users (`docs/visitors.md`). */
const DISLIKE_STRENGTH = 2;
/** Pairs of an item and a rating that may be compared for that, which takes milliseconds; but never fewer ratings. */
const [MOST_PAIRS, FEWEST_RATINGS] = [1_000_000, 20];

/** Recommends from a snapshot of a model, which may go on training meanwhile. */
export class Recommender {
  readonly #model: LightFM;
  readonly #scorer: Scorer;
  /** Of all items, one after the other; the same with the neighbour score and without. */
  readonly embeddings: Float32Array;
  /** Each item's part of them: views, so copy them before they leave the worker. */
  readonly vectors: readonly Float32Array[];
  /** Whether it has all that is added to the model's score. */
  readonly isWhole: boolean;
  #nearness: Promise<Nearness> | null = null;

  private constructor(model: LightFM, scorer: Scorer, embeddings: Float32Array, isWhole: boolean) {
    this.#model = model;
    this.#scorer = scorer;
    this.embeddings = embeddings;
    const { noComponents } = model.hyperparameters;
    this.vectors = Array.from({ length: embeddings.length / noComponents }, (_, row) =>
      embeddings.subarray(row * noComponents, (row + 1) * noComponents),
    );
    this.isWhole = isWhole;
  }

  /**
   * @param data what the model was trained on; null to start at once, with the model alone. Of large data it starts without
   * the neighbour score, too, which `withNeighbours` adds
   * @param foldInMap as saved with the model; taught here if left out
   * @param tell is told the share that is done
   */
  static async create(
    model: LightFM,
    data: Pick<LoadedData, "interactions" | "itemTags" | "neighbours"> | null,
    foldInMap?: Float32Array,
    tell: (share: number) => void = () => {},
  ): Promise<Recommender> {
    const { users, items } = model.state.tables;
    // What only training needs takes as much memory as the values, and the model goes on with others.
    const copy = LightFM.fromState({
      ...model.state,
      tables: { users: users.toRead(), items: items.toRead() },
    });
    const { interactions = null, itemTags, neighbours } = data ?? {};
    const options = { foldInMap, itemTags, neighbours: false };
    const scorer = await Scorer.createTelling(copy, interactions, options, tell);
    const recommender = await Recommender.#with(copy, scorer, false);
    return neighbours?.isAtHand ? recommender.withNeighbours(await neighbours.term()) : recommender;
  }

  /** @param model what the scorer was made from; it must not change any more */
  static with(model: LightFM, scorer: Scorer): Promise<Recommender> {
    return Recommender.#with(model, scorer, true);
  }

  static async #with(model: LightFM, scorer: Scorer, isWhole: boolean): Promise<Recommender> {
    const { embeddings } = await model.itemRepresentations();
    return new Recommender(model, scorer, embeddings, isWhole);
  }

  /** The same with the neighbour score of its data, or, where that has too many likes, without. */
  withNeighbours(neighbours: NeighbourTerm | null): Recommender {
    return new Recommender(this.#model, this.#scorer.withNeighbours(neighbours), this.embeddings, true);
  }

  /** Epochs of the snapshot. */
  get epochs(): number {
    return this.#model.epochs;
  }

  /** To be saved with the model, if it has learnt no more since; null if none was taught. */
  foldInMapOf(model: LightFM): Float32Array | null {
    return model.epochs === this.#model.epochs ? this.#scorer.foldInMap : null;
  }

  /** Bytes of what it answers from: every feature's embedding and bias, and what the scorer adds. */
  get bytes(): number {
    const { users, items } = this.#model.state.tables;
    return users.values.byteLength + items.values.byteLength + this.#scorer.bytes;
  }

  /** The top `count` items for a user of the data. */
  forUser(user: number, count: number, exclude: Int32Array): Promise<Ranked> {
    return this.#scorer.recommend(user, { n: count, exclude });
  }

  /** The same for each user in turn. */
  async *everybody(
    count: number,
    exclude: (user: number) => Int32Array,
  ): AsyncGenerator<{ user: number; ranked: Ranked }, void, undefined> {
    for (let user = 0; user < this.#scorer.users; user++) {
      yield { user, ranked: await this.forUser(user, count, exclude(user)) };
    }
  }

  /** How similar each item is to the nearest of these, from 0 to 1. */
  async nearnessTo(items: readonly number[]): Promise<Float32Array> {
    return (await this.#nearnesses()).to(items);
  }

  /** The embedding of a user of the data. */
  userVector(user: number): Float32Array {
    return this.#scorer.embeddingOfUser(user);
  }

  /**
   * Every item's score for a person with these ratings. What was seen and not rated counts as a weak like. Below 3
   * stars an item teaches the vector nothing: as a negative it would turn the list too far. Instead it lowers its near
   * neighbours; with very many ratings, only the latest count for that.
   * @param own the latest first
   */
  async scores(own: readonly OwnStars[]): Promise<Float32Array> {
    const scores = await this.#scorer.scoresOfStranger(likesOf(own));
    const disliked = own.filter(isDisliked);
    if (disliked.length === 0) return scores;
    const liked = own.filter(isLiked);
    // As large a share of both, since a like shields what is near it from a dislike.
    const most = Math.max(FEWEST_RATINGS, MOST_PAIRS / scores.length);
    const share = Math.min(1, most / (liked.length + disliked.length));
    const first = (some: OwnStars[]) => some.slice(0, Math.ceil(some.length * share)).map(({ item }) => item);
    const tastes = { liked: first(liked), disliked: first(disliked) };
    return lowerNeighbours(scores, tastes, await this.#nearnesses(), DISLIKE_STRENGTH);
  }

  #nearnesses(): Promise<Nearness> {
    this.#nearness ??= Nearness.create(this.embeddings, this.#model.hyperparameters.noComponents);
    return this.#nearness;
  }

  /** What each of an item's features adds to the model's own part of the score. */
  async featureTerms(item: number, own: readonly OwnStars[]): Promise<FeatureTerm[]> {
    const embedding = await this.#scorer.embeddingOfStranger(likesOf(own));
    const { features, tables } = this.#model.state;
    if (!features) return [];
    const { indptr, indices, data } = features.itemFeatures;
    const { values, rowLength, biasColumn } = tables.items;
    const terms: FeatureTerm[] = [];
    for (let i = indptr[item]; i < indptr[item + 1]; i++) {
      const row = indices[i] * rowLength;
      let term = values[row + biasColumn];
      for (let k = 0; k < embedding.length; k++) term += embedding[k] * values[row + k];
      terms.push({ feature: indices[i], term: term * data[i] });
    }
    return terms;
  }
}

function likesOf(own: readonly OwnStars[]): Stranger {
  const likes = own.filter((one) => !isDisliked(one));
  return {
    itemIds: likes.map(({ item }) => item),
    weights: likes.map(({ stars, times = 1 }) => times * (stars === null ? SEEN_WEIGHT : weightOf(stars))),
  };
}
