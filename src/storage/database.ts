import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Catalogue } from "../dataset/Catalogue.ts";
import type { KeptWork } from "../features/saved/api.ts";
import type { KeptModels } from "./KeptModels.ts";

export const DATABASE = "matinee";
/** 1 held ratings alone. */
const LAYOUT = 2;

/** A rating as it lies in the browser's database, one record for each film. */
export interface KeptRating {
  /** The data's name and the film's id in it make the key. */
  dataset: string;
  filmId: string;
  stars: number;
  /** When the film was first rated, in milliseconds; the order of the list. */
  ratedAt: number;
}

export interface Layout extends DBSchema {
  ratings: { key: [dataset: string, filmId: string]; value: KeptRating };
  /** The three below by the data's name: what stands in a list, and what is large. */
  works: { key: string; value: KeptWork };
  catalogues: { key: string; value: Catalogue };
  models: { key: string; value: KeptModels };
}

export type Database = IDBPDatabase<Layout>;

export interface DatabaseEvents {
  /** An older Matinee in another tab does not let go of its layout: nothing opens until it does. */
  blocked: () => void;
  /** The database was closed here for a newer layout, or because another tab deletes it. */
  closed: (why: "newer" | "deleted" | "broken") => void;
}

/** Opens the database; an older layout becomes the present one with everything that it held. */
export async function openDatabase({ blocked, closed }: DatabaseEvents): Promise<Database> {
  const database = await openDB<Layout>(DATABASE, LAYOUT, {
    upgrade: (opened, _older, _newer, transaction) => {
      if (!opened.objectStoreNames.contains("ratings")) {
        opened.createObjectStore("ratings", { keyPath: ["dataset", "filmId"] });
      }
      if (!opened.objectStoreNames.contains("works")) opened.createObjectStore("works", { keyPath: "name" });
      for (const name of ["catalogues", "models"] as const) {
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
  return database;
}
