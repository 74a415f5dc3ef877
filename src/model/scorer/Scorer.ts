import { toRowNumbers, wholeNumber } from "../../arguments.ts";
import { ArgumentError } from "../../errors.ts";
import type { Interactions } from "../../matrix/Interactions.ts";
import { checkFoldInMap, LearntFoldIn } from "../foldIn/LearntFoldIn.ts";
import type { Ranked } from "../ItemIndex.ts";
import type { LightFM, Representations } from "../LightFM.ts";
import { type Likes, likesOf, meanLikes, rowOf } from "../neighbours/likes.ts";
import { RidgeNeighbours } from "../neighbours/RidgeNeighbours.ts";
import { topItems } from "./topItems.ts";

/** What is added to the model; each is on if left out. */
export interface ScorerOptions {
  /** Strangers' vectors by a linear map that training users taught, instead of the model's own `foldIn`. */
  learntFoldIn?: boolean;
  /** The map that a scorer of this very model was taught: then it is not taught again. */
  foldInMap?: Float32Array | null | undefined;
  /** What those who like the same things like besides, added to the model's score. */
  neighbours?: boolean;
  /**
   * How much a neighbour score, about 0 to 1, counts beside the model's, whose WARP margin is 1; if left out,
   * 12, or less where the users have fewer than 25 likes on average.
   */
  neighbourWeight?: number;
}

function neighbourWeightFor(likes: Likes): number {
  return NEIGHBOUR_WEIGHT * Math.min(1, meanLikes(likes) / LIKES_FOR_WEIGHT);
}

/** Somebody who is no user of the training data. */
export interface Stranger {
  /** Rows of liked items, each once. */
  itemIds: ArrayLike<number>;
  /** How much each like counts in the vector, above 0; all alike if left out. */
  weights?: ArrayLike<number> | null;
}

/** The weight of neighbours where people like `LIKES_FOR_WEIGHT` things or more; 6 to 24 do alike on films. */
const NEIGHBOUR_WEIGHT = 12;
/** From fewer likes neighbours tell less, and weigh as much less (`docs/quality.md`). */
const LIKES_FOR_WEIGHT = 25;

/**
 * Scores for recommending: the model's, and two additions that are made from the training data once it is
 * trained. They make lists better, above all for strangers of whom little is known (`docs/quality.md`), and
 * leave the model as it is: `LightFM` itself never asks them.
 */
export class Scorer {
  readonly #model: LightFM;
  readonly #items: Representations;
  readonly #users: Representations;
  readonly #likes: Likes | null;
  readonly #foldIn: LearntFoldIn | null;
  readonly #neighbours: RidgeNeighbours | null;
  readonly #neighbourWeight: number;

  private constructor(
    model: LightFM,
    items: Representations,
    users: Representations,
    additions: {
      likes: Likes | null;
      foldIn: LearntFoldIn | null;
      neighbours: RidgeNeighbours | null;
      neighbourWeight: number;
    },
  ) {
    this.#model = model;
    this.#items = items;
    this.#users = users;
    this.#likes = additions.likes;
    this.#foldIn = additions.foldIn;
    this.#neighbours = additions.neighbours;
    this.#neighbourWeight = additions.neighbourWeight;
  }

  /**
   * @param model stays as it is, and must not be trained on while this is asked
   * @param interactions what it was trained on; null if unknown: then nothing is added but a `foldInMap`
   * @throws ArgumentError if the model has learnt nothing, or the interactions or the map are of another model.
   */
  static async create(
    model: LightFM,
    interactions: Interactions | null,
    { learntFoldIn = true, foldInMap = null, neighbours = true, neighbourWeight }: ScorerOptions = {},
  ): Promise<Scorer> {
    if (foldInMap) checkFoldInMap(foldInMap, model.hyperparameters.noComponents);
    const [items, users] = await Promise.all([model.itemRepresentations(), model.userRepresentations()]);
    if (
      interactions &&
      (interactions.items !== items.biases.length || interactions.users !== users.biases.length)
    ) {
      throw new ArgumentError(
        `interactions must be of the model's ${users.biases.length} users and ${items.biases.length} items, not of ${interactions.users} and ${interactions.items}.`,
      );
    }
    const likes = interactions && (learntFoldIn || neighbours) ? likesOf(interactions) : null;
    const { noComponents, seed } = model.hyperparameters;
    const vectorsOf = ({ embeddings }: Representations) => ({ embeddings, noComponents });
    const teach = () =>
      foldInMap
        ? new LearntFoldIn(vectorsOf(items), foldInMap)
        : likes && LearntFoldIn.teach(vectorsOf(items), vectorsOf(users), likes, { seed });
    const hasNeighbours = likes && neighbours && RidgeNeighbours.fits(likes);
    return new Scorer(model, items, users, {
      // Of large data they are much, and without neighbours nobody asks for them.
      likes: hasNeighbours ? likes : null,
      foldIn: learntFoldIn ? teach() : null,
      neighbours: hasNeighbours ? new RidgeNeighbours(likes) : null,
      neighbourWeight: neighbourWeight ?? (likes ? neighbourWeightFor(likes) : 0),
    });
  }

