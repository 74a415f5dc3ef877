import type { Importer } from "./Importer.ts";

export const storyGraph: Importer = {
  name: "StoryGraph",
  files: "the CSV of Manage Account, Export StoryGraph Library, on data sets of books",
  of: "books",
  signature: ["title", "authors", "readstatus", "starrating"],
  title: ["title"],
  rating: ["starrating"],
  date: ["lastdateread", "dateadded"],
  remedy: "Open the file of your books from StoryGraph.",
};
