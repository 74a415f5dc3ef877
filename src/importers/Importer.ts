import type { OwnFile, OwnSourceName } from "./OwnFilm.ts";

/** What a row of a service's file says, by the names of its columns. */
export type Field = (names: readonly string[] | undefined) => string;

/** What an importer may know of a row beside the columns. */
export type RowKind = "film" | "series" | "other";

/** What all rows of a file say together. */
export interface KnownRows {
  /** How many titles begin with the same words before a colon. */
  beginnings: ReadonlyMap<string, number>;
  /** Minutes in all, by title. */
  minutes: ReadonlyMap<string, number>;
}

/** A service whose exports are read: how they are known, and what their columns hold. Names are as `plainName` makes them. */
export interface Importer {
  name: OwnSourceName;
  /** Its files, and where a person gets them; for the documentation and the screens. */
  files: string;
  of: OwnFile["of"];
  /** Columns that together are in no other table; of names joined by "|", one is enough. */
  signature: readonly string[];
  /** The signature has to be all of the header. */
  isWhole?: boolean;
  /** Only in files of this format: JSON has columns of its own. */
  format?: "JSON" | "XML";
  title: readonly string[];
  otherTitle?: readonly string[];
  year?: readonly string[];
  rating?: readonly string[];
  /** What the rating of each row is out of, where a column says so. */
  outOf?: readonly string[];
  date?: readonly string[];
  /** Columns of several people's ratings, as they are called in the file: only one is the person's own. */
  raters?: readonly string[];
  /** MovieLens' number of the film. */
  id?: readonly string[];
  /** IMDb's and TMDb's numbers of the film. */
  imdb?: readonly string[];
  tmdb?: readonly string[];
  /** Where a column says whose number `tmdb` is, as trackers of many kinds of things write: others' are left out. */
  numberedBy?: readonly string[];
  /** What was said of the film beside stars. */
  answer?: readonly string[];
  /** Whose each row is, where a household shares the file. */
  profile?: readonly string[];
  /** A rating is divided by this to become stars; 1 if left out. */
  pointsPerStar?: number;
  /** Everybody chooses a scale there: the highest rating tells which it is. */
  isOfAnyScale?: boolean;
  /** The stars of a row without a rating, where that was watched; left out, such rows count for nothing. */
  watchedAs?: number;
  /** What a row is; all of them are films if left out. */
  kindOf?: (field: Field, known: KnownRows) => RowKind;
  /** How long a row's film was played. */
  minutesOf?: (field: Field) => number;
  /** Whether a row without a rating says that its film was watched; all do if left out, where `watchedAs` is given. */
  wasWatched?: (field: Field) => boolean;
  /** A second column of ratings, for rows without one in the first. */
  otherRating?: { rating: readonly string[]; pointsPerStar: number };
  titleOf?: (title: string) => string;
  /** The rating where it is not a number by itself, such as a thumb. */
  ratingOf?: (text: string) => number;
  isUnrated?: (rating: string) => boolean;
  /** Where those that were not liked have a mark, beside a column of likes. */
  disliked?: readonly string[];
  /** Whether the ratings are 1, 2 and 3, and nothing says which is the best. */
  isOfThree?: boolean;
  /** The highest rating, where it tells of no usual scale. */
  highest?: number | undefined;
  /** Whether the ratings look like averages, and nothing says whose they are. */
  mayBeAverages?: boolean;
  /** How the ratings were understood, where that is not plain. */
  assumed?: string;
  /** What to open instead, if this has no ratings. */
  remedy: string;
}
