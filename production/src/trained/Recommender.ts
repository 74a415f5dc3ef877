import type { Ranked, Representation, Representations, Scorer, ScorerOptions } from "../../../src/index.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { MMR_POOL, mmr } from "../../../src/model/mmr.ts";
import { RECOMMENDED_FEATURE_WEIGHTS } from "../../../src/model/recommended.ts";
import { cosine } from "../../../src/model/similarity.ts";
import { contributions } from "./contributions.ts";
import { UnknownIdError } from "./errors.ts";
import { ItemLabels } from "./ItemLabels.ts";
import { ratingsOf } from "./RatedItems.ts";
import { scorerOf } from "./scoring.ts";
import { idsByRow, type TrainedModel } from "./TrainedModel.ts";

/** An item id and a rating on the scale of the data. */
export type OwnRating = readonly [item: string, rating: number];

export interface Recommendation {
  item: string;
  title: string;
  /** To be compared within one list only. */
  score: number;
}

/** Which items may be recommended; each rule narrows the choice further. */
export interface Rules {
  /** Only these. */
  only?: readonly string[];
  /** Not these; ids that the model does not know are ignored. */
  not?: readonly string[];
  /** Only items that have one of these labels. */
  labels?: readonly string[];
  /** No item that has one of these labels. */
  notLabels?: readonly string[];
}

export interface RecommendOptions extends Rules {
  n?: number;
  /** Whether what the user rated may come back. */
  includeRated?: boolean;
  /** 0, the list by score, to 1, which looks at variety alone: how much items that are alike push each other down. */
  diversity?: number;
}

/** Why an item scores as it does for somebody: what each of their likes adds. */
export interface Explanation extends Recommendation {
  /** The largest contribution first; below 0, without that like the item would score higher. */
  because: { item: string; title: string; rating: number; contribution: number }[];
}

/** Who asks: a user of the model, with what was rated since or not; or somebody else by ratings or labels. */
export interface Asker {
  user?: string | undefined;
  /** In order of time; for a user of the model, what came after it was learnt. */
  ratings?: readonly OwnRating[] | undefined;
  /** Labels of a user who has no ratings yet, such as "gender F". */
  labels?: readonly string[] | undefined;
}

/** Answers from one trained model. */
export class Recommender {
  readonly #labels: ItemLabels;
  readonly #itemIds: readonly string[];

  private constructor(
    readonly trained: TrainedModel,
    readonly users: Representations,
    readonly scorer: Scorer,
    readonly items: Representations,
  ) {
    this.#labels = new ItemLabels(trained);
    this.#itemIds = idsByRow(trained.mapping.items);
  }

  /** Works out what every answer needs, so that the first is as fast as the others. */
  static async create(trained: TrainedModel, options: ScorerOptions = {}): Promise<Recommender> {
    const { model } = trained;
    const [users, items] = await Promise.all([model.userRepresentations(), model.itemRepresentations()]);
    const recommender = new Recommender(trained, users, await scorerOf(trained, options), items);
    if (trained.mapping.items.size > 0) await model.similarItems(0, { n: 1 });
    return recommender;
  }

  /**
   * @throws UnknownIdError if nothing is known of who asks, or a rule names an unknown label; ArgumentError if
   * diversity is not from 0 to 1.
   */
  async recommend(asker: Asker, options: RecommendOptions = {}): Promise<Recommendation[]> {
    const { n = 10, includeRated = false, diversity = 0 } = options;
    const own = this.#ratings(asker);
    const exclude = this.#excluded(options);
    if (!includeRated) for (const item of own.keys()) exclude.add(item);
    if (diversity === 0) return this.#named(await this.#ranked(asker, own, { n, exclude }));
    const ranked = await this.#ranked(asker, own, { n: Math.max(n, MMR_POOL), exclude });
    return this.#named(this.#varied(ranked, n, diversity));
  }

  /**
   * Explains by folding in, also for a user that the model has learnt: their score in a list may differ a little.
   * @throws UnknownIdError if the model does not know the item, or no like of who asks.
   */
  async explain(asker: Pick<Asker, "user" | "ratings">, item: string): Promise<Explanation> {
    const row = this.#row(item);
    const own = this.#ratings(asker);
    const likes = this.#likes(own);
    if (likes.length === 0) {
      throw new UnknownIdError("Nothing is known that this user liked: give ratings first.");
    }
    const vector = this.#itemVector(row);
    const { score, likes: found } = await contributions(this.scorer, likes, row, (other) =>
      cosine(vector, this.#itemVector(other)),
    );
    const { titles } = this.trained;
    const because = found.map(({ item: other, contribution }) => ({
      item: this.#itemIds[other],
      title: titles[other],
      rating: own.get(other) as number,
      contribution,
    }));
    return { item, title: titles[row], score, because };
  }

  /** @throws UnknownIdError if the model does not know the item. */
  async similar(item: string, n = 10): Promise<Recommendation[]> {
    return this.#named(await this.trained.model.similarItems(this.#row(item), { n }));
  }

  /** The vector of the model's part of the score. @throws UnknownIdError if nothing is known of who asks. */
  vectorOf(asker: Asker): Promise<Representation> {
    return this.#vector(asker, this.#ratings(asker));
  }

  /** Rows of what is known to be liked. */
  likesOf(asker: Asker): number[] {
    return this.#likes(this.#ratings(asker));
  }

  /** The vector of a user of the model, without folding in. */
  userVector(row: number): Representation {
    const { noComponents } = this.trained.model.hyperparameters;
    const { embeddings, biases } = this.users;
    return { embedding: embeddings.slice(row * noComponents, (row + 1) * noComponents), bias: biases[row] };
  }

  #row(item: string): number {
    const row = this.trained.mapping.items.get(item);
    if (row === undefined)
      throw new UnknownIdError(`This model doesn't know the item ${JSON.stringify(item)}.`);
    return row;
  }

