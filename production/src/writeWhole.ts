import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { StorageError } from "../../src/errors.ts";

// Files that are written whole or not at all: what was there before stays until the new one is on the disk.

/** Milliseconds without a write after which a process of another machine, or container, is taken for dead. */
const A_DAY = 86_400_000;
const MACHINE = hostname().replaceAll(".", "-");

/** @throws StorageError if the file system refuses. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const partial = beginPartial(path);
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
  const partial = beginPartial(path);
  try {
    await write(partial);
    putInPlace(partial, path);
  } catch (error) {
    throw givenUp(partial, path, error);
  }
}

/** Named after machine and process, so that two that write the same file at once do not write into each other's. */
function beginPartial(path: string): string {
  clearUp(path);
  return `${path}.${MACHINE}.${process.pid}.partial`;
}

/** Removes what processes that were killed in the midst of writing left of this file, and of those named after it. */
function clearUp(path: string): void {
  const folder = dirname(path);
  try {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(`${basename(path)}.`)) continue;
      const left = join(folder, name);
      if (isAbandoned(left)) rmSync(left, { force: true });
    }
  } catch {
    // It is in nobody's way. The folder may be one that is not listed, or another process was quicker.
  }
}

function isAbandoned(path: string): boolean {
  const [, machine, id] = /\.([^.]+)\.(\d+)\.partial$/.exec(path) ?? [];
  if (id === undefined) return false;
  return machine === MACHINE ? !isAlive(Number(id)) : Date.now() - statSync(path).mtimeMs > A_DAY;
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
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
  return new StorageError(
    `${path} could not be written (${code}). Check that there is room and that you may write there.`,
  );
}
