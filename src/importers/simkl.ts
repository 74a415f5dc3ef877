import type { Importer } from "./Importer.ts";
import { kindNamed } from "./kinds.ts";
import { isDone } from "./ownColumns.ts";

const REMEDY = "Open the file of your ratings from Simkl.";

export const simkl: Importer = {
  name: "Simkl",
  files: "the CSV of Simkl's backup; films completed but not rated count as “Seen it”",
  of: "films",
  signature: ["simklid", "title", "type", "rating|userrating"],
  title: ["title"],
  year: ["year"],
  rating: ["userrating", "rating"],
  imdb: ["imdb", "imdbid"],
  tmdb: ["tmdb", "tmdbid"],
  date: ["watcheddate", "lastwatchedat"],
  pointsPerStar: 2,
  wasWatched: (field) => isDone(field(["watchlist"])),
  kindOf: (field) => kindNamed(field(["type"])),
  isUnrated: (rating) => Number(rating) === 0,
  remedy: REMEDY,
};

export const simklJson: Importer = {
  name: "Simkl",
  files: "the JSON of Simkl's backup",
  of: "films",
  format: "JSON",
  signature: ["movietitle", "userrating", "status"],
  title: ["movietitle"],
  year: ["movieyear"],
  rating: ["userrating"],
  imdb: ["movieidsimdb"],
  tmdb: ["movieidstmdb"],
  date: ["userratedat", "lastwatchedat"],
  pointsPerStar: 2,
  wasWatched: (field) => isDone(field(["status"])),
  kindOf: (field) => (field(["movietitle"]) === "" ? "other" : "film"),
  isUnrated: (rating) => Number(rating) === 0,
  remedy: REMEDY,
};
