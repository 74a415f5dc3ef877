import type { Film } from "../../core/api/Film.ts";

export interface RecommendedFilm extends Film {
  /** Titles of up to two liked films that lie nearest to this one. */
  becauseOf: string[];
}
