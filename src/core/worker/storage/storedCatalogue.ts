import type { Catalogue } from "../../../dataset/Catalogue.ts";
import type { RatingsTable } from "../../../dataset/RatingsTable.ts";
import { RatingColumn } from "../../../dataset/reading/RatingColumn.ts";
import { StorageError } from "../../../errors.ts";
import { release } from "../../../release.ts";
import type { Database, PieceKey, RatingsPiece, StoredCatalogue } from "../../../storage/database.ts";
import { titleOf } from "../../api/titleOf.ts";
import { piecesOf, type StoreInPieces } from "./pieces.ts";

export type CatalogueStore<Mode extends IDBTransactionMode = "readwrite"> = StoreInPieces<"catalogues", Mode>;

/**
 * Ratings of one record. A browser holds a record whole, more than once, while it writes it: 32 million ratings took
 * half a gigabyte each time, and Chromium closed the database (docs/big-files.md).
 */
const ROWS = 2 ** 18;

/** The keys of one write's pieces; up to the first that had a name, a piece's key was `[name, from]`. */
const piecesOfWrite = (name: string, write: string) => IDBKeyRange.bound([name, write], [name, write, []]);

/**
 * Writes the ratings of a large catalogue piece by piece, each complete in itself: other tabs, and checkpoints, wait for
 * none but the one that is being written. Nothing refers to them until `putCatalogue` does, in a transaction of its own.
 * @returns what to call this write; null if the catalogue is small and holds its ratings itself
 */
export async function putPieces(
  database: Database,
  name: string,
  { ratings }: Catalogue,
): Promise<string | null> {
  const { length } = ratings.users;
  if (length <= ROWS) return null;
  await deleteAbandoned(database);
  // Not `randomUUID`, which only secure addresses have.
  const write = crypto.getRandomValues(new Uint32Array(4)).join("-");
  try {
    for (let from = 0; from < length; from += ROWS) {
      await database.put("catalogues", pieceOf(ratings, from, from + ROWS), [name, write, from]);
    }
  } catch (error) {
    await deletePieces(database, name, write);
    throw error;
  }
  return write;
}

/** Deletes what was written for a catalogue that is not to be saved after all. */
export async function deletePieces(database: Database, name: string, write: string): Promise<void> {
  // Where even that is refused, the next write tries again.
  await database.delete("catalogues", piecesOfWrite(name, write)).catch(() => {});
}

/** Deletes pieces whose catalogue never came to be saved, as the tab was closed before. */
async function deleteAbandoned(database: Database): Promise<void> {
  const keys = await database.getAllKeys("catalogues");
  const names = new Set(keys.flatMap((key) => (typeof key === "string" ? [] : [key[0]])));
  for (const key of keys) if (typeof key === "string") names.delete(key);
  for (const name of names) await database.delete("catalogues", piecesOf(name));
}

/**
 * Writes a catalogue in place of the one before.
 * @param write of its pieces, as `putPieces` gave it
 * @throws StorageError if they were deleted meanwhile
 */
export async function putCatalogue(
  store: CatalogueStore,
  name: string,
  catalogue: Catalogue,
  write: string | null,
): Promise<void> {
  const { ratings } = catalogue;
  if (write === null) {
    await store.delete(piecesOf(name));
    await store.put(catalogue, name);
    return;
  }
  const rows = ratings.users.length;
  if ((await store.count(piecesOfWrite(name, write))) !== Math.ceil(rows / ROWS)) throw gone(name);
  await store.delete(IDBKeyRange.bound([name], [name, write], false, true));
  await store.delete(IDBKeyRange.bound([name, write, []], [name, []]));
  await store.put({ ...catalogue, ratings: { ...ratings, ...pieceOf(ratings, 0, 0) }, rows, write }, name);
}

/** Copied, as of a view the browser would write all that it is a view of. */
function pieceOf(
  { users, items, ratings, timestamps }: RatingsTable,
  from: number,
  to: number,
): RatingsPiece {
  return {
    users: users.slice(from, to),
    items: items.slice(from, to),
    // In 32 bits, whatever they are in memory.
    ratings: new Float32Array(ratings.subarray(from, to)),
    timestamps: timestamps?.slice(from, to) ?? null,
  };
}

/**
 * @param tell is told after each piece how many of all ratings have been read
 * @throws StorageError if a part of it is gone.
 */
export async function getCatalogue(
  store: CatalogueStore<IDBTransactionMode>,
  name: string,
  tell: (read: number, all: number) => void = () => {},
): Promise<Catalogue | undefined> {
  const stored = (await store.get(name)) as StoredCatalogue | undefined;
  if (stored?.rows === undefined) return stored;
  const { rows, write, ...catalogue } = stored;
  const { timestamps } = catalogue.ratings;
  const column = new RatingColumn(rows);
  const whole = {
    users: new Int32Array(rows),
    items: new Int32Array(rows),
    timestamps:
      timestamps && (timestamps instanceof Uint32Array ? new Uint32Array(rows) : new Float64Array(rows)),
  };
  for (let from = 0; from < rows; from += ROWS) {
    const key: PieceKey = write === undefined ? [name, from] : [name, write, from];
    const piece = (await store.get(key)) as RatingsPiece | undefined;
    if (!piece) throw gone(name);
    whole.users.set(piece.users, from);
    whole.items.set(piece.items, from);
    column.set(piece.ratings, from);
    if (piece.timestamps) whole.timestamps?.set(piece.timestamps, from);
    release(piece.users, piece.items, piece.ratings, piece.timestamps);
    tell(Math.min(rows, from + ROWS), rows);
  }
  return { ...catalogue, ratings: { ...catalogue.ratings, ...whole, ratings: column.ratings } };
}

function gone(name: string): StorageError {
  return new StorageError(`${titleOf({ name, source: "file" })} is no longer saved. Open the file again.`);
}
