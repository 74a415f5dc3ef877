import { openAsBlob, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ArgumentError, DataFileError } from "../../src/errors.ts";
import type { DataFile } from "../../src/files/ByteSource.ts";

/**
 * The files of a folder, as the page hands them to the readers.
 * @throws ArgumentError if there is no such folder or it is empty; DataFileError if a file in it cannot be read.
 */
export async function openFolder(folder: string): Promise<DataFile[]> {
  const files: DataFile[] = [];
  for (const name of namesIn(folder)) {
    const file = await openAsBlob(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      throw new DataFileError(`${join(folder, name)} could not be opened (${error.code}). May you read it?`);
    });
    files.push(Object.assign(file, { name }));
  }
  return files;
}

function namesIn(folder: string): string[] {
  const what = statSync(folder, { throwIfNoEntry: false });
  if (!what) {
    throw new ArgumentError(
      `There is no folder ${folder}. --data takes the folder of a MovieLens data set, unpacked.`,
    );
  }
  if (!what.isDirectory()) {
    throw new ArgumentError(
      `${folder} is not a folder. --data takes the folder that a data set's files lie in.`,
    );
  }
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) {
    throw new ArgumentError(
      `${folder} holds no files. --data takes the folder that a data set's files lie in.`,
    );
  }
  return names;
}
