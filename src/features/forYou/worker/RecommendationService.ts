import type { OwnRating } from "../../../core/api/Film.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import type { RecommendedFilm } from "../api.ts";

/** Recommends to the person at the screen. */
export class RecommendationService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The top `count` unrated items for these ratings, which are folded in; the model itself does not change. */
  async forRatings(ratings: OwnRating[], count: number): Promise<RecommendedFilm[]> {
    const { data, recommender } = this.#workspace;
    const own = ratings.flatMap(({ filmId, stars }) => {
      const item = data.row(filmId);
      return item === undefined ? [] : [{ item, stars }];
    });
    const chosen = await recommender.recommend(own, count);
    return chosen.map(({ item, becauseOf }) => ({
      ...this.#workspace.film(data, item),
      becauseOf: becauseOf.map((row) => data.catalogue.items[row].title),
    }));
  }
}
