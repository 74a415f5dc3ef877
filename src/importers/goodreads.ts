import type { Importer } from "./Importer.ts";

export const goodreads: Importer = {
  name: "Goodreads",
  files: "`goodreads_library_export.csv`, on data sets of books",
  of: "books",
  signature: ["title", "author", "myrating"],
  title: ["title"],
  year: ["originalpublicationyear", "yearpublished"],
  rating: ["myrating"],
  date: ["dateread", "dateadded"],
  // "The Hunger Games (The Hunger Games, #1)" is "The Hunger Games".
  titleOf: (title) => title.replace(/\s*\([^()]*#[^()]*\)$/, ""),
  isUnrated: (rating) => Number(rating) === 0,
  remedy: "Open the file of your ratings from Goodreads.",
};
