import type { LightFM, Representation } from "../../model/LightFM.ts";
import { cosine, type Ranked } from "../../model/Serving.ts";

export interface OwnStars {
  item: number;
  stars: number;
}

export interface Chosen {
  item: number;
  /** Up to two of the person's liked items, the nearest first. */
  becauseOf: number[];
}

const LIKED_FROM = 3;
/** How much a like of so many stars weighs: a little at 3, most at 5. */
const weightOf = (stars: number) => (stars - 2) / 1.5;
/**
 * Below 1, so that lists are more personal and less popular. Measured on held-out users with five known ratings:
 * 0.7 costs 0.013 of precision at 10 (0.479 for 0.492), and rating three animated films brings 20 of them into
 * a list of 24 instead of 16.
 */
const ITEM_BIAS_WEIGHT = 0.7;
/** Less similar than this is no reason. */
const LEAST_SIMILARITY = 0.5;
const REASONS = 2;

/** Recommends from a snapshot of a model, which may go on training meanwhile. */
export class Recommender {
  readonly #model: LightFM;
  readonly #embeddings: Float32Array[];

  private constructor(model: LightFM, embeddings: Float32Array[]) {
    this.#model = model;
    this.#embeddings = embeddings;
  }

  static async create(model: LightFM): Promise<Recommender> {
    const copy = model.clone();
    const { embeddings, biases } = await copy.itemRepresentations();
    const { noComponents } = copy.hyperparameters;
    const rows = Array.from(biases, (_, row) =>
      embeddings.slice(row * noComponents, (row + 1) * noComponents),
    );
    return new Recommender(copy, rows);
  }

  /** Epochs of the snapshot. */
  get epochs(): number {
    return this.#model.epochs;
  }

  /** Bytes of what it answers from: every feature's embedding and bias. */
  get bytes(): number {
    const { users, items } = this.#model.state.tables;
    return users.values.byteLength + items.values.byteLength;
  }

  /** The top `count` items for a user of the data. */
  forUser(user: number, count: number, exclude: Int32Array): Promise<Ranked> {
    return this.#model.recommend(user, { n: count, exclude });
  }

  /** The same for each user in turn; their representations are computed once. */
  async *everybody(
    count: number,
    exclude: (user: number) => Int32Array,
  ): AsyncGenerator<{ user: number; ranked: Ranked }, void, undefined> {
    const { noComponents } = this.#model.hyperparameters;
    const { embeddings, biases } = await this.#model.userRepresentations();
    for (const [user, bias] of biases.entries()) {
      const embedding = embeddings.subarray(user * noComponents, (user + 1) * noComponents);
      const ranked = await this.#model.recommend({ embedding, bias }, { n: count, exclude: exclude(user) });
      yield { user, ranked };
    }
  }

  vector(item: number): Float32Array {
    return this.#embeddings[item];
  }

  /** The top `count` unrated items for a person with these ratings, whose vector is folded in. */
  async recommend(own: OwnStars[], count: number): Promise<Chosen[]> {
    const representation = await this.#foldIn(own);
    const ranked = await this.#model.recommend(representation, {
      n: count,
      exclude: own.map(({ item }) => item),
      itemBiasWeight: ITEM_BIAS_WEIGHT,
    });
    const liked = own.filter(({ stars }) => stars >= LIKED_FROM).map(({ item }) => item);
    return Array.from(ranked.items, (item) => ({ item, becauseOf: this.#nearest(item, liked) }));
  }

  /** Below 3 stars an item counts as known but teaches nothing: as a negative it would turn the list too far. */
  #foldIn(own: OwnStars[]): Promise<Representation> {
    return this.#model.foldIn({
      itemIds: own.map(({ item }) => item),
      values: own.map(({ stars }) => (stars >= LIKED_FROM ? 1 : -1)),
      weights: own.map(({ stars }) => Math.max(0, weightOf(stars))),
    });
  }

  #nearest(item: number, liked: number[]): number[] {
    return liked
      .map((other) => ({ other, similarity: cosine(this.#embeddings[item], this.#embeddings[other]) }))
      .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, REASONS)
      .map(({ other }) => other);
  }
}
