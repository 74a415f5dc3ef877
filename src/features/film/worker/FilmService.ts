import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { topItems } from "../../../model/scorer/topItems.ts";
import { cosine } from "../../../model/similarity.ts";
import type { FilmDetails } from "../api.ts";
import { ratingsByYear } from "./ratingsByYear.ts";

const SHOWN = 12;
/** The number of nearest films of each of two films, of which they may share some. */
const NEIGHBOURS = 20;
/** Fewer people who like both tell nothing. */
const FEWEST_IN_COMMON = 3;

/** Tells what the data knows of one film. */
export class FilmService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Null if the data has no such film. */
  async details(id: string): Promise<FilmDetails | null> {
    const { data } = this.#workspace;
    const item = data.row(id);
    if (item === undefined) return null;
    const film = (row: number) => this.#workspace.film(data, row);
    const own = ratingsOf(data, item);
    const likes = likesBeside(data, item);
    return {
      film: film(item),
      histogram: data.summary.histogram.map(({ rating }) => ({
        rating,
        count: own.filter((given) => given.rating === rating).length,
      })),
      ratings: data.ratingCounts[item],
      mean: own.length === 0 ? null : own.reduce((sum, { rating }) => sum + rating, 0) / own.length,
      years: ratingsByYear(own),
      similar: this.#similar(item).map(({ row, sharedNeighbours }) => ({
        film: film(row),
        sharedNeighbours,
        share: likes.fans === 0 ? null : likes.common[row] / likes.fans,
      })),
      alsoLiked: alsoLiked(likes, item).map((row) => ({
        film: film(row),
        share: likes.common[row] / likes.fans,
      })),
    };
  }

  #similar(item: number): { row: number; sharedNeighbours: number }[] {
    const recommender = this.#workspace.modelIfAny?.recommender;
    if (!recommender) return [];
    const { length } = this.#workspace.data.catalogue.items;
    const nearest = (of: number) => {
      const own = recommender.vectors[of];
      const cosines = Float32Array.from({ length }, (_, row) => cosine(own, recommender.vectors[row]));
      return [...topItems(cosines, NEIGHBOURS, Int32Array.of(of)).items];
    };
    const own = nearest(item);
    return own.slice(0, SHOWN).map((row) => {
      const theirs = new Set(nearest(row));
      return { row, sharedNeighbours: own.filter((other) => theirs.has(other)).length };
    });
  }
}

interface GivenRating {
  rating: number;
  /** Unix seconds; null if the data has no times. */
  at: number | null;
}

function ratingsOf({ catalogue }: LoadedData, item: number): GivenRating[] {
  const { items, ratings, timestamps } = catalogue.ratings;
  const own: GivenRating[] = [];
  for (let i = 0; i < items.length; i++) {
    if (items[i] === item) own.push({ rating: ratings[i], at: timestamps?.[i] ?? null });
  }
  return own;
}

/** Who likes an item, and what else they like. */
interface Likes {
  users: number;
  fans: number;
  /** How many people like each item, and how many of the fans do. */
  likes: Float64Array;
  common: Float64Array;
}

function likesBeside({ catalogue }: LoadedData, item: number): Likes {
  const { users, items, ratings, userIds, itemIds } = catalogue.ratings;
  const isFan = new Uint8Array(userIds.length);
  let fans = 0;
  for (let i = 0; i < items.length; i++) {
    if (items[i] !== item || ratings[i] < catalogue.likedFrom) continue;
    isFan[users[i]] = 1;
    fans++;
  }
  const likes = new Float64Array(itemIds.length);
  const common = new Float64Array(itemIds.length);
  for (let i = 0; i < items.length; i++) {
    if (ratings[i] < catalogue.likedFrom) continue;
    likes[items[i]]++;
    common[items[i]] += isFan[users[i]];
  }
  return { users: userIds.length, fans, likes, common };
}

/** By how many more of its fans like it than of everybody, in standard errors: what is merely popular comes last. */
function alsoLiked({ users, fans, likes, common }: Likes, item: number): number[] {
  const surplus = (row: number) => {
    const everybody = likes[row] / users;
    return (common[row] - fans * everybody) / Math.sqrt(fans * everybody * (1 - everybody) || 1);
  };
  return [...common.keys()]
    .filter((row) => row !== item && common[row] >= FEWEST_IN_COMMON)
    .map((row) => ({ row, surplus: surplus(row) }))
    .sort((a, b) => b.surplus - a.surplus)
    .slice(0, SHOWN)
    .map(({ row }) => row);
}
