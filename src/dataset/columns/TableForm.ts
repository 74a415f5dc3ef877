export type TableKind =
  | "ratings"
  | "items"
  | "users"
  /** What other services call the items. */
  | "links"
  /** One tag of an item a row. */
  | "tags";

/** What a column is for. */
export type Role =
  | "user"
  | "item"
  | "rating"
  | "timestamp"
  | "title"
  | "year"
  /** Labels with a bar between them, as MovieLens writes genres. */
  | "labels"
  /** One value, which becomes the label "column value". */
  | "feature"
  /** 1 where the item has the label that the column is named after. */
  | "flag"
  /** Years, which become a band of ages. */
  | "age"
  /** Tags, directors, keywords and the like: they place items that nobody likes yet, and models do not learn from them. */
  | "tags"
  /** How well a tag fits its item, 0 to 1. */
  | "relevance"
  /** IMDb's and TMDb's numbers of a film. */
  | "imdb"
  | "tmdb"
  | "unused";

export interface Column {
  /** As the header has it, else "column 3". */
  name: string;
  role: Role;
  /** What the values of a feature stand for, where the file has codes. */
  meanings?: ReadonlyMap<string, string>;
  /** Whether spaces stand between its labels, as in RecBole's files. */
  isSpaced?: boolean;
  /** Whether slashes do, as no other sign stands between any of them. */
  isSlashed?: boolean;
  /** Whether all that follows in the row is part of it: a title with commas that no quotes protect. */
  isRest?: boolean;
}

/** How a table is to be read. */
export interface TableForm {
  kind: TableKind;
  hasHeader: boolean;
  columns: readonly Column[];
  /** What the column of ratings holds in place of ratings. */
  ratings?: "events" | "counts";
}

/** The place of the first column of a role; -1 where there is none. */
export function placeOf(columns: readonly Column[], role: Role): number {
  return columns.findIndex((column) => column.role === role);
}

/** The place that has a role; undefined where none has. */
export function placeIn(roles: ReadonlyMap<number, Role>, role: Role): number | undefined {
  return [...roles].find(([, one]) => one === role)?.[0];
}
