import type { Skipped } from "../files/SkippedRows.ts";
import type { Assumption } from "./Assumption.ts";
import type { FilmIds } from "./cells/filmIds.ts";
import type { ItemTags } from "./ItemTags.ts";
import type { RatingsTable } from "./RatingsTable.ts";

/** What is known about an item. */
export interface CatalogueItem extends FilmIds {
  /** As it is in the file. Text, never markup. */
  id: string;
  /** The id if the data has no title for it. */
  title: string;
  alternativeTitles: readonly string[];
  year: number | null;
  /** What else is known about it, as labels: the genres of films, features of other things. */
  genres: readonly string[];
}

/** What the items are called: "film" and "films", or "item" and "items" if nothing shows that they are films. */
export interface Nouns {
  one: string;
  many: string;
}

/** A data set as it was read: ratings, and what is known about the items and the users. */
export interface Catalogue {
  /** The same data has the same name on every visit. */
  name: string;
  ratings: RatingsTable;
  /** Ratings from this value on are likes. */
  likedFrom: number;
  /** In the order of `ratings.itemIds`. */
  items: CatalogueItem[];
  /** Missing if nothing else is known about the items, and in catalogues saved by older versions. */
  tags?: ItemTags;
  /** Labels such as "gender F", in the order of `ratings.userIds`; null if nothing is known about any user. */
  userFeatures: readonly (readonly string[])[] | null;
  nouns: Nouns;
  /** Whether titles were found; if not, ids stand in for them. */
  hasTitles: boolean;
  skipped: Skipped;
  /** Ratings that do not count because the same user rated the same item again later. */
  repeated: number;
  /** Rows without a rating, which were left out. */
  unrated?: number;
  /** Assumptions that were made in reading it. */
  assumptions?: readonly Assumption[];
}
