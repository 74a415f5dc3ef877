import type { Interactions } from "../../matrix/Interactions.ts";
import type { LightFM } from "../../model/LightFM.ts";
import { cosine, type Ranked } from "../../model/Serving.ts";
import { Scorer } from "../../model/scorer/Scorer.ts";

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
/** Less similar than this is no reason. */
const LEAST_SIMILARITY = 0.5;
const REASONS = 2;

/** Recommends from a snapshot of a model, which may go on training meanwhile. */
export class Recommender {
  readonly #model: LightFM;
  readonly #scorer: Scorer;
  readonly #embeddings: Float32Array[];

  private constructor(model: LightFM, scorer: Scorer, embeddings: Float32Array[]) {
    this.#model = model;
    this.#scorer = scorer;
    this.#embeddings = embeddings;
  }

  /** @param interactions what the model was trained on; null to start at once, with the model alone */
  static async create(model: LightFM, interactions: Interactions | null): Promise<Recommender> {
    const copy = model.clone();
    const { embeddings, biases } = await copy.itemRepresentations();
    const { noComponents } = copy.hyperparameters;
    const rows = Array.from(biases, (_, row) =>
      embeddings.slice(row * noComponents, (row + 1) * noComponents),
    );
    return new Recommender(copy, await Scorer.create(copy, interactions), rows);
  }

  /** Epochs of the snapshot. */
  get epochs(): number {
    return this.#model.epochs;
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

  vector(item: number): Float32Array {
    return this.#embeddings[item];
  }

  /**
   * The top `count` unrated items for a person with these ratings. Below 3 stars an item counts as known but
   * teaches nothing: as a negative it would turn the list too far.
   */
  async recommend(own: OwnStars[], count: number): Promise<Chosen[]> {
    const likes = own.filter(({ stars }) => stars >= LIKED_FROM);
    const liked = likes.map(({ item }) => item);
    const ranked = await this.#scorer.recommend(
      { itemIds: liked, weights: likes.map(({ stars }) => weightOf(stars)) },
      { n: count, exclude: own.map(({ item }) => item) },
    );
    return Array.from(ranked.items, (item) => ({ item, becauseOf: this.#nearest(item, liked) }));
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
