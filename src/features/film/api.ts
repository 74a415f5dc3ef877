import type { Film } from "../../core/api/Film.ts";

/** What the data knows of one film. */
export interface FilmDetails {
  film: Film;
  /** One entry for each rating value that occurs in the data, ascending. */
  histogram: { rating: number; count: number }[];
  ratings: number;
  /** Null where nobody rated it, and in a published model, which has no single ratings. */
  mean: number | null;
  /** Nearest in the model, nearest first; empty before there is one. */
  similar: Film[];
  /** What those who liked it like more often than others do, the surest first. */
  alsoLiked: { film: Film /** Of those who liked this film. */; share: number }[];
}
