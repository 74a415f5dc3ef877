import type { Importer, RowKind } from "./Importer.ts";
import { kindNamed } from "./kinds.ts";
import { STARS_FOR_WATCHED } from "./stars.ts";

const REMEDY = "Open ratings-movies.json as it is in Trakt's export.";

/** As Trakt's VIP export and its apps write it. */
export const traktCsv: Importer = {
  name: "Trakt",
  files: "`ratings.csv`",
  of: "films",
  signature: ["ratedat", "type", "title", "traktrating|traktid", "rating"],
  title: ["title"],
  year: ["year"],
  rating: ["rating"],
  imdb: ["imdbid"],
  tmdb: ["tmdbid"],
  date: ["ratedat"],
  pointsPerStar: 2,
  kindOf: (field) => kindNamed(field(["type"])),
  remedy: REMEDY,
};

export const traktJson: Importer = {
  name: "Trakt",
  files:
    "`ratings-movies.json`; `watched-movies.json` and the history count as watched (3 stars), `watchlist.json` as your watchlist",
  of: "films",
  format: "JSON",
  signature: [
    "movietitle|showtitle|seasonnumber|episodetitle",
    "rating|ratedat|watchedat|lastwatchedat|listedat|plays",
  ],
  title: ["movietitle"],
  year: ["movieyear"],
  rating: ["rating"],
  imdb: ["movieidsimdb"],
  tmdb: ["movieidstmdb"],
  date: ["ratedat", "watchedat", "lastwatchedat", "listedat"],
  pointsPerStar: 2,
  watchedAs: STARS_FOR_WATCHED,
  kindOf: (field): RowKind => {
    if (field(["movietitle"]) !== "") return "film";
    return field(["showtitle"]) !== "" || field(["episodetitle"]) !== "" ? "other" : "film";
  },
  remedy: REMEDY,
};
