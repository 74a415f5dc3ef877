import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { cosine } from "../../../model/similarity.ts";
import type { FilmDetails } from "../api.ts";

const SHOWN = 12;
/** Fewer people who like both tell nothing. */
const FEWEST_IN_COMMON = 3;

/** Tells what the data knows of one film. */
export class FilmService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Null where the data has no such film. */
  async details(id: string): Promise<FilmDetails | null> {
    const { data } = this.#workspace;
    const item = data.row(id);
    if (item === undefined) return null;
    const film = (row: number) => this.#workspace.film(data, row);
    const own = ratingsOf(data, item);
    return {
      film: film(item),
      histogram: data.summary.histogram.map(({ rating }) => ({
        rating,
        count: own.filter((given) => given === rating).length,
      })),
      ratings: data.ratingCounts[item],
      mean: own.length === 0 ? null : own.reduce((sum, rating) => sum + rating, 0) / own.length,
      similar: this.#similar(item).map(film),
      alsoLiked: alsoLiked(data, item).map(({ row, share }) => ({ film: film(row), share })),
    };
  }

  #similar(item: number): number[] {
    const recommender = this.#workspace.modelIfAny?.recommender;
    if (!recommender) return [];
    const own = recommender.vector(item);
    const cosines = this.#workspace.data.catalogue.items.map((_, row) =>
      row === item ? Number.NEGATIVE_INFINITY : cosine(own, recommender.vector(row)),
    );
    return [...cosines.keys()].sort((a, b) => cosines[b] - cosines[a]).slice(0, SHOWN);
  }
}

function ratingsOf({ catalogue }: LoadedData, item: number): number[] {
  const { items, ratings } = catalogue.ratings;
  const own: number[] = [];
  for (let i = 0; i < items.length; i++) if (items[i] === item) own.push(ratings[i]);
  return own;
}

/** By how many more of its fans like it than of everybody, in standard errors: what is merely popular comes last. */
function alsoLiked({ catalogue }: LoadedData, item: number): { row: number; share: number }[] {
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
  const surplus = (row: number) => {
    const everybody = likes[row] / userIds.length;
    return (common[row] - fans * everybody) / Math.sqrt(fans * everybody * (1 - everybody) || 1);
  };
  return [...itemIds.keys()]
    .filter((row) => row !== item && common[row] >= FEWEST_IN_COMMON)
    .map((row) => ({ row, share: common[row] / fans, surplus: surplus(row) }))
    .sort((a, b) => b.surplus - a.surplus)
    .slice(0, SHOWN);
}
