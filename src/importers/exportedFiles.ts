import { DataFileError } from "../errors.ts";
import type { ByteSource } from "../files/ByteSource.ts";

/** What lies in folders of these names was taken back, or belongs to nothing any more. */
const NO_LONGER_MEANT = /(^|\/)(deleted|orphaned)\//;
const LETTERBOXD = ["ratings.csv", "watched.csv", "diary.csv", "watchlist.csv"];

/**
 * What counts in the zip that a service gives out, such as ratings, likes, films watched and to watch of Letterboxd's; its
 * profile is never looked into. Null if it is no such zip.
 * @throws DataFileError if there is nothing in it that counts.
 */
export function exportedFiles(sources: readonly ByteSource[]): ByteSource[] | null {
  if (sources.length < 2) return null;
  const meant = sources.filter((source) => !NO_LONGER_MEANT.test(pathOf(source)));
  const named = (...names: string[]) => meant.filter(({ name }) => names.includes(name));
  const letterboxd = LETTERBOXD.filter((name) => named(name).length > 0);
  const liked = meant.filter((source) => /(^|\/)likes\/films\.csv$/.test(pathOf(source)));
  const parts = letterboxd.length + liked.length;
  const isWhole = named("profile.csv").length > 0 || meant.length < sources.length;
  if (isWhole ? parts > 0 : parts > 1) {
    const rated = named("ratings.csv").length > 0 ? named("ratings.csv") : named("diary.csv");
    const all = [...rated, ...liked, ...named("watched.csv")].filter(({ size }) => size > 0);
    if (all.length > 0) return [...all, ...named("watchlist.csv")];
    throw new DataFileError("This Letterboxd export has no ratings.csv. Rate some films here instead.");
  }
  const trakt = named("ratings-movies.json");
  if (trakt.length > 0) return trakt;
  const netflix = named("ViewingActivity.csv");
  return netflix.length > 0 && sources.length > 1
    ? [...netflix, ...named("Ratings.csv").filter((source) => /CONTENT_INTERACTION/.test(pathOf(source)))]
    : null;
}

/** An entry of a zip has a path, a file has its name. */
export function pathOf(source: ByteSource): string {
  return "path" in source && typeof source.path === "string" ? source.path : source.name;
}
