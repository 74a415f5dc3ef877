import { announceDeletion, emptyDatabase } from "../../../storage/deletion.ts";

/** Milliseconds that others may take to let go of what is to be deleted. */
const PATIENCE = 4000;
const RETRY_EVERY = 100;

/** What could not be deleted. */
export interface Remains {
  /** Ratings, data and models. */
  database: boolean;
  files: string[];
}

/** Empties the database and deletes every file of this site; other tabs let go of them. */
export async function deleteEverything(): Promise<Remains> {
  announceDeletion();
  const [isEmptied, files] = await Promise.all([emptyDatabase(PATIENCE), deleteFiles()]);
  return { database: !isEmptied, files };
}

/** What is still there and how to finish, in words; null if nothing is. */
export function aboutRemains({ database, files }: Remains): string | null {
  const left = [...(database ? ["your ratings, data and models"] : []), ...files];
  if (left.length === 0) return null;
  const them = left.length === 1 && !database ? "it" : "them";
  return `Not everything could be deleted. Still here: ${left.join(", ")}. Another tab of this site is using ${them}: close it, then choose “Delete everything” again.`;
}

/** @returns the names of those that something else holds */
async function deleteFiles(): Promise<string[]> {
  const until = performance.now() + PATIENCE;
  const held: string[] = [];
  try {
    const folder = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    for (const name of names) if (!(await isDeleted(folder, name, until))) held.push(name);
  } catch {
    // A browser without such files has none to delete.
  }
  return held;
}

/** A worker that has just been ended may hold a file a moment longer. */
async function isDeleted(folder: FileSystemDirectoryHandle, name: string, until: number): Promise<boolean> {
  do {
    try {
      await folder.removeEntry(name, { recursive: true });
      return true;
    } catch (error) {
      if ((error as Error).name === "NotFoundError") return true;
      await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY));
    }
  } while (performance.now() < until);
  return false;
}
