import type { Importer } from "./Importer.ts";

export const movielensOrg: Importer = {
  name: "MovieLens",
  files: "`movielens-ratings.csv` of movielens.org; its film ids match exactly",
  of: "films",
  signature: ["movieid", "title", "rating", "imdbid|tmdbid|averagerating"],
  title: ["title"],
  rating: ["rating"],
  id: ["movieid"],
  imdb: ["imdbid"],
  tmdb: ["tmdbid"],
  remedy: "Open the file of your ratings from MovieLens.",
};
