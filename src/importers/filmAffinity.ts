import type { Importer } from "./Importer.ts";

/** As the exporters of FilmAffinity and SensCritique write it for Letterboxd, whose import form it is. */
export const filmAffinity: Importer = {
  name: "FilmAffinity",
  files:
    "the CSV of its exporters, and any other in Letterboxd's import form (`Title, Year, Rating10`, or `Rating` in stars); films without either that have a `WatchedDate` count as “Seen it”",
  of: "films",
  signature: ["title", "year", "rating10"],
  title: ["title"],
  year: ["year"],
  rating: ["rating10"],
  otherRating: { rating: ["rating"], pointsPerStar: 1 },
  imdb: ["imdbid"],
  tmdb: ["tmdbid"],
  date: ["watcheddate"],
  wasWatched: (field) => field(["watcheddate"]) !== "",
  pointsPerStar: 2,
  remedy: "Open the file of your ratings.",
};
