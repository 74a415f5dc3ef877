import type { Film } from "../../../core/api/Film.ts";
import type { SimilarFilm } from "../api.ts";

/** What two films have in common, as far as the data and the model know it: "In common: Drama. 45% of its fans liked this too. …" */
export function whyAlike(film: Film, { film: other, share, sharedNeighbours }: SimilarFilm): string {
  const genres = other.genres.filter((genre) => film.genres.includes(genre));
  return [
    genres.length > 0 && `In common: ${genres.slice(0, 2).join(", ")}.`,
    share !== null && share > 0 && `${Math.round(share * 100)}% of its fans liked this too.`,
    sharedNeighbours > 0 && `They share ${sharedNeighbours} of their 20 nearest neighbours.`,
  ]
    .filter(Boolean)
    .join(" ");
}
