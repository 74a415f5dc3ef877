import { deleteDB } from "idb";
import { complete } from "./complete.ts";
import { DATABASE, type Database, openDatabase, RATING_WRITES } from "./database.ts";
import { openChannel } from "./openChannel.ts";

const CHANNEL = "matinee-deletion";

/** Hears of it when another tab deletes everything. @returns stops listening */
export function onDeletion(listener: () => void): () => void {
  const channel = openChannel(CHANNEL);
  channel?.addEventListener("message", listener);
  return () => channel?.close();
}

/** Has all other tabs let go of the database and write nothing more. */
export function announceDeletion(): void {
  const channel = openChannel(CHANNEL);
  channel?.postMessage(null);
  channel?.close();
}

/**
 * Empties the database. Deleting it would not do: while another page holds a connection, the deletion stays pending,
 * and nothing could be opened until that page is gone.
 *
 * @returns false if the browser refuses, or another page still uses it after `patience` milliseconds
 */
export function emptyDatabase(patience: number): Promise<boolean> {
  const late = new AbortController();
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      late.abort();
      resolve(false);
    }, patience);
    emptied(late.signal)
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(timer));
  });
}

async function emptied(late: AbortSignal): Promise<void> {
  try {
    const database = await openDatabase({ blocked: () => {}, closed: () => {} });
    try {
      await clearStores(database, late);
    } finally {
      database.close();
    }
  } catch {
    // Damaged, or of a newer version.
    if (!late.aborted) await deleteDB(DATABASE);
  }
}

async function clearStores(database: Database, late: AbortSignal): Promise<void> {
  late.throwIfAborted();
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores, "readwrite", { durability: "strict" });
  late.addEventListener("abort", () => transaction.abort());
  await complete(transaction, async () => {
    const counters = transaction.objectStore("counters");
    // Other tabs must see that it has moved on.
    const writes = (await counters.get(RATING_WRITES)) ?? 0;
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
    await counters.put(writes + 1, RATING_WRITES);
  });
}
