import { openAsBlob, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Catalogue } from "../../../src/dataset/Catalogue.ts";
import { DataFileError } from "../../../src/errors.ts";
import type { DataFile } from "../../../src/files/ByteSource.ts";
import { openDropped } from "../../../src/importers/openDropped.ts";
import { freeMemory } from "../freeMemory.ts";

export interface ReadTablesOptions {
  signal?: AbortSignal;
  onProgress?: (task: string, done: number) => void;
  likedFrom?: number | undefined;
  /** The share of the users to read. */
  sample?: number | undefined;
}

/** The share of free memory that the ratings may take: the model needs some too. */
const SHARE_OF_MEMORY = 0.7;

/** @throws DataFileError if a file is not there, is a folder or a device, or may not be read. */
export async function openFile(path: string): Promise<DataFile> {
  const what = statSync(path, { throwIfNoEntry: false });
  if (!what) throw new DataFileError(`There is no file ${path}. Check the path.`);
  if (what.isDirectory()) throw new DataFileError(`${path} is a folder. Give the files in it.`);
  if (what.isCharacterDevice()) throw new DataFileError(`${path} is a device. Give a file or a pipe.`);
  // A pipe is read once, so that what comes through it is kept.
  const opened = what.isFIFO() ? readFile(path).then((bytes) => new Blob([bytes])) : openAsBlob(path);
  const file = await opened.catch((error: NodeJS.ErrnoException) => {
    throw new DataFileError(`${path} cannot be read (${error.code}). Check its permissions.`);
  });
  return Object.assign(file, { name: basename(path) });
}

/**
 * Any tables that the page reads, and Parquet.
 * @throws DataFileError if they hold no usable ratings, or too many, with file, row and remedy.
 */
export async function readTables(
  paths: readonly string[],
  { signal, onProgress, likedFrom, sample }: ReadTablesOptions = {},
): Promise<Catalogue> {
  const files = await Promise.all(paths.map(openFile));
  const dropped = await openDropped(files);
  if (dropped.kind === "model") {
    throw new DataFileError(`${dropped.file.name} is a model. Give a table of ratings.`);
  }
  if (dropped.kind === "own") {
    const [{ file }] = dropped.own.files;
    throw new DataFileError(
      `${file} holds one person's ratings. Training needs the ratings of several people.`,
    );
  }
  if (dropped.kind === "question") {
    const { id, sentence, choices } = dropped.question;
    if (id === "ratings") throw new DataFileError(`${sentence} Give that one only.`);
    const labels = choices.map(({ label }) => label).join(" / ");
    throw new DataFileError(
      `${sentence} (${labels}) Open it on the page, which asks, and export it from there.`,
    );
  }
  return dropped.data.read({
    ...(signal && { signal }),
    choices: { ...(likedFrom !== undefined && { likedFrom }), ...(sample && { userShare: sample }) },
    memory: freeMemory() * SHARE_OF_MEMORY,
    onProgress: ({ file, bytes, totalBytes }) => onProgress?.(`Reading ${file}`, bytes / totalBytes),
  });
}
