import type { RatingsTable } from "./RatingsTable.ts";
import type { Skipped } from "./SkippedRows.ts";

export interface CatalogueItem {
  /** As it stands in the file. Text, never markup. */
  id: string;
  /** The id, where the data has no title for it. */
  title: string;
  alternativeTitles: readonly string[];
  year: number | null;
  genres: readonly string[];
}

/** A data set as it was read: ratings, and what is known of the items that they rate. */
export interface Catalogue {
  /** The same data has the same name on every visit. */
  name: string;
  ratings: RatingsTable;
  /** In the order of `ratings.itemIds`. */
  items: CatalogueItem[];
  /** Whether titles were found, or ids have to stand in. */
  hasTitles: boolean;
  skipped: Skipped;
}
