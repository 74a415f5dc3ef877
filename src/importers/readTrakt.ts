import { DataFileError } from "../errors.ts";
import { excerpt } from "../files/excerpt.ts";
import { SkippedRows } from "../files/SkippedRows.ts";
import type { OwnFile, OwnFilm } from "./OwnFilm.ts";
import { starsOf } from "./stars.ts";

const REMEDY = "Open ratings-movies.json as it lies in Trakt's export.";
const POINTS_PER_STAR = 2;

/**
 * Reads Trakt's `ratings-movies.json`; ratings of shows, seasons and episodes are left out.
 * @throws DataFileError where it is no such file.
 */
export function readTrakt(file: string, text: string): { own: OwnFile; skipped: SkippedRows } {
  const entries = parse(file, text);
  const skipped = new SkippedRows(file);
  const films: OwnFilm[] = [];
  let notFilms = 0;
  for (const [place, entry] of entries.entries()) {
    // Trakt writes all of them in one line.
    const skip = (reason: string) => skipped.add(1, `in entry ${place + 1} ${reason}`);
    const movie = objectIn(entry, "movie");
    if (movie === null) {
      if (isOfShow(entry)) notFilms++;
      else skip("there is no film");
      continue;
    }
    const { title, year } = movie;
    const { rating, rated_at } = entry as Record<string, unknown>;
    const stars = typeof rating === "number" ? starsOf(String(rating), POINTS_PER_STAR) : null;
    if (typeof title !== "string" || title.trim() === "") skip("the title is missing");
    else if (stars === null) {
      skip(`the rating ${excerpt(JSON.stringify(rating) ?? "")} is no number from 1 to 10`);
    } else {
      const at = typeof rated_at === "string" ? Date.parse(rated_at) : Number.NaN;
      films.push({
        title,
        otherTitle: "",
        year: typeof year === "number" && Number.isInteger(year) ? year : null,
        id: null,
        stars,
        isRated: true,
        ratedAt: Number.isNaN(at) ? null : at,
        isSeries: false,
      });
    }
  }
  skipped.check(films.length + notFilms, REMEDY);
  return { own: { file, source: "Trakt", films, unrated: 0, notFilms }, skipped };
}

function parse(file: string, text: string): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new DataFileError(`${file} is no JSON that can be read: it may be cut short. ${REMEDY}`);
  }
  if (Array.isArray(parsed) && parsed.every((entry) => typeof entry === "object" && entry !== null))
    return parsed;
  throw new DataFileError(`${file} is JSON, but no list of Trakt's ratings. ${REMEDY}`);
}

function isOfShow(entry: unknown): boolean {
  return ["show", "season", "episode"].some((kind) => objectIn(entry, kind) !== null);
}

function objectIn(entry: unknown, name: string): Record<string, unknown> | null {
  if (typeof entry !== "object" || entry === null || !Object.hasOwn(entry, name)) return null;
  const value = (entry as Record<string, unknown>)[name];
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}
