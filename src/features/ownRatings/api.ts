import type { Film, SkippedRow } from "../../core/api.ts";

/** A film as a file of one person's ratings has it. */
export interface WrittenFilm {
  /** As it stands in the file. Text, never markup. */
  title: string;
  year: number | null;
  /** 0.5 to 5 in half steps. */
  stars: number;
  /** False where it was watched and not rated: the stars stand for that. */
  isRated: boolean;
  /** In milliseconds since 1970; null where the file does not tell. */
  ratedAt: number | null;
}

/** What one person's files hold, and which films of the current data that is. Nothing is kept yet. */
export interface OwnRatingsSummary {
  files: { file: string; source: string }[];
  matched: { written: WrittenFilm; film: Film }[];
  /** To be confirmed; the likeliest film first. */
  doubtful: { written: WrittenFilm; candidates: Film[] }[];
  unmatched: WrittenFilm[];
  /** What counts for nothing: without a rating, no film (or a series that the data lacks), rated again later. */
  leftOut: { unrated: number; notFilms: number; repeated: number };
  skipped: { count: number /** The first few. */; examples: SkippedRow[] };
}

export interface OwnRatingsTrainer {
  /**
   * Reads one person's files and looks their films up in the current data; needs data, not a model. Null
   * where the files are something else, such as a data set.
   */
  matchOwnRatings(files: File[]): Promise<OwnRatingsSummary | null>;
}
