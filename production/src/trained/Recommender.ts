import type {
  Ranked,
  Representation,
  Representations,
  Scorer,
  ScorerOptions,
  Stranger,
} from "../../../src/index.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { RECOMMENDED_FEATURE_WEIGHTS } from "../../../src/model/recommended.ts";
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
  ) {
    this.#labels = new ItemLabels(trained);
    this.#itemIds = idsByRow(trained.mapping.items);
  }

  /** Works out what every answer needs, so that the first is as fast as the others. */
  static async create(trained: TrainedModel, options: ScorerOptions = {}): Promise<Recommender> {
    const users = await trained.model.userRepresentations();
    const recommender = new Recommender(trained, users, await scorerOf(trained, options));
    if (trained.mapping.items.size > 0) await trained.model.similarItems(0, { n: 1 });
    return recommender;
  }

  /** @throws UnknownIdError if nothing is known of who asks, or a rule names an unknown label. */
  async recommend(asker: Asker, options: RecommendOptions = {}): Promise<Recommendation[]> {
    const { n = 10, includeRated = false } = options;
    const own = this.#ratings(asker);
    const exclude = this.#excluded(options);
    if (!includeRated) for (const item of own.keys()) exclude.add(item);
    const known = this.#knownUser(asker);
    if (known !== null) return this.#named(await this.scorer.recommend(known, { n, exclude }));
    if (own.size > 0) return this.#named(await this.scorer.recommend(this.#likes(own), { n, exclude }));
    return this.#named(await this.trained.model.recommend(await this.#vector(asker, own), { n, exclude }));
  }

  /** @throws UnknownIdError if the model does not know the item. */
  async similar(item: string, n = 10): Promise<Recommendation[]> {
    const row = this.trained.mapping.items.get(item);
    if (row === undefined) throw new UnknownIdError(`This model knows no item ${JSON.stringify(item)}.`);
    return this.#named(await this.trained.model.similarItems(row, { n }));
  }

  /** The vector of the model's part of the score. @throws UnknownIdError if nothing is known of who asks. */
  vectorOf(asker: Asker): Promise<Representation> {
    return this.#vector(asker, this.#ratings(asker));
  }

  /** The vector of a user of the model, without folding in. */
  userVector(row: number): Representation {
    const { noComponents } = this.trained.model.hyperparameters;
    const { embeddings, biases } = this.users;
    return { embedding: embeddings.slice(row * noComponents, (row + 1) * noComponents), bias: biases[row] };
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

  #likes(own: Map<number, number>): Stranger {
    const { likedFrom } = this.trained;
    return { itemIds: [...own].filter(([, rating]) => rating >= likedFrom).map(([item]) => item) };
  }

  async #vector(asker: Asker, own: Map<number, number>): Promise<Representation> {
    const { user, ratings = [], labels = [] } = asker;
    const known = this.#knownUser(asker);
    if (known !== null) return this.userVector(known);
    if (own.size > 0) {
      return { embedding: await this.scorer.embeddingOfStranger(this.#likes(own)), bias: 0 };
    }
    if (labels.length > 0) return this.#vectorOfLabels(labels);
    if (ratings.length > 0) throw new UnknownIdError("This model knows none of the rated items.");
    throw new UnknownIdError(
      user === undefined
        ? "Nothing is known of who asks: give ratings, labels or a user."
        : `Nothing is known of user ${JSON.stringify(user)} yet: give ratings first.`,
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
