import type { Catalogue } from "../dataset/Catalogue.ts";
import { Dataset } from "../dataset/Dataset.ts";
import { timePositions } from "../dataset/splits.ts";
import { NotReadyError } from "../errors.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import type { Features } from "../model/fitting.ts";
import { LightFM } from "../model/LightFM.ts";
import type { ArrivalOutcome, ArrivalProgress, ArrivalSettings, NewUser } from "./protocol.ts";

const SEED = 42;
/** Epochs of `fitPartial` over the new interactions, as a share of those over the current. */
const PARTIAL_SHARE = 0.5;

export interface RatedRow {
  /** Row in the catalogue. */
  item: number;
  rating: number;
}

/**
 * The article's experiment: a model learns from the first part of the ratings by time and then takes in
 * the rest with `fitPartial`. It knows nothing of a user or film before their first rating: the tables
 * grow when they arrive.
 */
export class Arrivals {
  readonly #catalogue: Catalogue;
  readonly #model: LightFM;
  readonly #dataset = new Dataset<string, string>();
  readonly #newUsers = new Map<string, RatedRow[]>();

  private constructor(catalogue: Catalogue, { noComponents, learningRate }: ArrivalSettings) {
    this.#catalogue = catalogue;
    this.#model = new LightFM({ loss: "warp", noComponents, learningRate, seed: SEED });
  }

  static async run(
    catalogue: Catalogue,
    settings: ArrivalSettings,
    signal: AbortSignal,
    onProgress: (progress: ArrivalProgress) => void,
  ): Promise<{ arrivals: Arrivals; outcome: ArrivalOutcome }> {
    const { timestamps } = catalogue.ratings;
    if (!timestamps) {
      throw new NotReadyError("These ratings have no timestamps, so nobody can tell which of them are new.");
    }
    const arrivals = new Arrivals(catalogue, settings);
    const { earlier, later } = timePositions(timestamps, settings.currentShare);
    const partialEpochs = Math.max(1, Math.round(settings.epochs * PARTIAL_SHARE));
    // Work is counted in interactions visited.
    const visits = earlier.length * settings.epochs;
    const total = visits + later.length * partialEpochs;
    const options = (epochs: number, before: number, each: number, phase: ArrivalProgress["phase"]) => {
      let epoch = 0;
      const tell = (share: number) => onProgress({ phase, done: (before + (epoch + share) * each) / total });
      return {
        epochs,
        signal,
        onSlice: tell,
        onEpoch: () => {
          epoch++;
          tell(0);
        },
      };
    };

    const began = performance.now();
    const current = arrivals.#build(earlier);
    const currentUsers = current.interactions.users;
    await arrivals.#model.fit(current.interactions, {
      ...current.features,
      ...options(settings.epochs, 0, earlier.length, "fit"),
    });
    const arrived = performance.now();
    const added = arrivals.#build(later);
    await arrivals.#model.fitPartial(added.interactions, {
      ...added.features,
      ...options(partialEpochs, visits, later.length, "fitPartial"),
    });
    const ended = performance.now();
    arrivals.#noteNewUsers(later, currentUsers);
    const outcome = {
      boundary: timestamps[later[0]],
      current: earlier.length,
      new: later.length,
      currentUsers,
      newUsers: arrivals.#describeNewUsers(),
      fitSeconds: (arrived - began) / 1000,
      fitPartialSeconds: (ended - arrived) / 1000,
    };
    return { arrivals, outcome };
  }

  /** What a new user rated, rows of the catalogue; null for anybody else. */
  rated(userId: string): RatedRow[] | null {
    return this.#newUsers.get(userId) ?? null;
  }

  /** The best films for a new user by the model that has taken them in, as rows of the catalogue. */
  async recommend(userId: string, count: number, rowOf: (id: string) => number): Promise<number[]> {
    const { users, items } = this.#dataset.mapping();
    const { itemIds } = this.#catalogue.ratings;
    const exclude = (this.#newUsers.get(userId) ?? []).map(({ item }) => items.get(itemIds[item]) as number);
    const ranked = await this.#model.recommend(users.get(userId) as number, { n: count, exclude });
    const ids = [...items.keys()];
    return Array.from(ranked.items, (item) => rowOf(ids[item]));
  }

  /** Makes these ratings known to the data set, new users and films at the end, and turns them into matrices. */
  #build(positions: Int32Array): { interactions: Interactions; features: Features } {
    const { ratings, items, likedFrom, userFeatures } = this.#catalogue;
    const { userIds, itemIds } = ratings;
    const people = new Set<number>();
    const films = new Set<number>();
    for (const position of positions) {
      people.add(ratings.users[position]);
      films.add(ratings.items[position]);
    }
    this.#dataset.fitPartial(
      Array.from(people, (user) => userIds[user]),
      Array.from(films, (film) => itemIds[film]),
      Array.from(people, (user) => userFeatures?.[user] ?? []).flat(),
      Array.from(films, (film) => items[film].genres).flat(),
    );
    const interactions = this.#dataset.buildInteractions(
      Array.from(positions, (position) => {
        const value = ratings.ratings[position] >= likedFrom ? 1 : -1;
        return [userIds[ratings.users[position]], itemIds[ratings.items[position]], value] as const;
      }),
    );
    const known = this.#dataset.mapping();
    const genres = items
      .filter(({ id }) => known.items.has(id))
      .map(({ id, genres }) => [id, genres] as const);
    const itemFeatures = this.#dataset.buildItemFeatures(genres);
    if (!userFeatures) return { interactions, features: { itemFeatures } };
    const described = userIds
      .map((id, user) => [id, userFeatures[user]] as const)
      .filter(([id]) => known.users.has(id));
    return {
      interactions,
      features: { itemFeatures, userFeatures: this.#dataset.buildUserFeatures(described) },
    };
  }

  #noteNewUsers(later: Int32Array, currentUsers: number): void {
    const { userIds, users, items, ratings } = this.#catalogue.ratings;
    const rows = this.#dataset.mapping().users;
    for (const position of later) {
      const id = userIds[users[position]];
      if ((rows.get(id) as number) < currentUsers) continue;
      const rated = this.#newUsers.get(id) ?? [];
      rated.push({ item: items[position], rating: ratings[position] });
      this.#newUsers.set(id, rated);
    }
  }

  #describeNewUsers(): NewUser[] {
    const all = Array.from(this.#newUsers, ([id, rated]) => {
      return {
        id,
        interactions: rated.length,
        positives: rated.filter(({ rating }) => rating >= this.#catalogue.likedFrom).length,
      };
    });
    return all.sort((a, b) => b.positives - a.positives);
  }
}
