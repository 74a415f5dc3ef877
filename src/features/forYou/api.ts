import type { Answer, Film, Taste } from "../../core/api/Film.ts";
import type { Way } from "../../ranking/together.ts";

export interface RecommendedFilm extends Film {
  /** Titles of up to two of the person's likes without which it would score lowest, the one that counts most first. */
  becauseOf: string[];
}

/** What the best films of a list (`SORTED` of them) stand in order of. */
export type Sorting = "best" | "newest" | "oldest" | "popular" | "title";

/** How the list is steered. */
export interface Steering {
  /** -1 for what few have rated, 0 neutral, 1 for what many have. */
  popularity: number;
  /** 0 neutral, 1 for films as unlike each other as can be. */
  variety: number;
  /** -1 away from what the person likes, 0 neutral, 1 close to it. */
  familiarity: number;
  /** Where not empty, a film needs one of these. */
  genres: string[];
  /** A film has none of these. */
  withoutGenres: string[];
  /** 1990 for the nineties; where not empty, a film is of one of these. */
  decades: number[];
  /** Leaves out what belongs to the series of something that the person rated. */
  withoutSequels: boolean;
  /** Only what the person keeps for later: the best of it for them comes first. */
  onlyWatchlist: boolean;
  sorting: Sorting;
}

/** All that a list follows from. */
export interface Wishes extends Taste {
  steering: Steering;
}

/** How a list for two is made of two lists. */
export type TogetherWay = Way;

/** A film for people who choose together. */
export interface TogetherFilm extends Film {
  /** Its place from 1 on each of their own lists. */
  places: number[];
}

/** How alike two tastes are. */
export interface Comparison {
  /** How many films are among the first `compared` of both lists. */
  inCommon: number;
  compared: number;
  /** Films that both have rated, and those among them whose ratings are a star apart at most. */
  bothRated: number;
  agreed: number;
  /** Genres that stand higher on one list than on the other, the clearest first. */
  moreOfOne: string[];
  moreOfOther: string[];
}

/** What the first films (`FIRST_FILMS`) are like, so that steering can say what it did. */
export interface ListFigures {
  /** Median number of ratings that people gave a film. */
  ratings: number;
  /** Mean cosine of two films; null if there are fewer. */
  likeness: number | null;
  /** Mean cosine of a film and the nearest one that the person likes; null if there is none. */
  nearness: number | null;
  /**
   * How many of the first films stay if one of the likes had not been given, as a mean over the likes, from 0 to 1;
   * null if there is none.
   */
  steadiness: number | null;
  /** Films that would be among the first if no dislike counted. */
  pushedOut: number;
}

export interface RecommendedList {
  films: RecommendedFilm[];
  /** How many there are in all. */
  total: number;
  figures: ListFigures;
}

/** What one of the person's answers does to a film's place. */
export interface Carrier {
  title: string;
  /** Stars, or one of the answers that count without. */
  said: number | Extract<Answer, "seen" | "notForMe">;
  /** How much of the film's score would be gone without it; below 0 if it holds the film back. */
  share: number;
  /** The film's place, from 1, if this answer had not been given. */
  placeWithout: number;
}

export interface Explanation {
  title: string;
  /** From 1, before variety has its say. */
  place: number;
  total: number;
  score: number;
  /** The answers that count most, first. */
  carriers: Carrier[];
  /**
   * Titles of answers of which each has to be gone for the film to leave the first; null if it would be there without
   * any of them, or is not among the first.
   */
  keptBy: string[] | null;
  /** What the film's own features add to the model's score for this person: "Comedy", "1995". */
  features: { name: string; share: number }[];
}

/** What the films of the data can be narrowed by. */
export interface Facets {
  /** The commonest first, 24 at most. */
  genres: string[];
  /** Ascending: 1990 for the nineties. */
  decades: number[];
}
