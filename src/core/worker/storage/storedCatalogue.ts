import type { IDBPObjectStore } from "idb";
import type { Catalogue } from "../../../dataset/Catalogue.ts";
import { StorageError } from "../../../errors.ts";
import type { Layout, RatingsPiece, StoredCatalogue } from "../../../storage/database.ts";

type Store<Mode extends IDBTransactionMode> = IDBPObjectStore<
  Layout,
  ("catalogues" | "works" | "models" | "checkpoints")[],
  "catalogues",
  Mode
>;

/**
 * Ratings of one record. A browser holds a record whole, more than once, while it writes it: 32 million ratings took
 * half a gigabyte each time, and Chromium closed the database (docs/big-files.md).
 */
const ROWS = 2 ** 18;

/** The keys of a catalogue's ratings. */
const piecesOf = (name: string) => IDBKeyRange.bound([name], [name, []]);

/** Writes a catalogue in place of the one before, many ratings piece by piece. */
export async function putCatalogue(
  store: Store<"readwrite">,
  name: string,
  catalogue: Catalogue,
): Promise<void> {
  const { ratings } = catalogue;
  const { length } = ratings.users;
  await store.delete(piecesOf(name));
  if (length <= ROWS) {
    await store.put(catalogue, name);
    return;
  }
  const between = (from: number, to: number): RatingsPiece => ({
    // Of a view, the browser would write all that it is a view of.
    users: ratings.users.slice(from, to),
    items: ratings.items.slice(from, to),
    ratings: ratings.ratings.slice(from, to),
    timestamps: ratings.timestamps?.slice(from, to) ?? null,
  });
  await store.put({ ...catalogue, ratings: { ...ratings, ...between(0, 0) }, rows: length }, name);
  for (let from = 0; from < length; from += ROWS) await store.put(between(from, from + ROWS), [name, from]);
}

/** @throws StorageError if a part of it is gone. */
export async function getCatalogue(
  store: Store<IDBTransactionMode>,
  name: string,
): Promise<Catalogue | undefined> {
  const stored = (await store.get(name)) as StoredCatalogue | undefined;
  if (stored?.rows === undefined) return stored;
  const { rows, ...catalogue } = stored;
  const { timestamps } = catalogue.ratings;
  const whole: RatingsPiece = {
    users: new Int32Array(rows),
    items: new Int32Array(rows),
    ratings: new Float32Array(rows),
    timestamps:
      timestamps && (timestamps instanceof Uint32Array ? new Uint32Array(rows) : new Float64Array(rows)),
  };
  for (let from = 0; from < rows; from += ROWS) {
    const piece = (await store.get([name, from])) as RatingsPiece | undefined;
    if (!piece) throw new StorageError(`${name} is no longer saved. Open the file again.`);
    whole.users.set(piece.users, from);
    whole.items.set(piece.items, from);
    whole.ratings.set(piece.ratings, from);
    if (piece.timestamps) whole.timestamps?.set(piece.timestamps, from);
  }
  return { ...catalogue, ratings: { ...catalogue.ratings, ...whole } };
}

/** Deletes a catalogue, if there is one, and its ratings. */
export async function deleteCatalogue(store: Store<"readwrite">, name: string): Promise<void> {
  await Promise.all([store.delete(name), store.delete(piecesOf(name))]);
}
