import type { Importer } from "./Importer.ts";

export const letterboxd: Importer = {
  name: "Letterboxd",
  files:
    "the zip of Settings, Data, Export: ratings, films liked (4 stars), films watched (“Seen it”) and the watchlist; `ratings.csv`, `diary.csv` or `watchlist.csv` alone",
  of: "films",
  signature: ["name", "letterboxduri"],
  title: ["name"],
  year: ["year"],
  rating: ["rating"],
  date: ["watcheddate", "date"],
  remedy: "Open ratings.csv of the same export, or the whole zip.",
};

/** A list has no ratings, and may be of the worst films as well as of the best. */
export const letterboxdList: Importer = {
  name: "Letterboxd",
  files: "a list (refused, as it doesn't say how its films were liked)",
  of: "films",
  signature: ["position", "name", "year", "url", "description"],
  title: ["name"],
  year: ["year"],
  remedy: "It doesn't say how its films were liked. Open ratings.csv of your export, or the whole zip.",
};
