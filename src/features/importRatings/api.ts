import type { SkippedRows } from "../../core/api/DatasetSummary.ts";
import type { Answer, Film } from "../../core/api/Film.ts";
import type { Sample } from "../../files/text/samples.ts";
import type { OwnFile } from "../../importers/OwnFilm.ts";

/** A film as it is listed in a file of one person's ratings. */
export interface ListedFilm {
  /** As written in the file. Text, never markup. */
  title: string;
  year: number | null;
  /** 0.5 to 5 in half steps; 0 if there is an answer instead. */
  stars: number;
  answer?: Answer | undefined;
  /** False if it was watched but not rated: the stars are an assumption. */
  isRated: boolean;
  /** Milliseconds since 1970; null if the file does not say. */
  ratedAt: number | null;
}

/** One person's files, and the films of the current data they match. Nothing is saved yet. */
export interface OwnRatingsSummary {
  files: { file: string; source: string; of: OwnFile["of"]; encodings: Sample[] }[];
  matched: { listed: ListedFilm; film: Film }[];
  /** To be confirmed; the likeliest film first. */
  doubtful: { listed: ListedFilm; candidates: Film[] }[];
  unmatched: ListedFilm[];
  /** Skipped: without a rating, not a film (or a series that the data lacks), or rated again later. */
  leftOut: { unrated: number; notFilms: number; repeated: number };
  /** How the files were understood, where that is not plain, a sentence each. */
  assumptions: string[];
  skipped: SkippedRows;
}
