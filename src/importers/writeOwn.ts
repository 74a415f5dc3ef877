import { toCsv } from "../files/toCsv.ts";
import { ANSWER_COLUMN, MATINEE_COLUMNS, type WrittenAnswer } from "./matineeColumns.ts";

interface WrittenFilm {
  id: string;
  title: string;
  year: number | null;
}

export interface WrittenRating {
  film: WrittenFilm;
  stars: number;
  /** Milliseconds since 1970. */
  ratedAt: number;
}

export interface AnsweredWrittenFilm {
  film: WrittenFilm;
  answer: WrittenAnswer;
  /** Milliseconds since 1970. */
  ratedAt: number;
}

/** Spreadsheets take a file for UTF-8 where it begins with this. */
const BYTE_ORDER_MARK = "\ufeff";
/** Nobody in MovieLens has this number. */
const OWN_USER = 0;

/** One person's ratings, in the columns that Matinee reads back. */
export function matineeRatings(ratings: WrittenRating[], answers: AnsweredWrittenFilm[] = []): string {
  const rows = ratings.map(({ film, stars, ratedAt }) => [
    ...[film.id, film.title, film.year, stars],
    new Date(ratedAt).toISOString(),
  ]);
  if (answers.length === 0) return BYTE_ORDER_MARK + toCsv(MATINEE_COLUMNS, rows);
  const answered = answers.map(({ film, answer, ratedAt }) => [
    ...[film.id, film.title, film.year, ""],
    ...[new Date(ratedAt).toISOString(), answer],
  ]);
  return (
    BYTE_ORDER_MARK +
    toCsv([...MATINEE_COLUMNS, ANSWER_COLUMN], [...rows.map((row) => [...row, ""]), ...answered])
  );
}

/** The same in MovieLens' columns, to stand beside its ratings: of a user 0, who is not there. */
export function movieLensRatings(ratings: WrittenRating[]): string {
  return toCsv(
    ["userId", "movieId", "rating", "timestamp"],
    ratings.map(({ film, stars, ratedAt }) => [OWN_USER, film.id, stars, Math.floor(ratedAt / 1000)]),
  );
}

/** Recommendations, best first. */
export function recommendationList(
  films: (WrittenFilm & { genres: readonly string[]; becauseOf: readonly string[] })[],
): string {
  const rows = films.map(({ id, title, year, genres, becauseOf }, i) => [
    ...[i + 1, id, title, year],
    ...[genres.join("|"), becauseOf.join("; ")],
  ]);
  return BYTE_ORDER_MARK + toCsv(["rank", "film_id", "title", "year", "genres", "because_of"], rows);
}
