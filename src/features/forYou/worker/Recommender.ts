import type { Ranked } from "../../../model/ItemIndex.ts";
import type { LightFM, Representation } from "../../../model/LightFM.ts";
import { cosine } from "../../../model/similarity.ts";

export interface OwnStars {
  item: number;
  stars: number;
}

export interface Chosen {
  item: number;
  /** At most two of the person's liked items that lie nearest, nearest first. */
  becauseOf: number[];
}

const LIKED_FROM = 3;
/** How much a like of so many stars weighs: a little at 3, most at 5. */
const weightOf = (stars: number) => (stars - 2) / 1.5;
/**
 * A person looks for what is theirs rather than for what everybody likes. Measured on strangers of whom five
 * ratings were known: 0.7 costs 0.013 of precision at 10 (0.479 for 0.492), and three animated films bring
 * 20 of them into a list of 24 instead of 16.
 */
const ITEM_BIAS_WEIGHT = 0.7;
/** Less alike than this is no reason. */
const LEAST_SIMILARITY = 0.5;
const REASONS = 2;

/** Recommends from one state of a model, also while the model goes on learning. */
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

  /** What the model had learnt when this was made. */
  get epochs(): number {
    return this.#model.epochs;
  }

  /** What it answers from: the embeddings and biases of every feature. */
  get bytes(): number {
    const { users, items } = this.#model.state.tables;
    return users.values.byteLength + items.values.byteLength;
  }

  /** The best `count` items for a user of the data. */
  forUser(user: number, count: number, exclude: Int32Array): Promise<Ranked> {
    return this.#model.recommend(user, { n: count, exclude });
  }

  /** The same for each user in turn, whose representations are worked out at once. */
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

  /** The best `count` items for these ratings, rated ones left out: the person's vector is folded in. */
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

  /** Films of less than 3 stars are known but teach nothing: as negatives they turn the list too far. */
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
