import type { Importer } from "./Importer.ts";

export const criticker: Importer = {
  name: "Criticker",
  files: "`recentratings.xml` or `rankings.xml`, scores out of 100",
  of: "films",
  format: "XML",
  signature: ["filmname", "rating|score"],
  title: ["filmname"],
  year: ["filmyear", "year"],
  rating: ["rating", "score"],
  date: ["reviewdate", "date"],
  pointsPerStar: 20,
  remedy: "Open the XML of your ratings from Criticker.",
};