  #itemVector(row: number): Float32Array {
    const { noComponents } = this.trained.model.hyperparameters;
    return this.items.embeddings.subarray(row * noComponents, (row + 1) * noComponents);
  }

  async #ranked(
    asker: Asker,
    own: Map<number, number>,
    options: { n: number; exclude: ReadonlySet<number> },
  ): Promise<Ranked> {
    const known = this.#knownUser(asker);
    if (known !== null) return this.scorer.recommend(known, options);
    if (own.size > 0) return this.scorer.recommend({ itemIds: this.#likes(own) }, options);
    return this.trained.model.recommend(await this.#vector(asker, own), options);
  }

  /** Re-ranks for variety; every item keeps its score. */
  #varied(ranked: Ranked, n: number, diversity: number): Ranked {
    const order = mmr(ranked, (row) => this.#itemVector(row), { n, diversity }).subarray(0, n);
    const scores = new Map(Array.from(ranked.items, (row, i) => [row, ranked.scores[i]]));
    return { items: order, scores: Float32Array.from(order, (row) => scores.get(row) as number) };
  }

  /** The ids of a ranked list, and titles. */
  #named({ items, scores }: Ranked): Recommendation[] {
    return Array.from(items, (row, i) => ({
      item: this.#itemIds[row],
      title: this.trained.titles[row],
      score: scores[i],
    }));
  }

  /** By item row; the latest of an item counts. */
  #ratings({ user, ratings = [] }: Asker): Map<number, number> {
    const { mapping, rated } = this.trained;
    const row = user === undefined ? undefined : mapping.users.get(user);
    const own = row === undefined ? new Map<number, number>() : ratingsOf(rated, row);
    for (const [item, rating] of ratings) {
      const known = mapping.items.get(item);
      if (known !== undefined) own.set(known, rating);
    }
    return own;
  }

  /** The row of a user of whom nothing is known but what was learnt. */
  #knownUser({ user, ratings = [] }: Asker): number | null {
    const { users, items } = this.trained.mapping;
    const row = user === undefined ? undefined : users.get(user);
    return row === undefined || ratings.some(([item]) => items.has(item)) ? null : row;
  }

  /** Rows of what is liked. */
  #likes(own: Map<number, number>): number[] {
    const { likedFrom } = this.trained;
    return [...own].filter(([, rating]) => rating >= likedFrom).map(([item]) => item);
  }

  async #vector(asker: Asker, own: Map<number, number>): Promise<Representation> {
    const { user, ratings = [], labels = [] } = asker;
    const known = this.#knownUser(asker);
    if (known !== null) return this.userVector(known);
    if (own.size > 0) {
      return { embedding: await this.scorer.embeddingOfStranger({ itemIds: this.#likes(own) }), bias: 0 };
    }
    if (labels.length > 0) return this.#vectorOfLabels(labels);
    if (ratings.length > 0) throw new UnknownIdError("This model doesn't know any of the rated items.");
    throw new UnknownIdError(
      user === undefined
        ? "Nothing says who is asking: give ratings, labels or a user."
        : `Nothing is known about user ${JSON.stringify(user)} yet: give ratings first.`,
    );
  }

  async #vectorOfLabels(labels: readonly string[]): Promise<Representation> {
    const { model, mapping } = this.trained;
    const columns = labels.map((label) => {
      const column = mapping.userFeatures.get(label);
      if (column === undefined) throw new UnknownIdError(`No user has the label ${JSON.stringify(label)}.`);
      return column;
    });
    const weight = RECOMMENDED_FEATURE_WEIGHTS.users;
    const features = model.state.tables.users.features;
    const one = FeatureMatrix.fromRows([columns.map((column) => [column, weight] as const)], features);
    const { embeddings, biases } = await model.userRepresentations(one);
    return { embedding: embeddings, bias: biases[0] };
  }

  #excluded({ only, not = [], labels, notLabels = [] }: Rules): Set<number> {
    const { items } = this.trained.mapping;
    const rowsOf = (ids: readonly string[]) => ids.flatMap((id) => items.get(id) ?? []);
    const excluded = new Set(rowsOf(not));
    for (const label of notLabels) for (const row of this.#labels.rowsWith(label)) excluded.add(row);
    const allowed: ReadonlySet<number>[] = [];
    if (only) allowed.push(new Set(rowsOf(only)));
    if (labels) allowed.push(new Set(labels.flatMap((label) => [...this.#labels.rowsWith(label)])));
    if (allowed.length === 0) return excluded;
    for (let row = 0; row < items.size; row++) if (!allowed.every((rows) => rows.has(row))) excluded.add(row);
    return excluded;
  }
}
