import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { StorageError } from "../../src/errors.ts";

// Files that are written whole or not at all: what was there before stays until the new one is on the disk.

/** @throws StorageError if the file system refuses. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const partial = partialOf(path);
  try {
    writeFileSync(partial, bytes);
    putInPlace(partial, path);
  } catch (error) {
    throw givenUp(partial, path, error);
  }
}

/**
 * The same for a file that is made piece by piece: half a table looks like a smaller one.
 * @param write is given the path to write to until all is there
 * @throws StorageError if the file system refuses; what `write` throws otherwise
 */
export async function writeInPieces(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  const partial = partialOf(path);
  try {
    await write(partial);
    putInPlace(partial, path);
  } catch (error) {
    throw givenUp(partial, path, error);
  }
}

function partialOf(path: string): string {
  return `${path}.${process.pid}.partial`;
}

function putInPlace(partial: string, path: string): void {
  const file = openSync(partial, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

/** Removes what there is of it. Returns what to throw. */
function givenUp(partial: string, path: string, error: unknown): unknown {
  rmSync(partial, { force: true });
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new StorageError(`${path} could not be written (${code}). Is there room and permission?`);
}