  get items(): number {
    return this.#items.biases.length;
  }

  get users(): number {
    return this.#users.biases.length;
  }

  /** To be saved with the model; null where strangers are folded in by the model itself. */
  get foldInMap(): Float32Array | null {
    return this.#foldIn?.map ?? null;
  }

  /** What the additions hold, in bytes. */
  get bytes(): number {
    return (this.#foldIn?.map.byteLength ?? 0) + (this.#neighbours?.bytes ?? 0);
  }

  /** The score of every item for a user of the training data. @throws ArgumentError if there is no such user. */
  scoresOfUser(user: number): Float32Array {
    wholeNumber("user", user, 0, this.#users.biases.length - 1);
    const { noComponents } = this.#model.hyperparameters;
    const embedding = this.#users.embeddings.subarray(user * noComponents, (user + 1) * noComponents);
    return this.#withNeighbours(this.#dotProducts(embedding), this.#likes && rowOf(this.#likes.ofUser, user));
  }

  /** The score of every item for somebody else. @throws ArgumentError if an item is out of range or named twice. */
  async scoresOfStranger(stranger: Stranger): Promise<Float32Array> {
    const embedding = await this.embeddingOfStranger(stranger);
    return this.#withNeighbours(this.#dotProducts(embedding), Int32Array.from(stranger.itemIds));
  }

  /** The vector that the model's part of the score is made with. @throws ArgumentError if an item is out of range or named twice. */
  async embeddingOfStranger(stranger: Stranger): Promise<Float32Array> {
    const itemIds = toRowNumbers("itemIds", stranger.itemIds, this.items);
    if (new Set(itemIds).size !== itemIds.length) {
      throw new ArgumentError("itemIds must hold each item once.");
    }
    const weights = stranger.weights ?? undefined;
    if (this.#foldIn) return this.#foldIn.foldIn(itemIds, weights);
    return (await this.#model.foldIn({ itemIds, weights: weights ?? null })).embedding;
  }

  /**
   * The best items for a user of the training data, or for a stranger.
   * @param options `n`, 10 if left out, of which fewer come back where fewer are left; `exclude`, rows of items to
   * leave out, such as those already rated
   * @throws ArgumentError if a row is out of range.
   */
  async recommend(
    who: number | Stranger,
    { n = 10, exclude = [] }: { n?: number; exclude?: Iterable<number> } = {},
  ): Promise<Ranked> {
    wholeNumber("n", n, 0, 0x7fffffff);
    const leftOut = toRowNumbers("exclude", exclude, this.items);
    const scores = typeof who === "number" ? this.scoresOfUser(who) : await this.scoresOfStranger(who);
    return topItems(scores, n, leftOut);
  }

  #dotProducts(embedding: Float32Array): Float32Array {
    const { embeddings, biases } = this.#items;
    const { length } = embedding;
    const scores = new Float32Array(biases.length);
    for (let item = 0, at = 0; item < scores.length; item++, at += length) {
      let even = biases[item];
      let odd = 0;
      let k = 0;
      for (; k + 1 < length; k += 2) {
        even += embedding[k] * embeddings[at + k];
        odd += embedding[k + 1] * embeddings[at + k + 1];
      }
      if (k < length) even += embedding[k] * embeddings[at + k];
      scores[item] = even + odd;
    }
    return scores;
  }

  #withNeighbours(scores: Float32Array, likes: Int32Array | null): Float32Array {
    if (!this.#neighbours || !likes || likes.length === 0) return scores;
    const added = this.#neighbours.score(likes);
    const weight = this.#neighbourWeight;
    for (let item = 0; item < scores.length; item++) scores[item] += weight * added[item];
    return scores;
  }
}
