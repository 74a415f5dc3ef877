/** The embedded MovieLens files, for the examples that need more than a few lines of data. */
import { readFileSync } from "node:fs";
import { type Catalogue, readCatalogue } from "matinee/files";

const FOLDER = new URL("../public/data/ml-latest-small/", import.meta.url);

export function readMovieLens(): Promise<Catalogue> {
  return readCatalogue(
    ["ratings.csv", "movies.csv"].map((name) => new File([readFileSync(new URL(name, FOLDER))], name)),
  );
}
