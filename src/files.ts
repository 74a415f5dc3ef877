/** Readers of MovieLens' files and of any other table of ratings: `matinee/files`. */
export type { Assumption } from "./dataset/Assumption.ts";
export type { Catalogue, CatalogueItem, Nouns } from "./dataset/Catalogue.ts";
export type { Role } from "./dataset/columns/TableForm.ts";
export type { Choices } from "./dataset/columns/understand.ts";
export type { ItemTags } from "./dataset/ItemTags.ts";
export {
  toGenreFeatures,
  toInteractions,
  toItemFeatures,
  toItemTags,
  toMapping,
  toUserFeatures,
} from "./dataset/matrices.ts";
export type { RatingsTable, Timestamps } from "./dataset/RatingsTable.ts";
export { type CatalogueOptions, readCatalogue } from "./dataset/reading/readCatalogue.ts";
export type { DataFile } from "./files/ByteSource.ts";
export type { ReadProgress } from "./files/readTable.ts";
export type { Skipped, SkippedRow } from "./files/SkippedRows.ts";
