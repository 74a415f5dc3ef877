import { deleteDB } from "idb";
import { StorageError } from "../../../errors.ts";
import { DATABASE } from "../../../storage/database.ts";

/** Milliseconds that others may take to let go of what is to be deleted. */
const PATIENCE = 8000;
const RETRY_EVERY = 100;
const IN_USE = "Couldn’t delete everything because Matinee is open in another tab. Close it and try again.";

/** Deletes the database and every file of this site. @throws StorageError if another tab holds on to them. */
export async function deleteEverything(): Promise<void> {
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new StorageError(IN_USE)), PATIENCE);
  });
  await Promise.race([Promise.all([deleteDB(DATABASE), deleteFiles()]), tooLate]);
}

async function deleteFiles(): Promise<void> {
  let folder: FileSystemDirectoryHandle;
  try {
    folder = await navigator.storage.getDirectory();
  } catch {
    // A browser without such files has none to delete.
    return;
  }
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) await deleteWhenFree(folder, name);
}

/** A worker that has just been terminated may hold a file a moment longer. */
async function deleteWhenFree(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  for (let tries = PATIENCE / RETRY_EVERY; ; tries--) {
    try {
      await folder.removeEntry(name, { recursive: true });
      return;
    } catch (error) {
      if (tries <= 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY));
    }
  }
}
