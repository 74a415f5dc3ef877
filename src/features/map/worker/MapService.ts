import type { Taste } from "../../../core/api/Film.ts";
import type { Outcome } from "../../../core/api/work.ts";
import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import { isLiked, ownStars } from "../../../core/worker/ownStars.ts";
import type { Recommender } from "../../../core/worker/Recommender.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { principalAxes } from "../../../matrix/principalAxes.ts";
import { topItems } from "../../../model/scorer/topItems.ts";
import { nextTask } from "../../../nextTask.ts";
import type { MapItems, MapLayout, MapProgress, OwnPlace, Region } from "../api.ts";
import { nearestNeighbours } from "./layout/nearestNeighbours.ts";
import { neighbourEmbedding } from "./layout/neighbourEmbedding.ts";
import { mapItemsOf } from "./mapItems.ts";
import { regionsOf } from "./regions.ts";

const NEIGHBOURS = 15;
/** Fewer for a large catalogue, whose epochs have more edges each. */
const EPOCHS = { most: 150, fewest: 60, edges: 30_000_000 };
/** Share of the work that finding neighbours takes. */
const FINDING = 0.4;
/** Milliseconds between two pictures of the map in the making, which the page has to draw, and between two rests. */
const EVERY = 250;
const REST_AFTER = 16;
/** Spread that the embedding starts from. */
const SPREAD = 10;
/** Share of the items that the unit square holds. */
const WITHIN = 0.995;
/** Films at the top of a person's list whose middle is where the person is. */
const HEAD = 24;

/** Lays all items out in two dimensions, side by side with what the model finds similar. */
export class MapService {
  readonly #workspace: Workspace;
  #items: { data: LoadedData; items: MapItems } | null = null;
  #layout: { recommender: Recommender; layout: MapLayout } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  async items(): Promise<MapItems> {
    const { data } = this.#workspace;
    if (this.#items?.data !== data) this.#items = { data, items: mapItemsOf(data) };
    return this.#items.items;
  }

  /** The map of this model as far as it has been arranged; at first a rough one by principal components. */
  async overview(): Promise<MapLayout> {
    const { recommender } = this.#workspace;
    if (this.#layout?.recommender !== recommender) {
      const positions = unit(principalAxes(this.#vectors(recommender)), 1);
      const layout = { positions, regions: await this.#regions(positions), isFinal: false };
      this.#layout = { recommender, layout };
    }
    return this.#layout.layout;
  }

  /** Moves similar items together, and keeps the map; stopped early, it keeps what it has so far. */
  async arrange(onProgress: (progress: MapProgress) => void): Promise<Outcome<MapLayout>> {
    const { recommender } = this.#workspace;
    return this.#workspace.jobs.run<MapProgress, MapLayout>(onProgress, async (signal, report) => {
      const vectors = this.#vectors(recommender);
      const positions = unit(principalAxes(vectors), SPREAD);
      const left = timeLeft();
      let lastRest = performance.now();
      let lastReport = 0;
      const rest = async (done: number) => {
        const now = performance.now();
        if (now - lastRest < REST_AFTER) return;
        if (now - lastReport >= EVERY) {
          lastReport = now;
          report({ ...left(done), positions: unit(positions, 1) });
        }
        await nextTask();
        lastRest = performance.now();
        signal.throwIfAborted();
      };
      try {
        const neighbours = await nearestNeighbours(vectors, NEIGHBOURS, (done) => rest(FINDING * done));
        const epochs = Math.round(EPOCHS.edges / (vectors.length * NEIGHBOURS || 1));
        await neighbourEmbedding(positions, neighbours, {
          epochs: Math.min(EPOCHS.most, Math.max(EPOCHS.fewest, epochs)),
          rest: (done) => rest(FINDING + (1 - FINDING) * done),
        });
      } catch (error) {
        if (!signal.aborted) throw error;
      }
      const placed = unit(positions, 1);
      const layout = { positions: placed, regions: await this.#regions(placed), isFinal: !signal.aborted };
      this.#layout = { recommender, layout };
      return layout;
    });
  }

  /** How much this person would like each item, and where that puts them; null before they like anything. */
  async place(taste: Taste): Promise<OwnPlace | null> {
    const { data, recommender } = this.#workspace;
    const own = ownStars(data, taste);
    if (!own.some(isLiked)) return null;
    const scores = await recommender.scores(own);
    const head = topItems(
      scores,
      HEAD,
      Int32Array.from(own, ({ item }) => item),
    ).items;
    const { positions } = await this.overview();
    return { liking: ranksOf(scores), centre: middleOf(head, positions) };
  }

  async #regions(positions: Float32Array): Promise<Region[]> {
    const genres = this.#workspace.data.catalogue.items.map((item) => item.genres);
    return regionsOf(await this.items(), genres, positions);
  }

  /** All of length one: only their directions count. */
  #vectors(recommender: Recommender): Float32Array[] {
    return this.#workspace.data.catalogue.items.map((_, row) => {
      const vector = recommender.vectors[row];
      const length = Math.hypot(...vector) || 1;
      return vector.map((value) => value / length);
    });
  }
}

/** Moved and scaled so that nearly all of it lies within -size to size, each axis by itself. */
function unit(positions: Float32Array, size: number): Float32Array {
  const scaled = new Float32Array(positions.length);
  for (const axis of [0, 1]) {
    const own = positions.filter((_, i) => i % 2 === axis);
    const sorted = own.toSorted();
    const last = sorted.length - 1;
    const low = sorted[Math.round(last * (1 - WITHIN))];
    const high = sorted[Math.round(last * WITHIN)];
    own.forEach((value, row) => {
      scaled[2 * row + axis] = (size * (2 * value - low - high)) / (high - low || 1);
    });
  }
  return scaled;
}

/** For each score, the share of the others that are lower. */
function ranksOf(scores: Float32Array): Float32Array {
  const order = Int32Array.from(scores.keys()).sort((a, b) => scores[a] - scores[b]);
  const ranks = new Float32Array(scores.length);
  order.forEach((item, place) => {
    ranks[item] = place / Math.max(1, scores.length - 1);
  });
  return ranks;
}

/** The item that is nearest to all the others, so that it stands among items and not between two groups of them. */
function middleOf(items: Int32Array, positions: Float32Array): number {
  const distance = (one: number, other: number) =>
    Math.hypot(positions[2 * one] - positions[2 * other], positions[2 * one + 1] - positions[2 * other + 1]);
  const sums = Array.from(items, (item) => items.reduce((sum, other) => sum + distance(item, other), 0));
  return items[sums.indexOf(Math.min(...sums))];
}
