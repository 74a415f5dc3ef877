import { factorise } from "../neighbours/factorise.ts";
import { indicesIn, type Likes } from "../neighbours/likes.ts";
import type { Neighbours } from "../neighbours/Neighbours.ts";
import { type NeighbourRows, NeighbourVectors } from "../neighbours/NeighbourVectors.ts";
import { neighboursOf, weightOfDirections } from "../neighbours/neighboursOf.ts";
import { RidgeNeighbours } from "../neighbours/RidgeNeighbours.ts";
import {
  interceptShareFor,
  type NeighbourWeight,
  neighbourWeightFor,
  weightFor,
} from "./neighbourWeightFor.ts";

/** The neighbour score as it is added to a model's. It is made of likes alone: all models of the same data can share one. */
export class NeighbourTerm {
  readonly #neighbours: Neighbours;
  /** Null if nobody's are known. */
  readonly #likes: Likes | null;
  /** Null if vectors were published, which have it in them. */
  readonly #weight: NeighbourWeight | null;
  /** What is added to an item's score whatever somebody likes; null if nothing is. */
  readonly intercept: Float64Array | null;

  private constructor(
    neighbours: Neighbours,
    likes: Likes | null,
    weight: NeighbourWeight | null,
    intercept: Float64Array | null,
  ) {
    this.#neighbours = neighbours;
    this.#likes = likes;
    this.#weight = weight;
    this.intercept = intercept;
  }

  /**
   * Takes up to half a minute, in which others have their turns.
   * @param weight what suits the likes if left out
   * @returns null if there are too many likes
   * @throws CancelledError if the signal stops it.
   */
  static async create(likes: Likes, weight?: number, signal?: AbortSignal): Promise<NeighbourTerm | null> {
    const weights = weight === undefined ? neighbourWeightFor(likes) : { few: weight, many: weight };
    const neighbours = await neighboursOf(likes, weights.few, signal);
    const factor = weights.few * interceptShareFor(likes);
    const intercept =
      factor > 0 && neighbours instanceof RidgeNeighbours
        ? neighbours.intercept().map((share) => factor * share)
        : null;
    return neighbours && new NeighbourTerm(neighbours, likes, weights, intercept);
  }

  /** @param items how many the model has */
  static async published(rows: NeighbourRows, items: number, likes: Likes | null): Promise<NeighbourTerm> {
    return new NeighbourTerm(await NeighbourVectors.create(rows, items), likes, null, null);
  }

  get bytes(): number {
    return this.#neighbours.bytes;
  }

  /** What a user of the data likes; null if nobody's likes are known. */
  likesOf(user: number): Int32Array | null {
    return this.#likes && indicesIn(this.#likes.ofUser, user);
  }

  /** Adds to every item's score what somebody's likes say of it. */
  addTo(scores: Float32Array, likes: Int32Array): void {
    // All vectors have their weight in them.
    const isWeighed = this.#weight === null || this.#neighbours instanceof NeighbourVectors;
    const weight = isWeighed ? 1 : weightFor(this.#weight, likes.length);
    const added = this.#neighbours.score(likes);
    for (let item = 0; item < scores.length; item++) {
      scores[item] += weight * added[item] + (this.intercept?.[item] ?? 0);
    }
  }

  /** In a form without anybody's likes; null if it was published in that form. */
  async rows(most?: number): Promise<NeighbourRows | null> {
    if (this.#likes === null || this.#weight === null) return null;
    return factorise(this.#likes, weightOfDirections(this.#likes, this.#weight.few), most);
  }
}
