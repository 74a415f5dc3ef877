import { renameSync, rmSync } from "node:fs";
import { StorageError } from "../../src/errors.ts";

/**
 * Writes a file whole or not at all: half a table looks like a smaller one.
 * @param write is given the path to write to until all is there
 * @throws StorageError if the file system refuses; what `write` throws otherwise
 */
export async function writeWhole(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    await write(partial);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new StorageError(`${path} could not be written (${code}). Is there room and permission?`);
  }
}
