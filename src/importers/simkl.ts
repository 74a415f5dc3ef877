import type { Importer } from "./Importer.ts";
import { kindNamed } from "./kinds.ts";

export const simkl: Importer = {
  name: "Simkl",
  files: "the CSV of Simkl's backup",
  of: "films",
  signature: ["simklid", "title", "type", "rating|userrating"],
  title: ["title"],
  year: ["year"],
  rating: ["userrating", "rating"],
  date: ["watcheddate", "lastwatchedat"],
  pointsPerStar: 2,
  kindOf: (field) => kindNamed(field(["type"])),
  isUnrated: (rating) => Number(rating) === 0,
  remedy: "Open the file of your ratings from Simkl.",
};
