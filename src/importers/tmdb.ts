import type { Importer } from "./Importer.ts";
import { kindNamed } from "./kinds.ts";

export const tmdb: Importer = {
  name: "TMDb",
  files: "the CSV of your ratings",
  of: "films",
  signature: ["tmdbid", "type", "name", "yourrating"],
  title: ["name"],
  year: ["releasedate"],
  rating: ["yourrating"],
  imdb: ["imdbid"],
  tmdb: ["tmdbid"],
  date: ["daterated"],
  pointsPerStar: 2,
  kindOf: (field) => kindNamed(field(["type"])),
  remedy: "Open the file of your ratings from TMDb.",
};
