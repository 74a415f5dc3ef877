import type { Skipped } from "../files/SkippedRows.ts";
import type { Assumption } from "./Assumption.ts";
import type { FilmIds } from "./filmIds.ts";
import type { ItemTags } from "./ItemTags.ts";
import type { RatingsTable } from "./RatingsTable.ts";

/** What is known of an item. */
export interface CatalogueItem extends FilmIds {
  /** As it stands in the file. Text, never markup. */
  id: string;
  /** The id, where the data has no title for it. */
  title: string;
  alternativeTitles: readonly string[];
  year: number | null;
  /** What else is known of it, as labels: the genres of films, features of other things. */
  genres: readonly string[];
}

/** What the items are called: "film" and "films", or "item" and "items" where nothing says that they are films. */
export interface Nouns {
  one: string;
  many: string;
}

/** A data set as it was read: ratings, and what is known of the items that they rate and of the users. */
export interface Catalogue {
  /** The same data has the same name on every visit. */
  name: string;
  ratings: RatingsTable;
  /** Ratings from this value on are likes. */
  likedFrom: number;
  /** In the order of `ratings.itemIds`. */
  items: CatalogueItem[];
  /** Left out where nothing else is known of the items, and in catalogues that older versions saved. */
  tags?: ItemTags;
  /** Labels such as "gender F", in the order of `ratings.userIds`; null where nothing is known of any user. */
  userFeatures: readonly (readonly string[])[] | null;
  nouns: Nouns;
  /** Whether titles were found, or ids have to stand in. */
  hasTitles: boolean;
  skipped: Skipped;
  /** Ratings that the same user gave the same item again later, and that therefore do not count. */
  repeated: number;
  /** Rows without a rating, which were left out. */
  unrated?: number;
  /** What was taken for granted in reading it. */
  assumptions?: readonly Assumption[];
}
