import { FeatureMatrix } from "../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../src/matrix/Interactions.ts";
import { SeededRandom } from "../src/matrix/random.ts";
import type { BenchData } from "./BenchData.ts";

const GENRES = 18;
/** As in MovieLens: nobody rates fewer, hardly anybody a large part of all films, and four of five are liked. */
const FEWEST = 20;
const LARGEST_SHARE = 0.25;
const LIKED = 0.81;
/** How much of what people rate is chosen by their taste rather than by fame alone. */
const BY_TASTE = 0.8;

/**
 * Ratings with power laws on both sides: the r-th item is rated in proportion to (r + 100)^-1.5, the r-th
 * user rates in proportion to (r + 15)^-0.7 beyond the least. Every item has a leading genre and up to two
 * more, every user a favourite one, so there is something to learn. The same for the same arguments.
 */
export function generate(size: { users: number; items: number; ratings: number }, seed: number): BenchData {
  const { users, items, ratings } = size;
  const random = new SeededRandom(seed);
  const leading = Uint8Array.from({ length: items }, () => random.below(GENRES));
  const all = new Fame(Int32Array.from({ length: items }, (_, item) => item));
  const byGenre = Array.from({ length: GENRES }, (_, genre) => {
    const own = Int32Array.from({ length: items }, (_, item) => item).filter(
      (item) => leading[item] === genre,
    );
    return own.length > 0 ? new Fame(own) : all;
  });
  const counts = ratingCounts(users, ratings, Math.floor(items * LARGEST_SHARE));

  const userIds = new Int32Array(ratings);
  const itemIds = new Int32Array(ratings);
  const values = new Float32Array(ratings);
  const ratedBy = new Int32Array(items).fill(-1);
  let end = 0;
  for (let user = 0; user < users; user++) {
    const favourite = byGenre[random.below(GENRES)];
    let byTaste = 0;
    for (let left = counts[user]; left > 0; ) {
      // Those who rate much have soon rated all that is famous in their genre.
      const tasteful = random.float() < BY_TASTE && byTaste < favourite.size / 2;
      const item = (tasteful ? favourite : all).draw(random);
      if (ratedBy[item] === user) continue;
      if (tasteful) byTaste++;
      ratedBy[item] = user;
      userIds[end] = user;
      itemIds[end] = item;
      values[end++] = random.float() < LIKED ? 1 : -1;
      left--;
    }
  }
  const interactions = new Interactions(users, items, userIds, itemIds, values);
  return { interactions, itemFeatures: genreFeatures(leading, random) };
}

/** Draws items in proportion to a power of their place. */
class Fame {
  readonly #items: Int32Array;
  readonly #upTo: Float64Array;

  constructor(items: Int32Array) {
    this.#items = items;
    let sum = 0;
    this.#upTo = Float64Array.from(items, (_, place) => {
      sum += (place + 100) ** -1.5;
      return sum;
    });
  }

  get size(): number {
    return this.#items.length;
  }

  draw(random: SeededRandom): number {
    const target = random.float() * this.#upTo[this.size - 1];
    let from = 0;
    let to = this.size - 1;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#upTo[middle] > target) to = middle;
      else from = middle + 1;
    }
    return this.#items[from];
  }
}

/** How many ratings each user gives; they add up to `ratings`. */
function ratingCounts(users: number, ratings: number, most: number): Int32Array {
  const shares = Float64Array.from({ length: users }, (_, place) => (place + 15) ** -0.7);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const beyondLeast = ratings - users * FEWEST;
  const counts = Int32Array.from(shares, (share) =>
    Math.min(most, FEWEST + Math.floor((share / whole) * beyondLeast)),
  );
  let missing = ratings - counts.reduce((sum, count) => sum + count, 0);
  for (let user = users - 1; missing > 0; user = user === 0 ? users - 1 : user - 1) {
    if (counts[user] === most) continue;
    counts[user]++;
    missing--;
  }
  return counts;
}

/** An own feature for each item, and its genres, all of weight 1. */
function genreFeatures(leading: Uint8Array, random: SeededRandom): FeatureMatrix {
  const rows = Array.from(leading, (genre, item) => {
    const genres = new Set([genre]);
    for (let more = random.below(3); more > 0; more--) genres.add(random.below(GENRES));
    const columns = [item, ...[...genres].sort((a, b) => a - b).map((own) => leading.length + own)];
    return columns.map((column) => [column, 1] as const);
  });
  return FeatureMatrix.fromRows(rows, leading.length + GENRES);
}
