import type { Role, TableKind } from "../../dataset/TableForm.ts";
import type { Encoding } from "../../files/encodings.ts";

export type { Role };

/** A table of the opened files, and what it is taken for. */
export interface UnderstoodTable {
  file: string;
  kind: TableKind;
  /** "comma-separated", "JSON lines" and so on. */
  delimiter: string;
  encoding: Encoding;
  hasHeader: boolean;
  columns: { name: string; role: Role }[];
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
  tables?: { file: string; roles: Role[]; hasHeader: boolean }[];
  likedFrom?: number;
  /** The share of the users, chosen at random, whose ratings are read. */
  userShare?: number;
  nouns?: { one: string; many: string };
}

export interface UnderstandingTrainer {
  /** What files of a data set are taken for, by their beginnings. Rejects where none of them is a table. */
  understand(files: File[], choices: ReadingChoices): Promise<UnderstoodData>;
}
