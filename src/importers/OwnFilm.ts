import type { Assumption } from "../dataset/Assumption.ts";
import type { FilmIds } from "../dataset/cells/filmIds.ts";
import type { Sample } from "../files/text/samples.ts";
import type { WrittenAnswer } from "./matineeColumns.ts";

/** One film in a file of one person's ratings. */
export interface OwnFilm extends FilmIds {
  /** As it stands in the file. Text, never markup. */
  title: string;
  /** What else the file calls it, such as its original title. */
  otherTitle: string;
  year: number | null;
  /** MovieLens' or Matinee's own number of the film; null where the file has none. */
  id: string | null;
  /** 0.5 to 5 in half steps; 0 where there is an answer instead. */
  stars: number;
  /** What was said of it beside stars, in Matinee's own export. */
  answer?: WrittenAnswer;
  /** False where the film was watched or liked and not rated: the stars stand for that. */
  isRated: boolean;
  /** In milliseconds since 1970; null where the file does not tell. */
  ratedAt: number | null;
  isSeries: boolean;
}

export type OwnSourceName =
  | "Matinee"
  | "Letterboxd"
  | "IMDb"
  | "MovieLens"
  | "Trakt"
  | "Netflix"
  | "Goodreads"
  | "StoryGraph"
  | "BoardGameGeek"
  | "TMDb"
  | "Simkl"
  | "Criticker"
  | "MyAnimeList"
  | "AniList"
  | "FilmAffinity"
  | "Ryot"
  /** Any other table of titles and ratings. */
  | "your list";

/** What one file of one person's ratings holds. */
export interface OwnFile {
  file: string;
  source: OwnSourceName;
  /** "others" are music, food, drinks, places and the like. */
  of: "films" | "books" | "anime" | "games" | "others";
  films: OwnFilm[];
  /** Rows that bear no rating: a watchlist's, a shelf's. */
  unrated: number;
  /** Episodes, games and the like. */
  notFilms: number;
  /** The highest rating of the scale that its ratings were taken to be on. */
  outOf: number;
  assumptions: Assumption[];
  /** Encodings to choose from, that in which it was read first; empty where there is no doubt. */
  encodings: Sample[];
}
