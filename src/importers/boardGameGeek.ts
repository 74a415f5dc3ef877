import type { Importer } from "./Importer.ts";

export const boardGameGeek: Importer = {
  name: "BoardGameGeek",
  files: "`collection.csv` of Download Board Games, on data sets of games",
  of: "games",
  signature: ["objectname", "objectid", "rating"],
  title: ["objectname"],
  otherTitle: ["originalname"],
  year: ["yearpublished"],
  rating: ["rating"],
  pointsPerStar: 2,
  remedy: "Open the file of your collection from BoardGameGeek.",
};
