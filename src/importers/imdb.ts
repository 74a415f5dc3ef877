import type { Importer } from "./Importer.ts";
import { kindNamed } from "./kinds.ts";

export const imdb: Importer = {
  name: "IMDb",
  files:
    "`ratings.csv` of Your ratings, Export, and lists with ratings; in any language, and in the older format",
  of: "films",
  signature: ["const", "title", "titletype", "yourrating|yourated"],
  title: ["title"],
  otherTitle: ["originaltitle"],
  year: ["year"],
  rating: ["yourrating", "yourated"],
  imdb: ["const"],
  date: ["daterated", "created"],
  pointsPerStar: 2,
  kindOf: (field) => kindNamed(field(["titletype"])),
  remedy: "Open the file of your ratings from IMDb.",
};
