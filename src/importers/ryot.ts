import type { Importer } from "./Importer.ts";
import { saysWatched } from "./ownColumns.ts";

/** Ryot's export of everything: films, shows, books and games, with a number of whichever service has them. */
export const ryot: Importer = {
  name: "Ryot",
  files: "the JSON of Settings, Imports and Exports; films seen but not rated count as “Seen it”",
  of: "films",
  signature: ["lot", "source", "identifier", "sourceid"],
  format: "JSON",
  title: ["sourceid"],
  rating: ["rating"],
  isOfAnyScale: true,
  date: ["endedon"],
  tmdb: ["identifier"],
  numberedBy: ["source"],
  kindOf: (field) => {
    const lot = field(["lot"]).toLowerCase();
    return lot === "movie" ? "film" : lot === "show" ? "series" : "other";
  },
  // Without a share, it was seen to its end.
  wasWatched: (field) => saysWatched(field(["endedon"])) || Number(field(["progress"]) || 0) === 100,
  remedy: "Rate some films in Ryot and export again.",
};
