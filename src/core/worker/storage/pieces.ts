import type { IDBPObjectStore } from "idb";
import type { Layout } from "../../../storage/database.ts";

/** A store whose large records lie in pieces beside them, under keys that begin with the record's. */
export type StoreInPieces<
  Name extends "catalogues" | "models" | "checkpoints",
  Mode extends IDBTransactionMode = "readwrite",
> = IDBPObjectStore<Layout, ("catalogues" | "works" | "models" | "checkpoints")[], Name, Mode>;

/** The keys of all pieces of a record. */
export const piecesOf = (name: string) => IDBKeyRange.bound([name], [name, []]);

/** Deletes a record, if there is one, and its pieces. */
export async function deleteWithPieces<Name extends "catalogues" | "models" | "checkpoints">(
  store: StoreInPieces<Name>,
  name: string,
): Promise<void> {
  await Promise.all([store.delete(name), store.delete(piecesOf(name))]);
}
