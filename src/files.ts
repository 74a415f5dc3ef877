/** Readers of MovieLens' files and of any other table of ratings: `matinee/files`. */
export type { Catalogue, CatalogueItem } from "./dataset/Catalogue.ts";
export {
  toGenreFeatures,
  toInteractions,
  toItemFeatures,
  toMapping,
  toUserFeatures,
} from "./dataset/matrices.ts";
export type { RatingsTable } from "./dataset/RatingsTable.ts";
export { type CatalogueOptions, readCatalogue } from "./dataset/readCatalogue.ts";
export type { DataFile } from "./files/ByteSource.ts";
export type { ReadProgress } from "./files/readTable.ts";
