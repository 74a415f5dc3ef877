import type { DatasetSummary, Nouns } from "../../core/api/DatasetSummary.ts";
import type { TrainingRecord } from "../../core/api/training.ts";
import type { Role, TableKind } from "../../dataset/columns/TableForm.ts";
import type { Choices } from "../../dataset/columns/understand.ts";
import type { Encoding } from "../../files/text/decoding.ts";
import type { Sample } from "../../files/text/samples.ts";

export type { Role };
/** The person's corrections. */
export type ReadingChoices = Choices;

export type DataSource =
  | { kind: "embedded" }
  /** A folder that `matinee publish` wrote, by its whole address. */
  | { kind: "published"; folder: string }
  /** The data set opened last. */
  | { kind: "opened"; choices: ReadingChoices }
  /** Saved on this device under this name, perhaps with a model. */
  | { kind: "saved"; name: string };

/** The data set now in use, and the model saved with it. */
export interface Adopted {
  dataset: DatasetSummary;
  /** Null if there is no model yet. */
  record: TrainingRecord | null;
}

/** A table among the opened files, and what it is read as. */
export interface UnderstoodTable {
  file: string;
  kind: TableKind;
  /** "comma-separated", "JSON lines" and so on. */
  delimiter: string;
  encoding: Encoding;
  /** Those to choose from, that in which it is read first; empty if there is no doubt. */
  encodings: Sample[];
  hasHeader: boolean;
  columns: { name: string; role: Role }[];
  /** The first few, without the header; long values are cut. */
  rows: string[][];
}

export interface UnderstoodData {
  tables: UnderstoodTable[];
  nouns: Nouns;
  /** The share of the users that fits in this tab; 1 if all do. */
  fittingShare: number;
  /** Files that are not read, with the reason where it is not obvious. */
  unused: { file: string; reason: string | null }[];
}
