/** What a column of a table is for. */
export type ColumnRole =
  | "user"
  | "item"
  | "rating"
  | "timestamp"
  | "title"
  | "year"
  | "labels"
  | "feature"
  | "flag"
  | "age"
  | "unused";

/** A table of the opened files, and what it is taken for. */
export interface UnderstoodTable {
  file: string;
  kind: "ratings" | "items" | "users";
  /** "commas", "tabs" and so on: what stands between two fields. */
  delimiter: string;
  encoding: "UTF-8" | "Latin-1";
  hasHeader: boolean;
  columns: { name: string; role: ColumnRole }[];
  /** The first few, without the header; long values are cut. */
  rows: string[][];
}

export interface UnderstoodData {
  tables: UnderstoodTable[];
  nouns: { one: string; many: string };
  /** The share of the users that this tab has room for; 1 where it is all of them. */
  fittingShare: number;
  /** Files that are not read, and why, where that is not plain. */
  unused: { file: string; reason: string | null }[];
}

/** What the person knows better. */
export interface ReadingChoices {
  tables?: { file: string; roles: ColumnRole[]; hasHeader: boolean }[];
  likedFrom?: number;
  /** The share of the users, chosen at random, whose ratings are read. */
  userShare?: number;
  nouns?: { one: string; many: string };
}

export interface UnderstandingTrainer {
  /** What files of a data set are taken for, by their beginnings. Rejects where none of them is a table. */
  understand(files: File[], choices: ReadingChoices): Promise<UnderstoodData>;
}
