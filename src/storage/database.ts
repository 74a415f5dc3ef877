import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Catalogue } from "../dataset/Catalogue.ts";
import type { RatingsTable } from "../dataset/RatingsTable.ts";
import type { EpochEnd } from "../model/fitting.ts";

export const DATABASE = "matinee";
/** 1 held ratings alone, 2 no answers, 3 no counters, 4 no checkpoints, 5 no second person. */
export const LAYOUT = 6;

/** The counter of writes to ratings and answers: its value is the number of the last one. */
export const RATING_WRITES = "ratings";

/** One of the person's ratings. */
interface StoredRating {
  /** The data's name and the film's id in it are the key. */
  dataset: string;
  filmId: string;
  stars: number;
  /** Milliseconds since 1970 of the first rating. */
  ratedAt: number;
  /** Its place in the list, the largest first, whatever the clock said; missing up to layout 3. */
  place?: number;
}

/** What else the person said of a film. */
interface StoredAnswer {
  /** The data's name and the film's id in it are the key. */
  dataset: string;
  filmId: string;
  answer: "seen" | "notForMe" | "watchlist";
  /** Milliseconds since 1970. */
  ratedAt: number;
  /** As for ratings. */
  place?: number;
}

/** A second person's rating, for a list for two. */
interface StoredCompanionRating {
  filmId: string;
  stars: number;
}

/** A model and its validation model, each as the bytes of an `.npz`. */
export interface StoredModels {
  model: Uint8Array;
  /** The validation model, by its name in the first layout; null for an imported model. */
  twin: Uint8Array | null;
  /** The model's last epoch if it was stopped before the validation model caught up. */
  unexamined: EpochEnd | null;
  /** Their bytes: they lie beside the record in pieces, and are empty here. Missing where they lie in it. */
  sizes?: { model: number; twin: number };
}

/** A training under way, as it was after a whole epoch. */
export interface StoredCheckpoint<Course = unknown> {
  models: StoredModels;
  /** How the model was trained up to there. */
  course: Course;
  /** The model's epochs before this run. */
  epochsBefore: number;
  /** The fingerprint of the interactions it learns from: training must not continue on others. */
  fingerprint: number;
  /** How often it was resumed without getting to another checkpoint. */
  resumed: number;
}

/** What lists show of a data set and its model. */
export interface StoredWork<Course = unknown> {
  name: string;
  source: "embedded" | "file";
  ratings: number;
  /** How the model was trained; null if there is none. */
  course: Course | null;
  /** Milliseconds since 1970: when it was last written, and when it was last in use. */
  keptAt: number;
  usedAt: number;
  /** The largest of all is in use, whatever the clock said; missing up to layout 3. */
  use?: number;
  dataBytes: number;
  modelBytes: number;
}

/** A catalogue; one with many ratings holds none of them itself, but says how many there are. */
export interface StoredCatalogue extends Catalogue {
  rows?: number;
  /** Part of the keys of its pieces, where they have three parts. */
  write?: string;
}

/** The data's name, which write it belongs to (missing in older ones), and the first rating in it. */
export type PieceKey = [name: string, from: number] | [name: string, write: string, from: number];

/** Some of a catalogue's ratings, one after the other. */
export type RatingsPiece = Pick<RatingsTable, "users" | "items" | "ratings" | "timestamps">;

/** The data's name, which of its models a piece is of, and the first byte in it. */
export type ModelPieceKey = [name: string, part: "model" | "twin", from: number];

export interface Layout extends DBSchema {
  ratings: { key: [dataset: string, filmId: string]; value: StoredRating };
  answers: { key: [dataset: string, filmId: string]; value: StoredAnswer };
  counters: { key: string; value: number };
  /** Those below by the data's name: what lists show, and what is large. */
  works: { key: string; value: StoredWork };
  catalogues: { key: string | PieceKey; value: StoredCatalogue | RatingsPiece };
  models: { key: string | ModelPieceKey; value: StoredModels | Uint8Array };
  checkpoints: { key: string | ModelPieceKey; value: StoredCheckpoint | Uint8Array };
  /** The latest first. */
  companions: { key: string; value: StoredCompanionRating[] };
}

export type Database = IDBPDatabase<Layout>;

export interface DatabaseEvents {
  /** An older Matinee in another tab holds on to its layout: nothing opens until it lets go. */
  blocked: () => void;
  /** The database was closed here: for a newer layout, because another tab deletes it, or by the browser. */
  closed: (why: "newer" | "deleted" | "broken") => void;
}

/** Opens the database; an older layout is upgraded with everything in it. */
export function openDatabase({ blocked, closed }: DatabaseEvents): Promise<Database> {
  return openDB<Layout>(DATABASE, LAYOUT, {
    upgrade: (opened, _older, _newer, transaction) => {
      for (const name of ["ratings", "answers"] as const) {
        if (!transaction.objectStoreNames.contains(name)) {
          opened.createObjectStore(name, { keyPath: ["dataset", "filmId"] });
        }
      }
      if (!opened.objectStoreNames.contains("works")) opened.createObjectStore("works", { keyPath: "name" });
      for (const name of ["catalogues", "models", "counters", "checkpoints", "companions"] as const) {
        if (!transaction.objectStoreNames.contains(name)) opened.createObjectStore(name);
      }
    },
    blocked,
    blocking: (_current, newer, event) => {
      (event.target as IDBDatabase).close();
      closed(newer === null ? "deleted" : "newer");
    },
    terminated: () => closed("broken"),
  });
}
