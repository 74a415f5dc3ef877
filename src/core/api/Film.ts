/** An item as the page shows it. */
export interface Film {
  /** The id in the data file. Text, never markup. */
  id: string;
  /** "The Matrix": a leading article is back in front, and the year is gone. */
  title: string;
  year: number | null;
  genres: string[];
  /** The item's representation without its bias, `noComponents` long; empty before a model has finished training. */
  vector: Float32Array;
  /** Its place on the colour circle, from 0 to 1, near those of items the model finds alike; null before a model has finished. */
  hue: number | null;
}

/** What a search found. */
export interface FoundFilms {
  films: Film[];
  /** False if no title has what was asked for, and these are only like it. */
  isExact: boolean;
}

export interface RatedFilm extends Film {
  /** The rating in the data file. */
  rating: number;
}

/** What a person says of a film beside stars. */
export type Answer = "seen" | "notForMe" | "watchlist";

export interface OwnAnswer {
  filmId: string;
  answer: Answer;
}

/** One of the person's own ratings. */
export interface OwnRating {
  filmId: string;
  /** 0.5 to 5 in half steps. */
  stars: number;
}

/** A person's own rating counts as a like from this many stars on, and as a dislike below. */
export const LIKED_FROM = 3;

/** All that a person says of films. */
export interface Taste {
  ratings: OwnRating[];
  answers: OwnAnswer[];
}
