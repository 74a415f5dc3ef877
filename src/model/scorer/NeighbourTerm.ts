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
  weightOfVectors,
} from "./neighbourWeightFor.ts";

/** The neighbour score as it is added to a model's. It is made of likes alone: all models of the same data can share one. */
export class NeighbourTerm {
  readonly #neighbours: Neighbours;
  /** Null if nobody's are known. */
  readonly #likes: Likes | null;
  readonly #weight: NeighbourWeight;
  /** What vectors made of it are to have in them; null if it was published as such. */
  readonly #toPublish: NeighbourWeight | null;
  /** What is added to an item's score whatever somebody likes; null if nothing is. */
  readonly intercept: Float64Array | null;

  private constructor(
    neighbours: Neighbours,
    likes: Likes | null,
    weight: NeighbourWeight,
    toPublish: NeighbourWeight | null,
    intercept: Float64Array | null,
  ) {
    this.#neighbours = neighbours;
    this.#likes = likes;
    this.#weight = weight;
    this.#toPublish = toPublish;
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
    if (neighbours === null) return null;
    const factor = weights.few * interceptShareFor(likes);
    const intercept =
      factor > 0 && neighbours instanceof RidgeNeighbours
        ? neighbours.intercept().map((share) => factor * share)
        : null;
    const applied = neighbours instanceof NeighbourVectors ? weightOfVectors() : weights;
    return new NeighbourTerm(neighbours, likes, applied, weights, intercept);
  }

  /** @param items how many the model has */
  static async published(rows: NeighbourRows, items: number, likes: Likes | null): Promise<NeighbourTerm> {
    const vectors = await NeighbourVectors.create(rows, items);
    return new NeighbourTerm(vectors, likes, weightOfVectors(rows.growth), null, null);
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
    const weight = weightFor(this.#weight, likes.length);
    const added = this.#neighbours.score(likes);
    for (let item = 0; item < scores.length; item++) {
      scores[item] += weight * added[item] + (this.intercept?.[item] ?? 0);
    }
  }

  /** In a form without anybody's likes; null if it was published in that form. */
  async rows(most?: number): Promise<NeighbourRows | null> {
    if (this.#likes === null || this.#toPublish === null) return null;
    const { few, many } = this.#toPublish;
    const rows = await factorise(this.#likes, weightOfDirections(this.#likes, few), most);
    // Of large data these are only the strongest directions, whose weight is the same for everybody.
    return RidgeNeighbours.fits(this.#likes) ? { ...rows, growth: many / few } : rows;
  }
}
