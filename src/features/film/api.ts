import type { Film } from "../../core/api/Film.ts";

/** What the data knows of one film. */
export interface FilmDetails {
  film: Film;
  /** One entry for each rating value that occurs in the data, ascending. */
  histogram: { rating: number; count: number }[];
  ratings: number;
  /** Null if nobody rated it, and in a published model, which has no single ratings. */
  mean: number | null;
  /** One entry for each year from the first rating to the last; empty if the data has no times. */
  years: RatingsOfYear[];
  /** Nearest in the model, nearest first; empty before there is one. */
  similar: SimilarFilm[];
  /** What those who liked it like more often than others do, the surest first. */
  alsoLiked: AlsoLiked[];
}

export interface AlsoLiked {
  film: Film;
  /** The share of those who liked this film. */
  share: number;
}

export interface RatingsOfYear {
  year: number;
  count: number;
  /** Null in a year without ratings. */
  mean: number | null;
}

export interface SimilarFilm {
  film: Film;
  /** How many of the 20 nearest films the two have in common. */
  sharedNeighbours: number;
  /** The share of those who liked this film who liked the other too; null if nobody in the data liked it. */
  share: number | null;
}
