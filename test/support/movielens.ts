import { File } from "node:buffer";
import { readFileSync } from "node:fs";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import type { DataFile } from "../../src/files/ByteSource.ts";

const FOLDER = new URL("../../public/data/ml-latest-small/", import.meta.url);

/** The embedded files, as the page hands them to the reader. */
export function embeddedFiles(): DataFile[] {
  return ["ratings.csv", "movies.csv"].map(
    (name) => new File([readFileSync(new URL(name, FOLDER))], name) as DataFile,
  );
}

export function readEmbedded(): Promise<Catalogue> {
  return readCatalogue(embeddedFiles(), { name: "ml-latest-small" });
}
